"""The Chair's unsettled texts follow their conflicts."""

from editor.negotiation.conflict import Conflict, ConflictKind
from editor.ui.proposals.drafts import Drafts


def conflict(
    members: str, kind: ConflictKind = ConflictKind.WORDS, provision: str = "p1"
) -> Conflict:
    return Conflict(f"{kind}:{provision}:{members}", kind, provision, tuple(members), (), ())


def test_a_draft_is_kept_for_its_conflict_and_dropped() -> None:
    drafts, mine = Drafts(), conflict("ab")
    drafts.keep(mine, "one")
    drafts.keep(mine, "one word")
    drafts.show([conflict("cd", provision="p2")])

    drafts.show([mine, conflict("cd")])
    assert [drafts.text_of(mine), drafts.text_of(conflict("cd"))] == ["one word", None]

    drafts.drop(mine)
    drafts.show([mine])
    assert drafts.text_of(mine) is None


def test_a_draft_goes_on_in_what_has_become_of_its_conflict() -> None:
    drafts = Drafts()
    drafts.keep(conflict("ab"), "one")
    drafts.show([conflict("abc")])
    assert drafts.text_of(conflict("abc")) == "one"

    drafts.keep(conflict("abc"), "two")
    drafts.show([conflict("ab")])
    assert drafts.text_of(conflict("ab")) == "two"


def test_a_conflict_that_falls_apart_leaves_its_draft_to_the_larger_part() -> None:
    drafts = Drafts()
    drafts.keep(conflict("abcde"), "one")
    drafts.show([conflict("ab"), conflict("cde")])

    assert [drafts.text_of(conflict(each)) for each in ("ab", "cde")] == [None, "one"]


def test_a_contest_about_the_provision_does_not_take_a_draft_about_words() -> None:
    drafts, contest = Drafts(), conflict("abw", ConflictKind.PROVISION)
    drafts.keep(conflict("ab"), "one")
    drafts.show([contest])

    assert drafts.text_of(contest) is None
