"""Tracked changes as proposals: each what its author would call it."""

import pytest

from editor.negotiation.amendment import START, AmendmentKind, AmendmentState
from editor.text.edit import Edit
from tests.importers.tracked.bringing_in import (
    code_of,
    composed,
    proposals,
    started,
    with_layer,
    with_layers,
)
from tests.importers.word_files import BY_OTHER, deleted, inserted, paragraph, part, run

_INS = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'
_DEL = '<w:rPr><w:del w:id="1" w:author="Ana"/></w:rPr>'
_INS_BEN = '<w:rPr><w:ins w:id="1" w:author="Ben"/></w:rPr>'
_FIRST, _SECOND, _THIRD = "States shall act now.", "They report.", "They meet yearly."
_BASE = (_FIRST, _SECOND, _THIRD)


def gone(text: str) -> str:
    return deleted(run(text, tag="delText"))


def gone_by_ben(text: str) -> str:
    return deleted(run(text, tag="delText"), BY_OTHER)


def whole(*texts: str) -> str:
    return "".join(paragraph(run(each)) for each in texts)


def test_a_deletion_and_an_insertion_beside_it_are_one_replacement() -> None:
    body = paragraph(run("States ") + gone("shall") + inserted(run("should")) + run(" act now."))
    session = with_layer(started(*_BASE), body + whole(_SECOND, _THIRD))
    (found,) = proposals(session)
    assert (found.kind, found.edits) == (AmendmentKind.EDIT, (Edit(7, 12, "should"),))
    assert found.origin is not None
    assert (found.origin.file, found.origin.line) == ("layer.docx", 1)
    assert composed(session, "Canada") == ["States should act now.", _SECOND, _THIRD]
    assert composed(session) == list(_BASE)


@pytest.mark.parametrize(
    ("inside", "edit"),
    [
        (run("St") + gone("at") + inserted(run("rip")) + run("es act now."), (0, 6, "Stripes")),
        (run("States shall act now") + inserted(run("here")) + run("."), (17, 20, "nowhere")),
        (run("State") + gone("s") + run(" shall act now."), (0, 6, "State")),
    ],
    ids=["in the middle", "at the end", "deleted"],
)  # fmt: skip
def test_a_change_inside_a_word_takes_the_whole_word(
    inside: str, edit: tuple[int, int, str]
) -> None:
    base = _FIRST if "shall" in inside else "States act now."
    (found,) = proposals(with_layer(started(base), paragraph(inside)))
    assert found.edits == (Edit(*edit),)


def test_apart_changes_are_proposals_of_one_group() -> None:
    body = paragraph(gone("States ") + run("shall act") + gone(" now") + run("."))
    found = proposals(with_layer(started(_FIRST), body))
    assert len(found) == 2
    assert len({each.group for each in found}) == 1


def test_new_and_deleted_paragraphs() -> None:
    body = (
        paragraph(inserted(run("Recalling.")), _INS)
        + whole(_FIRST)
        + paragraph(gone(_SECOND), _DEL)
        + paragraph(inserted(run("They listen.")), _INS)
        + whole(_THIRD)
    )
    session = with_layer(started(*_BASE), body)
    kinds = [(each.kind, each.text, each.after) for each in proposals(session)]
    new, deleted_one = AmendmentKind.NEW_PROVISION, AmendmentKind.DELETE_PROVISION
    assert sorted(kinds, key=str) == sorted(
        [(new, "Recalling.", START), (deleted_one, None, None), (new, "They listen.", "p2")],
        key=str,
    )
    assert composed(session, "Canada") == ["Recalling.", _FIRST, "They listen.", _THIRD]


def test_what_is_typed_over_a_paragraph_replaces_it() -> None:
    body = whole(_FIRST) + paragraph(gone(_SECOND) + inserted(run("Silence."))) + whole(_THIRD)
    (found,) = proposals(with_layer(started(*_BASE), body))
    assert (found.kind, found.text) == (AmendmentKind.REPLACE_PROVISION, "Silence.")


def test_a_mark_taken_out_is_a_join_and_one_put_in_a_split() -> None:
    body = (
        paragraph(run("States shall act"), _INS)
        + paragraph(run(" now."), _DEL)
        + paragraph(inserted(run(" ")) + run(_SECOND))
        + whole(_THIRD)
    )
    session = with_layer(started(*_BASE), body)
    kinds = {each.kind: each for each in proposals(session)}
    assert set(kinds) == {AmendmentKind.SPLIT, AmendmentKind.JOIN}
    assert kinds[AmendmentKind.SPLIT].at == len("States shall act")
    assert kinds[AmendmentKind.JOIN].provisions == ("p1", "p2")
    assert composed(session, "Canada") == ["States shall act", " now. They report.", _THIRD]


def test_a_split_with_words_at_the_break() -> None:
    body = (
        paragraph(run("States shall") + inserted(run(" decide")), _INS)
        + paragraph(gone(" ") + run("act now."))
    )  # fmt: skip
    session = with_layer(started(_FIRST), body)
    assert composed(session, "Canada") == ["States shall decide", "act now."]


def test_several_breaks_in_one_place_and_a_paragraph_between() -> None:
    body = (
        paragraph(run("States shall "), _INS)
        + paragraph(inserted(run("In between.")), _INS)
        + paragraph(run("act now."))
    )
    session = with_layer(started(_FIRST), body)
    assert composed(session, "Canada") == ["States shall ", "In between.", "act now."]


def test_paragraphs_joined_over_one_that_is_gone() -> None:
    body = (
        paragraph(run(_FIRST), _DEL) + paragraph(gone(_SECOND), _DEL) + paragraph(run(_THIRD))
    )  # fmt: skip
    session = with_layer(started(*_BASE), body)
    assert composed(session, "Canada") == [_FIRST + _THIRD]


def test_a_move_is_a_move_by_its_name_or_by_its_words() -> None:
    name = 'w:author="Ana" w:name="move1"'
    by_name = (
        f'<w:moveToRangeStart w:id="8" {name}/>'
        + paragraph(f'<w:moveTo w:id="3" w:author="Ana">{run(_THIRD)}</w:moveTo>', _INS)
        + '<w:moveToRangeEnd w:id="8"/>'
        + whole(_FIRST, _SECOND)
        + f'<w:moveFromRangeStart w:id="9" {name}/>'
        + paragraph(f'<w:moveFrom w:id="4" w:author="Ana">{run(_THIRD)}</w:moveFrom>', _DEL)
        + '<w:moveFromRangeEnd w:id="9"/>'
    )
    by_words = (
        paragraph(inserted(run(_THIRD)), _INS)
        + whole(_FIRST, _SECOND)
        + paragraph(gone(_THIRD), _DEL)
    )
    for body in (by_name, by_words):
        session = with_layer(started(*_BASE), body)
        (found,) = proposals(session)
        assert (found.kind, found.provision, found.after) == (AmendmentKind.MOVE, "p3", START)
        assert composed(session, "Canada") == [_THIRD, _FIRST, _SECOND]


def test_blank_paragraphs_are_no_provisions() -> None:
    body = (
        paragraph("") + whole(_FIRST) + paragraph("", _DEL) + paragraph("", _INS)
        + paragraph(inserted(run("New.")), _INS) + paragraph(run(_SECOND)) + paragraph("")
    )  # fmt: skip
    session = with_layer(started(_FIRST, _SECOND), body)
    (found,) = proposals(session)
    assert (found.kind, found.text, found.after) == (AmendmentKind.NEW_PROVISION, "New.", "p1")


def test_rows_cells_links_controls_text_boxes_and_strict_marks() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    new_row = '<w:tr><w:trPr><w:ins w:id="5" w:author="Ana"/></w:trPr>{}</w:tr>'
    old_row = '<w:tr><w:trPr><w:del w:id="5" w:author="Ana"/></w:trPr>{}</w:tr>'
    body = (
        paragraph("<w:hyperlink>" + inserted(run("All ")) + run("States act.") + "</w:hyperlink>")
        + "<w:tbl><w:tr>" + cell.format(run("Cell one.")) + "</w:tr>"
        + new_row.format(cell.format(run("New cell.")))
        + old_row.format(cell.format(run("Cell two."))) + "</w:tbl>"
        + "<w:sdt><w:sdtContent>" + paragraph(run("In a control") + gone(" now") + run("."))
        + "</w:sdtContent></w:sdt>"
        + paragraph("<w:smartTag>" + run("Tagged") + inserted(run(" well")) + "</w:smartTag>")
        + paragraph("<w:r><w:pict><w:txbxContent>"
                    + paragraph(run("In a box") + inserted(run(" of ours")) + run("."))
                    + "</w:txbxContent></w:pict></w:r>" + run("Around."))
    )  # fmt: skip
    base = ("States act.", "Cell one.", "Cell two.", "In a control now.", "Tagged",
            "Around.", "In a box.")  # fmt: skip
    session = with_layer(started(*base), body)
    assert composed(session) == list(base)
    assert composed(session, "Canada") == [
        "All States act.", "Cell one.", "New cell.", "In a control.", "Tagged well",
        "Around.", "In a box of ours.",
    ]  # fmt: skip


def test_each_author_has_a_layer() -> None:
    body = paragraph(
        run("States ") + gone("shall") + inserted(run("should")) + run(" act ")
        + gone_by_ben("now") + inserted(run("later"), BY_OTHER) + run(".")
    )  # fmt: skip
    session = with_layers(started(_FIRST), body)
    assert composed(session, "Canada") == ["States should act now."]
    assert composed(session, "Norway") == ["States shall act later."]
    assert composed(session, "Canada", "Norway") == ["States should act later."]


def test_words_put_into_anothers_insertion_amend_that() -> None:
    body = paragraph(
        run("States shall act") + inserted(run(" without any")) + inserted(run(" undue"), BY_OTHER)
        + inserted(run(" delay ") + gone_by_ben("and fully") + run(" ")) + run("now.")
    )  # fmt: skip
    session = with_layers(started("States shall actnow."), body)
    outer = next(each for each in proposals(session) if each.target is None)
    inner = [each for each in proposals(session) if each.target == outer.id]
    assert [code_of(session, each) for each in inner] == [["NOR"]]
    assert composed(session, "Norway") == ["States shall actnow."]
    assert composed(session, "Canada") == ["States shall act without any delay and fully now."]
    assert composed(session, "Canada", "Norway") == [
        "States shall act without any undue delay  now."
    ]


def test_two_delegations_write_into_each_others_new_paragraphs() -> None:
    def new(owner: str, guest: str, text: str, mark: str) -> str:
        middle = inserted(run("twice "), guest)
        return paragraph(
            inserted(run(text), owner) + middle + inserted(run("a year."), owner), mark
        )

    by_ana = 'w:id="1" w:author="Ana"'
    body = whole(_FIRST) + new(by_ana, BY_OTHER, "They meet ", _INS)
    body += new(BY_OTHER, by_ana, "They eat ", _INS_BEN) + whole(_SECOND)
    session = with_layers(started(_FIRST, _SECOND), body)
    assert composed(session, "Canada") == [_FIRST, "They meet a year.", _SECOND]
    assert composed(session, "Norway") == [_FIRST, "They eat a year.", _SECOND]
    both = composed(session, "Canada", "Norway")
    assert set(both) == {_FIRST, "They meet twice a year.", "They eat twice a year.", _SECOND}


def test_one_delegation_may_have_several_authors() -> None:
    body = paragraph(run("States shall act") + inserted(run(" at ") + gone_by_ben("once"))
                     + inserted(run("noon"), BY_OTHER) + run(" now."))  # fmt: skip
    session = with_layer(started(_FIRST), body)
    (found,) = proposals(session)
    assert found.edits == (Edit(16, 16, " at noon"),)


def test_equal_changes_of_two_files_are_one_proposal_with_two_sponsors() -> None:
    body = paragraph(run("States ") + gone("shall") + inserted(run("should")) + run(" act now."))
    session = with_layer(with_layer(started(_FIRST), body), body, "Norway")
    (found,) = proposals(session)
    assert code_of(session, found) == ["CAN", "NOR"]


def test_a_later_submission_supersedes_and_keeps() -> None:
    """Rule 11."""
    first = paragraph(
        run("States ") + gone("shall") + inserted(run("should")) + run(" act") + gone(" now")
        + run(".")
    )  # fmt: skip
    second = paragraph(
        inserted(run("All ")) + run("States ") + gone("shall") + inserted(run("should"))
        + run(" act now.")
    )  # fmt: skip
    once = with_layer(started(_FIRST), first)
    twice = with_layer(once, second)
    states = {each: twice.amendments[each].state for each in once.amendments}
    assert sorted(states.values()) == [AmendmentState.PROPOSED, AmendmentState.SUPERSEDED]
    new = [each for key, each in twice.amendments.items() if key not in once.amendments]
    assert [each.is_new for each in new] == [True]
    assert composed(twice, "Canada") == ["All States should act now."]
    again = with_layer(twice, second)
    assert {key: each.state for key, each in again.amendments.items()} == {
        key: each.state for key, each in twice.amendments.items()
    }


def test_notes_and_footers_are_kept_as_unread() -> None:
    note = (
        '<w:footnote w:id="2">' + paragraph(run("See ") + inserted(run("also "))) + "</w:footnote>"
    )
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run(_FIRST) + reference)
    session = with_layer(started(_FIRST), body, footnotes=part("footnotes", note))
    assert [(each.reason, each.raw, each.provision) for each in session.unread.values()] == [
        ("footnote_changed", "also ", "p1")
    ]


def test_a_note_that_is_new_is_kept_once_and_at_its_provision() -> None:
    note = '<w:footnote w:id="2">' + paragraph(inserted(run("See also."))) + "</w:footnote>"
    reference = inserted('<w:r><w:footnoteReference w:id="2"/></w:r>')
    body = paragraph(run(_FIRST) + reference)
    session = with_layer(started(_FIRST), body, footnotes=part("footnotes", note))
    assert [(each.reason, each.raw, each.provision) for each in session.unread.values()] == [
        ("footnote_inserted", "See also.", "p1")
    ]


def test_printed_labels_are_layout() -> None:
    body = (
        paragraph(run("1\tStates ") + gone("shall") + inserted(run("may")) + run(" act now."))
        + paragraph(inserted(run("1 bis\tThey wait.")), _INS)
        + paragraph(run("2\tThey report."))
    )
    session = with_layer(started(_FIRST, _SECOND), body)
    new = next(each for each in proposals(session) if each.kind is AmendmentKind.NEW_PROVISION)
    assert (new.label, new.text, new.after) == ("1 bis", "They wait.", "p1")
    assert composed(session, "Canada") == ["States may act now.", "They wait.", _SECOND]
