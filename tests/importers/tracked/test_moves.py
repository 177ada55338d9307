"""Paragraphs that Word says were moved, and that were changed too."""

import pytest

from editor.negotiation.amendment import START, AmendmentKind
from editor.text.edit import Edit
from tests.importers.tracked.bringing_in import code_of, composed, proposals, started, with_layers
from tests.importers.word_files import BY_AUTHOR, BY_OTHER, deleted, inserted, paragraph, part, run

_FIRST, _SECOND, _LAST = "States shall act now.", "They report.", "They meet yearly in June."
_BASE = (_FIRST, _SECOND, _LAST)


def to(content: str) -> str:
    return f"<w:moveTo {BY_AUTHOR}>{content}</w:moveTo>"


def from_(content: str) -> str:
    return f"<w:moveFrom {BY_AUTHOR}>{content}</w:moveFrom>"


def ranged(content: str, end: str) -> str:
    name = 'w:author="Ana" w:name="move1"'
    return f'<w:{end}RangeStart w:id="8" {name}/>{content}<w:{end}RangeEnd w:id="8"/>'


def moved(arriving: str, leaving: str = from_(run(_LAST))) -> str:
    """A file in which Ana moves the last paragraph to the top."""
    mark = "<w:rPr><w:{} " + BY_AUTHOR + "/></w:rPr>"
    return (
        ranged(paragraph(arriving, mark.format("ins")), "moveTo")
        + paragraph(run(_FIRST))
        + paragraph(run(_SECOND))
        + ranged(paragraph(leaving, mark.format("del")), "moveFrom")
    )


def gone(text: str, by: str = BY_AUTHOR) -> str:
    return deleted(run(text, tag="delText"), by)


_ADDED = to(run("They ")) + inserted(run("shall ")) + to(run("meet yearly in June."))
_REPLACED = to(run("They meet ")) + inserted(run("monthly")) + to(run(" in June."))
_CUT = to(run("They meet yearly."))


@pytest.mark.parametrize(
    ("arriving", "edit"),
    [(_ADDED, Edit(4, 4, " shall")), (_REPLACED, Edit(10, 16, "monthly")),
     (_CUT, Edit(16, 24, "")), (to(gone("They ") + run("They meet yearly.")), Edit(16, 24, ""))],
    ids=["added", "replaced", "cut", "deleted again"],
)  # fmt: skip
def test_what_the_mover_changes_amends_what_is_moved(arriving: str, edit: Edit) -> None:
    session = with_layers(started(*_BASE), moved(arriving))
    move, amendment = sorted(proposals(session), key=lambda each: each.kind, reverse=True)
    assert (move.kind, move.provision, move.after) == (AmendmentKind.MOVE, "p3", START)
    assert (amendment.provision, amendment.edits) == ("p3", (edit,))
    assert amendment.origin is not None
    assert amendment.origin.line == 1


def test_what_was_deleted_before_the_move_is_deleted() -> None:
    leaving = from_(run("They meet yearly")) + gone(" in June") + from_(run("."))
    session = with_layers(started(*_BASE), moved(_CUT, leaving))
    assert composed(session, "Canada") == ["They meet yearly.", _FIRST, _SECOND]


@pytest.mark.parametrize(
    ("arriving", "wanted"),
    [
        (to(run("They ") + gone("meet ", BY_OTHER) + run("yearly in June.")),
         "They yearly in June."),
        (to(run("They meet yearly in June")) + inserted(run(" or July"), BY_OTHER) + to(run(".")),
         "They meet yearly in June or July."),
        (to(run("They ") + gone("meet", BY_OTHER)) + inserted(run("sit"), BY_OTHER)
         + to(run(" yearly in June.")), "They sit yearly in June."),
    ],
    ids=["deleted", "added", "replaced"],
)  # fmt: skip
def test_what_another_changes_in_the_moved_words_is_the_others(arriving: str, wanted: str) -> None:
    session = with_layers(started(*_BASE), moved(arriving))
    assert composed(session, "Canada") == [_LAST, _FIRST, _SECOND]
    assert composed(session, "Norway") == [_FIRST, _SECOND, wanted]
    assert composed(session, "Canada", "Norway") == [wanted, _FIRST, _SECOND]


def test_what_another_changes_in_the_movers_words_amends_these() -> None:
    arriving = (
        to(run("They "))
        + inserted(run("shall ") + gone("always ", BY_OTHER))
        + to(run("meet yearly in June."))
    )
    session = with_layers(started(*_BASE), moved(arriving))
    wanted = "They shall always meet yearly in June."
    assert composed(session, "Canada") == [wanted, _FIRST, _SECOND]
    assert composed(session, "Norway") == list(_BASE)
    both = "They shall meet yearly in June."
    assert composed(session, "Canada", "Norway") == [both, _FIRST, _SECOND]


def test_what_another_changes_where_it_stood_is_the_others() -> None:
    leaving = from_(run("They meet yearly")) + gone(" in June", BY_OTHER) + from_(run("."))
    session = with_layers(started(*_BASE), moved(_CUT, leaving))
    assert composed(session, "Canada") == [_LAST, _FIRST, _SECOND]
    assert composed(session, "Norway") == [_FIRST, _SECOND, "They meet yearly."]
    assert composed(session, "Canada", "Norway") == ["They meet yearly.", _FIRST, _SECOND]
    assert {each.kind for each in proposals(session)} == {AmendmentKind.MOVE, AmendmentKind.EDIT}


def test_hardly_the_same_words_are_no_move() -> None:
    session = with_layers(started(*_BASE), moved(to(run("Rivers are free everywhere."))))
    kinds = sorted(each.kind for each in proposals(session))
    assert kinds == [AmendmentKind.DELETE_PROVISION, AmendmentKind.NEW_PROVISION]


def test_a_reason_beside_the_movers_words_is_theirs() -> None:
    comments = part(
        "comments", f'<w:comment w:id="0" w:author="Ana">{paragraph(run("Why."))}</w:comment>'
    )
    arriving = (
        to(run("They "))
        + '<w:commentRangeStart w:id="0"/>'
        + inserted(run("shall "))
        + '<w:commentRangeEnd w:id="0"/>'
        + to(run("meet yearly in June."))
    )
    session = with_layers(started(*_BASE), moved(arriving), comments=comments)
    told = next(each for each in proposals(session) if each.notes)
    assert (told.kind, code_of(session, told)) == (AmendmentKind.EDIT, ["CAN"])


def test_paragraphs_that_move_together_are_told_apart_by_their_words() -> None:
    mark = "<w:rPr><w:{} " + BY_AUTHOR + "/></w:rPr>"
    new = [_SECOND.replace("They", "They shall"), _LAST.replace("June", "May")]
    arriving = "".join(paragraph(to(run(each)), mark.format("ins")) for each in reversed(new))
    leaving = "".join(paragraph(from_(run(each)), mark.format("del")) for each in (_SECOND, _LAST))
    body = ranged(arriving, "moveTo") + paragraph(run(_FIRST)) + ranged(leaving, "moveFrom")
    session = with_layers(started(*_BASE), body)
    assert sorted(each.kind for each in proposals(session)) == [
        *[AmendmentKind.EDIT] * 2,
        *[AmendmentKind.MOVE] * 2,
    ]
    assert composed(session, "Canada") == [new[1], new[0], _FIRST]
