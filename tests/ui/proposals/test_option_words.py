"""What an option about whole provisions says that it does, and for whom."""

from dataclasses import replace

import pytest

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.session import Session
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.proposals.option_words import contested_labels, option_words, who_wants
from editor.ui.proposals.sheet import ConflictCardFacts, sheet_of
from editor.ui.proposals.words import plain
from tests.ui.negotiations import edit, small_negotiation

REPLACED = "Parties should share what they know."
JOINED = "Parties should do all of this together."


def whole(kind: AmendmentKind, key: str, provision: str, who: str, text: str | None) -> Amendment:
    voices = (Sponsorship(who, 1),)
    return Amendment(key, provision, kind, text=text, sponsorships=voices)


def session_with(*amendments: Amendment) -> Session:
    session = small_negotiation()
    on = {each.id: replace(each, layer_on=True) for each in session.delegations.values()}
    return replace(session, delegations=on, amendments={each.id: each for each in amendments})


def contest(session: Session, provision: str) -> ConflictCardFacts:
    composition = compose(session)
    (found,) = sheet_of(composition, ProvisionFacts(composition), provision).conflicts
    return found


def said(session: Session, facts: ConflictCardFacts) -> dict[str, tuple[str, ...]]:
    """The words of each option, with who wants it."""
    return {
        plain(option_words(session, facts, each)): who_wants(session, facts, each)
        for each in facts.options
    }


@pytest.mark.parametrize("in_hand", ["p1", "p2", "p3"])
def test_a_contest_about_several_provisions_says_what_becomes_of_each(in_hand: str) -> None:
    join = whole(AmendmentKind.JOIN, "w3", "p2", "nor", JOINED)
    session = session_with(
        whole(AmendmentKind.DELETE_PROVISION, "w1", "p1", "fji", None),
        whole(AmendmentKind.REPLACE_PROVISION, "w2", "p2", "fji", REPLACED),
        replace(join, provisions=("p1", "p2", "p3")),
        edit("a1", "p1", "can", "draining", "filling"),
        edit("a2", "p3", "egy", "local", "all"),
    )

    facts = contest(session, in_hand)

    assert contested_labels(session, facts.conflict) == "1, 2, 3"
    assert said(session, facts) == {
        f"Delete 1; Replace 2: {REPLACED}; Keep 3, as amended": ("fji",),
        f"Join 1, 2, 3: {JOINED}": ("nor",),
        "Keep 1, 2, 3, as amended": ("can", "egy"),
        "Keep the base of 1, 2, 3": (),
    }


def test_a_contest_about_one_provision_needs_no_label() -> None:
    session = session_with(
        whole(AmendmentKind.DELETE_PROVISION, "w1", "p1", "fji", None),
        edit("a1", "p1", "can", "draining", "filling"),
    )

    facts = contest(session, "p1")

    assert contested_labels(session, facts.conflict) == "1"
    assert said(session, facts) == {
        "Delete the provision": ("fji",),
        "Keep the provision, as amended": ("can",),
        "Keep the base": (),
    }
