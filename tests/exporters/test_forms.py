"""Every kind of composition as a manuscript, spelled out: `{+Canada: words}` is inserted,
`{-…}` deleted, `{~…}` inserted and struck again; `¶` ends a paragraph."""

from editor.exporters.forms import manuscript
from editor.exporters.manuscript import Form, ManuscriptParagraph, Tracked
from editor.negotiation.amendment import START, Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.note import Note
from editor.negotiation.provision import Mark, MarkKind, Provision, ProvisionKind
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.exporters.small_sessions import after, by, change, replacing, session

SHOULD = "States should act soon."
_SIGNS = {Tracked.INSERTED: "+", Tracked.DELETED: "-", Tracked.STRUCK: "~"}


def spelled(negotiation: Session, form: Form) -> str:
    return "".join(map(_paragraph, manuscript(compose(negotiation), form)))


def _paragraph(paragraph: ManuscriptParagraph) -> str:
    words = "".join(
        _marked(f"({piece.note})" if piece.note else piece.text, piece.tracked, piece.author)
        for piece in paragraph.pieces
    )
    return words.replace("\t", "→") + _marked("¶", paragraph.mark, paragraph.mark_author)


def _marked(text: str, tracked: Tracked, author: str) -> str:
    return f"{{{_SIGNS[tracked]}{author}: {text}}}" if tracked and text else text


def test_replacement_deletes_before_it_inserts() -> None:
    one = session([SHOULD], [change("a", "p1", "CAN", replacing(SHOULD, "should", "shall"))])
    assert spelled(one, Form.REDLINE) == ("1→States {-CAN: should}{+CAN: shall} act soon.¶")
    assert spelled(one, Form.CLEAN) == "1→States shall act soon.¶"


def test_rival_words_stand_in_the_brackets_of_the_chair_with_the_base_untouched() -> None:
    rivals = session(
        [SHOULD],
        [
            change("a", "p1", "CAN", replacing(SHOULD, "should", "shall")),
            change("b", "p1", "JPN", replacing(SHOULD, "should", "may")),
        ],
    )
    assert spelled(rivals, Form.REDLINE) == (
        "1→States {+chair: [}{+CAN: shall}{+chair:  / }{+JPN: may}{+chair:  / }should{+chair: ]}"
        " act soon.¶"
    )
    assert spelled(rivals, Form.CLEAN) == "1→States [shall / may / should] act soon.¶"
    assert spelled(rivals, Form.BRACKETED) == spelled(rivals, Form.CLEAN)


def test_an_empty_side_of_a_conflict_is_a_dash_of_its_delegation() -> None:
    bracket = session(
        ["Act."],
        [by("CAN", Amendment("n", "new", AmendmentKind.NEW_PROVISION, text="Rest.", after="p1")),
         by("JPN", Amendment("m", "other", AmendmentKind.NEW_PROVISION, text="Go.", after="p1",
                             alternatives=("n",)))],
    )  # fmt: skip
    assert spelled(bracket, Form.REDLINE) == (
        "1→Act.{+CAN: ¶}"
        "{+chair: [}{+CAN: Rest.}{+chair:  / }{+chair: —}{+chair: ]}{+JPN: ¶}"
        "{+chair: [}{+JPN: Go.}{+chair:  / }{+chair: —}{+chair: ]}¶"
    )


def test_a_contested_deletion_leaves_the_words_and_the_bracketed_form_encloses_them() -> None:
    text = "Work with schools and museums now."
    contested = session(
        [text],
        [
            change("a", "p1", "EGY", replacing(text, " with schools and museums", "")),
            change("b", "p1", "JPN", replacing(text, "museums", "parks")),
        ],
    )
    assert spelled(contested, Form.REDLINE) == (
        "1→Work with schools and {-JPN: museums}{+JPN: parks} now.¶"
    )
    assert spelled(contested, Form.BRACKETED) == "1→Work [with schools and parks] now.¶"


def test_a_contested_provision_stands_and_is_enclosed() -> None:
    contested = session(
        [SHOULD],
        [
            by("FJI", Amendment("a", "p1", AmendmentKind.DELETE_PROVISION)),
            change("b", "p1", "JPN", replacing(SHOULD, "soon", "now")),
        ],
    )
    assert spelled(contested, Form.REDLINE) == ("1→States should act {-JPN: soon}{+JPN: now}.¶")
    assert spelled(contested, Form.BRACKETED) == "1→[States should act now.]¶"


def test_words_struck_from_a_proposal_belong_to_both_delegations() -> None:
    struck = session(
        [SHOULD],
        [
            change("a", "p1", "CAN", after(SHOULD, "act", " and also report")),
            by("FJI", Amendment("b", "p1", edits=(Edit(4, 9, ""),), target="a")),
        ],
    )
    written = manuscript(compose(struck), Form.REDLINE)
    pieces = [p for p in written[0].pieces if p.tracked is Tracked.STRUCK]
    assert [(p.text, p.author, p.struck_by) for p in pieces] == [(" also", "CAN", "FJI")]
    assert spelled(struck, Form.CLEAN) == "1→States should act and report soon.¶"


def test_new_provisions_bring_their_mark_and_label() -> None:
    new = by(
        "EGY",
        Amendment("a", "n", AmendmentKind.NEW_PROVISION, text="Rest.", label="1 bis", after="p1"),
    )
    assert spelled(session(["One.", "Two."], [new]), Form.REDLINE) == (
        "1→One.¶{+EGY: 1 bis→}{+EGY: Rest.}{+EGY: ¶}2→Two.¶"
    )


def test_at_the_end_the_mark_before_is_tracked() -> None:
    new = by("EGY", Amendment("a", "n", AmendmentKind.NEW_PROVISION, text="Rest.", after="p1"))
    assert spelled(session(["One."], [new]), Form.REDLINE) == ("1→One.{+EGY: ¶}{+EGY: Rest.}¶")
    gone = by("EGY", Amendment("a", "p2", AmendmentKind.DELETE_PROVISION))
    assert spelled(session(["One.", "Two."], [gone]), Form.REDLINE) == (
        "1→One.{-EGY: ¶}{-EGY: 2→}{-EGY: Two.}¶"
    )


def test_the_only_paragraph_changed_for_another_keeps_one_mark() -> None:
    both = [
        by("EGY", Amendment("a", "p1", AmendmentKind.DELETE_PROVISION)),
        by("FJI", Amendment("b", "n", AmendmentKind.NEW_PROVISION, text="Rest.", after=START)),
    ]
    assert spelled(session(["One."], both), Form.REDLINE) == (
        "{+FJI: Rest.}{-EGY: 1→}{-EGY: One.}¶"
    )


def test_a_replaced_provision_keeps_its_mark_and_label() -> None:
    whole = by("CAN", Amendment("a", "p1", AmendmentKind.REPLACE_PROVISION, text="Go."))
    assert spelled(session(["One."], [whole]), Form.REDLINE) == "1→{-CAN: One.}{+CAN: Go.}¶"


def test_a_split_marks_the_first_half() -> None:
    text = "One. Two."
    split = by("CAN", Amendment("a", "p1", AmendmentKind.SPLIT, at=5))
    assert spelled(session([text], [split]), Form.CLEAN).count("¶") == 2
    assert "{+CAN: ¶}" in spelled(session([text], [split]), Form.REDLINE)


def test_a_dropped_break_takes_the_first_mark_and_the_second_label() -> None:
    drop = by("JPN", Amendment("a", "p1", AmendmentKind.JOIN, provisions=("p1", "p2")))
    assert spelled(session(["One.", "Two."], [drop]), Form.REDLINE) == (
        "1→One.{-JPN: ¶}{-JPN: 2→}Two.¶"
    )
    assert spelled(session(["One.", "Two."], [drop]), Form.CLEAN) == "1→One.Two.¶"


def test_a_join_with_a_text_stands_once() -> None:
    join = by(
        "JPN", Amendment("a", "p1", AmendmentKind.JOIN, provisions=("p1", "p2"), text="Both.")
    )
    assert spelled(session(["One.", "Two.", "Three."], [join]), Form.REDLINE) == (
        "1→{-JPN: One.}{+JPN: Both.}¶{-JPN: 2→}{-JPN: Two.}{-JPN: ¶}3→Three.¶"
    )


def test_a_move_deletes_here_and_inserts_there_with_the_changes_inside() -> None:
    move = by("JPN", Amendment("a", "p1", AmendmentKind.MOVE, after="p2"))
    inside = change("b", "p1", "CAN", replacing("One day.", "day", "year"))
    moved = session(["One day.", "Two.", "Three."], [move, inside])
    assert spelled(moved, Form.REDLINE) == (
        "{-JPN: 1→}{-JPN: One }{-CAN: day}{-JPN: .}{-JPN: ¶}2→Two.¶"
        "{+JPN: 1→}{+JPN: One }{+CAN: year}{+JPN: .}{+JPN: ¶}3→Three.¶"
    )


def test_notes_and_typography_stay_with_the_words() -> None:
    row = Provision(
        "p1",
        1,
        "Recalling the Charter, and its aims",
        marks=(Mark(MarkKind.ITALIC, 0, 9), Mark(MarkKind.NOTE, 21, 21, "n")),
    )
    changed = session(
        [row],
        [
            change("a", "p1", "CAN", replacing(row.text, "Recalling", "Noting")),
            change("b", "p1", "JPN", replacing(row.text, " the Charter", "")),
        ],
        [Note("n", "Of 1945.", "1")],
    )
    pieces = manuscript(compose(changed), Form.REDLINE)[0].pieces
    italic = [(piece.text, piece.tracked) for piece in pieces if piece.italic]
    assert italic == [("Recalling", Tracked.DELETED), ("Noting", Tracked.INSERTED)]
    assert [piece.tracked for piece in pieces if piece.note] == [Tracked.DELETED]
    assert not [p for p in manuscript(compose(changed), Form.CLEAN)[0].pieces if p.note]


def test_the_label_is_printed_once() -> None:
    heading = Provision("h", 0, "Draft article 4", kind=ProvisionKind.HEADING, level=2)
    headed = Provision("p1", 1, "States act.", "4")
    within = Provision("p2", 2, "2. States rest.", "Article 4.2")
    lettered = Provision("p3", 3, "(a) Sleep.", "(a)", level=1)
    apart = Provision("p4", 4, "Wake.", "4 bis")
    assert spelled(session([heading, headed, within, lettered, apart]), Form.CLEAN) == (
        "Draft article 4¶States act.¶2. States rest.¶(a) Sleep.¶4 bis→Wake.¶"
    )


def test_a_conflict_left_in_brackets_by_a_ruling_reads_as_an_open_one() -> None:
    rivals = session(
        [SHOULD],
        [
            change("a", "p1", "CAN", replacing(SHOULD, "should", "shall")),
            change("b", "p1", "JPN", replacing(SHOULD, "should", "may")),
        ],
    )
    ruling = Ruling("r", frozenset({"a", "b"}), RulingKind.BRACKET)
    ruled = Session(**{**vars(rivals), "rulings": {"r": ruling}})
    assert spelled(ruled, Form.CLEAN) == spelled(rivals, Form.CLEAN)
