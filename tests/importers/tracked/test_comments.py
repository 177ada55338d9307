"""Comments as reasons and positions."""

import pytest

from editor.negotiation.amendment import AmendmentKind, Position
from editor.negotiation.provision import BasePosition, Stance
from editor.negotiation.session import Session
from tests.importers.tracked.bringing_in import (
    code_of,
    composed,
    proposals,
    started,
    with_layer,
    with_layers,
    with_marks,
)
from tests.importers.word_files import BY_AUTHOR, BY_OTHER, deleted, inserted, paragraph, part, run

_BASE = "States shall act now."


def remark(text: str, author: str = "Ana", key: int = 0) -> str:
    return (
        f'<w:comment w:id="{key}" w:author="{author}" w:date="2024-01-02T00:00:00Z">'
        f"{paragraph(run(text))}</w:comment>"
    )


def around(content: str, key: int = 0) -> str:
    return (
        f'<w:commentRangeStart w:id="{key}"/>{content}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )


_REPLACED = deleted(run("shall", tag="delText")) + inserted(run("should"))


def changed(text: str, author: str = "Ana") -> Session:
    """Canada wants "should" for "shall", and somebody says `text` about it."""
    body = paragraph(run("States ") + around(_REPLACED) + run(" act now."))
    return with_layer(started(_BASE), body, comments=part("comments", remark(text, author)))


def kept(text: str, author: str = "Ana") -> Session:
    """Canada deletes "now", and somebody says `text` about words that stay."""
    body = paragraph(
        run("States ") + around(run("shall act")) + deleted(run(" now", tag="delText")) + run(".")
    )
    return with_layer(started(_BASE), body, comments=part("comments", remark(text, author)))


def code(session: Session, delegation: str | None) -> str:
    return session.delegations[delegation or ""].code


def test_a_comment_on_a_change_is_its_reason() -> None:
    session = changed("As in article 3 of the treaty.")
    (found,), (note,) = proposals(session), session.notes.values()
    assert found.notes == (note.id,)
    assert (note.text, code(session, note.delegation)) == ("As in article 3 of the treaty.", "CAN")
    assert note.anchor.amendment == found.id


def test_a_comment_on_words_that_stay_is_a_note_on_the_provision() -> None:
    session = kept("What does this mean?")
    (note,) = session.notes.values()
    assert (note.anchor.provision, note.anchor.amendment) == ("p1", "")


@pytest.mark.parametrize(
    ("text", "who", "stance", "said"),
    [
        ("Norway supports", ["NOR"], Stance.SUPPORT, ""),
        ("Norway: supports, with thanks", ["NOR"], Stance.SUPPORT, "with thanks"),
        ("UK, Norway: retain", ["GBR", "NOR"], Stance.OPPOSE, ""),
        ("UK and Norway: retain “shall”", ["GBR", "NOR"], Stance.OPPOSE, ""),
        ('AOSIS: delete "should"', ["AOSIS"], Stance.OPPOSE, ""),
        ('AOSIS: delete "shall"', ["AOSIS"], Stance.SUPPORT, ""),
        ("Norway: reserves its position: the capital decides.", ["NOR"], Stance.RESERVE,
         "the capital decides"),
        ("Norway can live with it", ["NOR"], Stance.ACCEPT, ""),
        ("Norway opposes this change", ["NOR"], Stance.OPPOSE, ""),
        ("Norway cannot accept this; too costly.", ["NOR"], Stance.OPPOSE, "too costly"),
        ("Norway supports it because of the tides", ["NOR"], Stance.SUPPORT,
         "because of the tides"),
        ("Norway opposes the change of the second verb", ["NOR"], Stance.OPPOSE,
         "the change of the second verb"),
        ("Canada, UK: retain", ["GBR"], Stance.OPPOSE, ""),
    ],
)  # fmt: skip
def test_what_reads_like_a_position_is_one(
    text: str, who: list[str], stance: Stance, said: str
) -> None:
    session = changed(text)
    (found,) = proposals(session)
    assert [
        (code(session, each.delegation), each.stance, each.note) for each in found.positions
    ] == [(each, stance, said) for each in who]
    assert not session.notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("AOSIS: delete; Norway, UK: retain", [("AOSIS", "o", ""), ("NOR", "o", ""),
                                              ("GBR", "o", "")]),
        ("AOSIS: delete “should”; Norway supports", [("AOSIS", "o", ""), ("NOR", "s", "")]),
        ("Norway supports.\nUK opposes, for the costs", [("NOR", "s", ""),
                                                         ("GBR", "o", "for the costs")]),
        ("Norway supports. UK opposes.", [("NOR", "s", ""), ("GBR", "o", "")]),
        ("Norway; UK; Fiji: retain", [("NOR", "o", ""), ("GBR", "o", ""), ("FJI", "o", "")]),
        ("Norway supports; the tides rise; and no harbour opposes",
         [("NOR", "s", "the tides rise; and no harbour opposes")]),
    ],
)  # fmt: skip
def test_several_statements_in_one_comment(text: str, said: list[tuple[str, str, str]]) -> None:
    session = changed(text)
    (found,) = proposals(session)
    assert [
        (code(session, each.delegation), each.stance[0], each.note) for each in found.positions
    ] == said
    assert not session.notes


def test_quoted_words_are_one_statement() -> None:
    session = changed("As the Board said: “it should; Norway supports”")
    assert [each.text for each in session.notes.values()] == [
        "As the Board said: “it should; Norway supports”"
    ]
    assert proposals(session)[0].positions == ()


def test_what_is_no_statement_stays_a_note_with_its_words() -> None:
    session = changed("The tides rise. Norway supports; Canada supports")
    (found,) = proposals(session)
    assert [code(session, each.delegation) for each in found.positions] == ["NOR"]
    assert [each.text for each in session.notes.values()] == ["The tides rise.\nCanada supports"]


def test_a_position_on_several_proposals_is_one_on_those_of_others() -> None:
    changes = inserted(run("now "), _by("Ana")) + inserted(run("always "), _by("Ben"))
    body = paragraph(run("States shall ") + around(changes) + run("act now."))
    comments = part("comments", remark("Norway, Fiji: oppose", "Chair"))
    session = with_layers(started(_BASE), body, comments=comments)
    said = {
        code_of(session, each)[0]: [code(session, p.delegation) for p in each.positions]
        for each in proposals(session)
    }
    assert said == {"CAN": ["NOR", "FJI"], "NOR": ["FJI"]}


def test_a_position_of_the_author_of_the_comment() -> None:
    session = changed("Supports", author="Norway")
    (found,) = proposals(session)
    (norway,) = (key for key, each in session.delegations.items() if each.code == "NOR")
    assert found.positions == (Position(norway, Stance.SUPPORT),)


@pytest.mark.parametrize(
    "text",
    [
        "Delete this, it repeats paragraph 2.",
        "This supports the work of the Commission",
        "The text: retain what was agreed",
        "Support from donors is needed",
    ],
)
def test_what_only_sounds_like_a_position_is_a_reason(text: str) -> None:
    session = changed(text)
    assert [each.text for each in session.notes.values()] == [text]
    assert proposals(session)[0].positions == ()


@pytest.mark.parametrize(
    ("text", "place", "stance"),
    [
        ("AOSIS: delete “act”", (13, 16), Stance.OPPOSE),
        ("AOSIS: retain", (7, 16), Stance.SUPPORT),
        ("AOSIS reserves", (7, 16), Stance.RESERVE),
    ],
)
def test_a_position_on_base_words(text: str, place: tuple[int, int], stance: Stance) -> None:
    session = kept(text)
    (found,) = session.provisions["p1"].positions
    aosis = next(key for key, each in session.delegations.items() if each.code == "AOSIS")
    assert found == BasePosition(aosis, *place, stance)


def test_a_new_paragraph_of_several_before_one_that_goes_has_its_mark_in_front() -> None:
    body = (
        paragraph(run("One."), f"<w:rPr><w:ins {BY_AUTHOR}/></w:rPr>")
        + paragraph(around(inserted(run("Two."))), f"<w:rPr><w:del {BY_OTHER}/></w:rPr>")
        + paragraph(deleted(run("Three.", tag="delText"), BY_OTHER))
    )
    comments = part("comments", remark("Proposed by: Canada, Fiji"))
    session = with_layers(started("One.", "Three."), body, comments=comments)
    assert composed(session, "CAN") == composed(session, "FJI") == ["One.", "Two.", "Three."]
    assert composed(session, "NOR") == ["One."]


def test_who_proposes_too_is_a_sponsor() -> None:
    session = changed("Proposed by: Canada, Norway", author="Canada")
    (found,) = proposals(session)
    assert sorted(code_of(session, found)) == ["CAN", "NOR"]
    assert not session.notes


@pytest.mark.parametrize("author", ["Norway", "Chair", "Anna Berg"])
def test_whoever_says_so_who_is_listed_beside_a_change_is_a_sponsor(author: str) -> None:
    body = paragraph(run("States ") + around(_REPLACED) + run(" act now."))
    comments = part("comments", remark("Proposed by: Canada, Norway and Fiji", author))
    session = with_layers(started(_BASE), body, comments=comments)
    (found,) = proposals(session)
    assert sorted(code_of(session, found)) == ["CAN", "FJI", "NOR"]
    assert not session.notes
    assert not session.unread


def _by(author: str) -> str:
    return f'w:id="7" w:author="{author}" w:date="2024-01-02T00:00:00Z"'


def test_who_joins_paragraphs_takes_away_the_number_too() -> None:
    both = "{>>@Canada @Norway:<<}"
    text = f"1.\tStates act{{--\n--}}{both}{{--2.\t--}}{both}They report.\n"
    session = with_marks(started("States act", "They report."), text)
    (found,) = proposals(session)
    assert (found.kind, code_of(session, found)) == (AmendmentKind.JOIN, ["CAN", "NOR"])
    assert not session.unread


def test_a_contested_text_told_before_the_words_is_one_for_all_of_them() -> None:
    told = "{>>@Chair: Alternative text contested; proposed by: Canada\nNobody acts.<<}"
    text = f"1.\t{told}States {{++shall ++}}{{>>@Norway:<<}}act.\n"
    session = with_marks(started("States act."), text)
    assert composed(session, *_coded(session, "CAN")) == ["Nobody acts."]
    assert composed(session, *_coded(session, "NOR")) == ["States shall act."]
    assert not session.unread


def test_a_contested_deletion_told_at_a_point_says_nothing_of_its_words_and_is_unread() -> None:
    told = "{>>@Chair: Deletion contested; proposed by: Canada<<}"
    text = f"1.\tStates {told}always {{++shall ++}}{{>>@Norway:<<}}act.\n"
    session = with_marks(started("States always act."), text)
    assert [code_of(session, each) for each in proposals(session)] == [["NOR"]]
    (left,) = session.unread.values()
    assert left.raw == "Chair: Deletion contested; proposed by: Canada"
    assert left.provision == session.base_order[0]


def _coded(session: Session, code: str) -> list[str]:
    return [each.id for each in session.delegations.values() if each.code == code]


def test_of_several_changes_the_listed_sponsor_those_of_one_of_them() -> None:
    changes = inserted(run("now "), _by("Ana")) + inserted(run("always "), _by("Ben"))
    body = paragraph(run("States shall ") + around(changes) + run("act now."))
    comments = part("comments", remark("Proposed by: Fiji, Norway", "Chair"))
    session = with_layers(started(_BASE), body, comments=comments)
    assert sorted((sorted(code_of(session, each)) for each in proposals(session)), key=len) == [
        ["CAN"],
        ["FJI", "NOR"],
    ]


def test_who_is_listed_beside_a_new_paragraph_is_a_sponsor() -> None:
    new = paragraph(
        around(inserted(run("Rivers are free."), _by("Ana"))),
        f"<w:rPr><w:ins {_by('Ana')}/></w:rPr>",
    )
    comments = part("comments", remark("Proposed by: Norway, Fiji", "Chair"))
    session = with_layers(started(_BASE), paragraph(run(_BASE)) + new, comments=comments)
    (found,) = proposals(session)
    assert sorted(code_of(session, found)) == ["CAN", "FJI", "NOR"]


def test_whoever_is_listed_beside_a_part_of_a_change_of_one_proposes_no_part_of_it() -> None:
    new = around(inserted(run("now"))) + inserted(run(" or soon")) + inserted(run(" or "))
    comments = part("comments", remark("Proposed by: Norway"))
    session = with_layer(started("later."), paragraph(new + run("later.")), comments=comments)
    (found,) = proposals(session)
    assert code_of(session, found) == ["CAN"]
    assert [each.raw for each in session.unread.values()] == ["Ana: Proposed by: Norway"]


def test_a_list_of_sponsors_beside_words_that_stay_is_unread_and_makes_no_delegations() -> None:
    body = paragraph(run("States ") + around(run("shall")) + run(" act now."))
    comments = part("comments", remark("Proposed by: Norway, Fiji", "Chair"))
    session = with_layers(started(_BASE), body, comments=comments)
    assert [(each.raw, each.reason) for each in session.unread.values()] == [
        ("Chair: Proposed by: Norway, Fiji", "comment_without_anchor")
    ]
    assert not {each.code for each in session.delegations.values()} & {"NOR", "FJI"}


def test_a_list_of_sponsors_that_says_more_is_unread() -> None:
    body = paragraph(run("States ") + around(_REPLACED) + run(" act now."))
    comments = part("comments", remark("Proposed by: Norway some months ago", "Chair"))
    session = with_layers(started(_BASE), body, comments=comments)
    assert [(each.raw, each.reason) for each in session.unread.values()] == [
        ("Chair: Proposed by: Norway some months ago", "name_unknown")
    ]
    assert [code_of(session, each) for each in proposals(session)] == [["CAN"]]


def test_a_comment_that_is_about_nothing_of_ours_is_kept_as_unread() -> None:
    comments = part("comments", remark("Dear all"))
    session = with_layer(started(_BASE), paragraph(run(_BASE) + inserted(run(" So."))),
                         comments=comments)  # fmt: skip
    assert [each.raw for each in session.unread.values()] == ["Ana: Dear all"]


def test_the_same_comment_comes_once() -> None:
    body = paragraph(run("States ") + around(_REPLACED) + run(" act now."))
    comments = part("comments", remark("Because."))
    once = with_layer(started(_BASE), body, comments=comments)
    again = with_layer(once, body, comments=comments)
    assert again.notes == once.notes


def over_two(first: str, second: str, text: str, *base: str) -> Session:
    """After a file came in with `first` and `second` as paragraphs and a comment over both."""
    body = paragraph('<w:commentRangeStart w:id="0"/>' + first) + paragraph(
        second + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    return with_layer(started(*base), body, comments=part("comments", remark(text)))


def test_a_reason_beside_several_paragraphs_is_one_for_the_changes_of_each() -> None:
    session = over_two(
        run("States ") + _REPLACED + run(" act now."),
        run("They ") + inserted(run("shall ")) + run("meet ") + inserted(run("all ")) + run("day."),
        "To save time.",
        _BASE,
        "They meet day.",
    )
    notes = session.notes.values()
    assert {each.text for each in notes} == {"To save time."}
    (only,) = (each.anchor.amendment for each in notes if each.anchor.provision == "p1")
    assert session.amendments[only].notes
    assert [each.anchor.amendment for each in notes if each.anchor.provision == "p2"] == [""]


def test_a_reason_beside_new_paragraphs_is_one_for_each() -> None:
    mark = f"<w:rPr><w:ins {_by('Ana')}/></w:rPr>"
    body = (
        paragraph(run(_BASE))
        + paragraph('<w:commentRangeStart w:id="0"/>' + inserted(run("Rivers are free.")), mark)
        + paragraph(inserted(run("So are seas.")) + '<w:commentRangeEnd w:id="0"/>', mark)
    )
    session = with_layer(started(_BASE), body, comments=part("comments", remark("The treaty.")))
    assert [len(each.notes) for each in proposals(session)] == [1, 1]


def test_a_position_on_the_words_of_several_paragraphs_is_one_on_each() -> None:
    session = over_two(
        run("States act."), run("They meet."), "AOSIS: retain", "States act.", "They meet."
    )
    stances = [session.provisions[each].positions for each in session.base_order]
    assert [[each.stance for each in own] for own in stances] == [[Stance.SUPPORT]] * 2


def test_another_reason_for_what_was_proposed_before_is_added_and_told() -> None:
    """Rule 11."""
    body = paragraph(run("States ") + around(_REPLACED) + run(" act now."))
    session = started(_BASE)
    for said in ("Because.", "The court said so.", "The court said so."):
        session = with_layer(session, body, comments=part("comments", remark(said)))
    (found,) = proposals(session)
    assert [session.notes[each].text for each in found.notes] == ["Because.", "The court said so."]
    told = [(each.file, each.warnings) for each in session.reports.values()]
    assert told == [("f3", (("reason_added", 1, "The court said so."),))]
