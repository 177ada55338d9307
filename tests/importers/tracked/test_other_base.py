"""Tracked changes on another base than ours: shown, compared, or carried over."""

import pytest

from editor.app.tracked_layers import OtherBase, base_differences
from editor.errors import KnownError
from editor.importers.tracked.base_match import Difference, Suspicion
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import AmendmentKind
from tests.importers.tracked.bringing_in import composed, proposals, started, with_layer
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file

_BASE = ("States shall act now.", "They report every year.", "They meet.", "They end here.",
         "Nothing else.")  # fmt: skip
_NEW = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'


def _replaced(old: str, new: str) -> str:
    return deleted(run(old, tag="delText")) + inserted(run(new))


_EDITED = (
    paragraph(run("States ") + _replaced("shall", "may") + run(" act now."))
    + paragraph(run("They report each year") + inserted(run(" in May")) + run("."))
    + paragraph(run("They meet.")) + paragraph(run("They end here.")) + paragraph(run(_BASE[4]))
)  # fmt: skip
"""Somebody wrote "each" for "every" without tracking."""

_OLDER = (
    paragraph(run("States ") + _replaced("shall", "may") + run(" act now."))
    + paragraph(run("They ") + _replaced("once", "twice") + run(" reported on all wetlands."))
    + paragraph(run("They meet.")) + paragraph(inserted(run("They listen.")), _NEW)
    + paragraph(run("They end here."))
)  # fmt: skip


def _differences(body: str) -> tuple[Difference, ...]:
    return base_differences(started(*_BASE), read_word(word_file(body), "layer.docx"))


def test_an_untracked_edit_is_shown_where_it_is() -> None:
    (found,) = _differences(_EDITED)
    assert (found.provision, found.ours, found.theirs) == ("p2", "every", "each")
    assert (found.before, found.line) == ("They report", 2)
    assert found.suspicion is Suspicion.UNTRACKED_EDIT


def test_another_revision_is_told_from_a_slip() -> None:
    found = _differences(_OLDER)
    assert {each.provision for each in found} == {"p2", "", "p5"}
    last = next(each for each in found if each.provision == "p5")
    assert (last.ours, last.theirs, last.line) == ("Nothing else.", "", 0)
    assert last.suspicion is Suspicion.OLDER_REVISION


def test_a_paragraph_that_went_is_not_taken_for_another_that_came() -> None:
    kept = "".join(paragraph(run(each)) for each in _BASE[:3])
    body = kept + paragraph(run("A fund pays for travel.")) + paragraph(run(_BASE[4]))
    assert [(each.provision, each.ours, each.theirs) for each in _differences(body)] == [
        ("p4", "They end here.", ""),
        ("", "", "A fund pays for travel."),
    ]


def test_a_paragraph_that_was_rewritten_is_one_difference() -> None:
    session = started("They meet.", "All parties shall protect wetlands from harm and loss.")
    body = paragraph(run("They meet.")) + paragraph(run("Loss of any wetlands is what we regret."))
    (found,) = base_differences(session, read_word(word_file(body), "layer.docx"))
    assert (found.provision, found.line) == ("p2", 2)


def test_it_is_refused_and_nothing_changes() -> None:
    with pytest.raises(KnownError, match="other_base") as refused:
        with_layer(started(*_BASE), _EDITED)
    assert refused.value.facts["count"] == 1
    assert refused.value.facts["differences"] == _differences(_EDITED)


def test_it_can_be_compared_instead() -> None:
    session = with_layer(started(*_BASE), _EDITED, other_base=OtherBase.COMPARE)
    assert composed(session, "Canada") == [
        "States may act now.", "They report each year in May.", *_BASE[2:],
    ]  # fmt: skip


def test_it_can_be_carried_over() -> None:
    session = with_layer(started(*_BASE), _EDITED, other_base=OtherBase.CARRY)
    assert composed(session, "Canada") == [
        "States may act now.", "They report every year in May.", *_BASE[2:],
    ]  # fmt: skip
    assert [(each.raw, each.provision, each.line) for each in session.unread.values()] == [
        ("… They report every → … They report each", "p2", 2)
    ]


def test_what_was_changed_without_tracking_is_set_aside() -> None:
    body = (
        paragraph(run("States ") + _replaced("shall", "may") + run(" firmly act now."))
        + paragraph(run("They every year."))
        + paragraph(run("They also dance until late.")) + paragraph(run("They meet."))
        + paragraph(run("Nothing else."))
    )  # fmt: skip
    session = with_layer(started(*_BASE), body, other_base=OtherBase.CARRY)
    assert composed(session, "Canada") == ["States may act now.", *_BASE[1:]]
    assert [(each.raw, each.provision, each.line) for each in session.unread.values()] == [
        ("… States shall → … States shall firmly", "p1", 1),
        ("… They report → … They", "p2", 2),
        ("— → They also dance until late.", "", 3),
        ("They end here. → —", "p4", 0),
    ]
    assert {each.file for each in session.unread.values()} == {"f2"}


def test_what_cannot_be_carried_over_is_listed_with_its_reason() -> None:
    session = with_layer(started(*_BASE), _OLDER, other_base=OtherBase.CARRY)
    assert composed(session, "Canada") == [
        "States may act now.", _BASE[1], "They meet.", "They listen.", *_BASE[3:],
    ]  # fmt: skip
    assert [(each.raw, each.reason) for each in session.unread.values()] == [
        ("once → twice", "not_in_base"),
        *((_told(each), "older_revision") for each in _differences(_OLDER)),
    ]


def _told(each: Difference) -> str:
    before = f"… {each.before} " if each.before else ""
    return f"{before}{each.ours or '—'} → {before}{each.theirs or '—'}"


def test_spaces_and_labels_are_no_difference() -> None:
    body = (
        paragraph(run("1.\tStates  shall ") + inserted(run("all ")) + run("act now."))
        + paragraph(run("2.\tThey report every year. "))
    )  # fmt: skip
    session = with_layer(started(*_BASE[:2]), body)
    assert [each.kind for each in proposals(session)] == [AmendmentKind.EDIT]
    assert composed(session, "Canada") == ["States shall all act now.", _BASE[1]]


def test_a_base_with_its_labels_in_the_text() -> None:
    body = paragraph(run("States ") + _replaced("shall", "may") + run(" act."))
    session = with_layer(started("1. States shall act."), body)
    assert composed(session, "Canada") == ["1. States may act."]
