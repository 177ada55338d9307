"""Provisions of a base file that are joined and split: in every form the file says what the
session says."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.app.base_check import check_on_base
from editor.exporters.manuscript import Form
from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, patched
from editor.negotiation.session import Session
from editor.text.edit import Edit
from tests.examples import one_in
from tests.exporters.word.onto_base.base_files import base_file, base_files
from tests.exporters.word.onto_base.sessions_on_base import NAMES, session_from, written

pytestmark = pytest.mark.laws

SEEDS = st.integers(0, 2**32)


def with_proposals(session: Session, *proposals: Amendment) -> Session:
    """The session with these proposals and the layers of all who sponsor them on."""
    draft = Draft(session)
    for key, name in zip(("d1", "d2"), NAMES[1:], strict=False):
        draft.put("delegations", key, Delegation(key, name[:3].upper(), name, layer_on=True))
    for each in proposals:
        draft.put("amendments", each.id, each)
    return patched(session, draft.patch())


def by(number: int, amendment: Amendment, who: str = "d1") -> Amendment:
    return Amendment(
        f"a{number}",
        amendment.provision,
        amendment.kind,
        amendment.edits,
        amendment.provisions,
        amendment.text,
        at=amendment.at,
        sponsorships=(Sponsorship(who, number),),
    )


def joined(first: str, second: str) -> Amendment:
    return Amendment("", first, AmendmentKind.JOIN, provisions=(first, second))


def split(provision: str, at: int) -> Amendment:
    return Amendment("", provision, AmendmentKind.SPLIT, at=at)


def gone(provision: str, start: int, end: int) -> Amendment:
    return Amendment("", provision, edits=(Edit(start, end, ""),))


def check(data: bytes, session: Session) -> None:
    composition = compose(session)
    for form in Form:
        check_on_base(written(composition, form, data), data, composition, form)


@pytest.mark.parametrize("second", ["plain", "table", "box", "note", "field"])
def test_a_provision_that_is_joined_with_the_first_part_of_another(second: str) -> None:
    data = base_file(["plain", second], ["States act.", "They report soon."])
    session = session_from(data)
    last = session.base_order[-1]
    at = session.provisions[last].text.index(" ") + 1
    before = session.base_order[-2]
    check(data, with_proposals(session, by(1, joined(before, last)), by(2, split(last, at))))


@pytest.mark.parametrize("first", ["plain", "table"])
def test_three_that_are_joined_across_the_end_of_a_cell(first: str) -> None:
    data = base_file([first, "plain", "plain"], ["States act.", "They report.", "They meet."])
    session = session_from(data)
    one, two, three = session.base_order[-3:]
    joins = by(1, joined(one, two)), by(2, joined(two, three))
    check(data, with_proposals(session, *joins))
    emptied = by(3, gone(two, 0, 5)), by(4, gone(two, 5, 12), "d2")
    check(data, with_proposals(session, *joins, *emptied))


@example(base_file(["blank"], [""]), 0)
@example(base_file(["bold start", "bold start"], ["all act now", "they report soon"]), 3)
@one_in(2)
@given(base_files(), SEEDS)
def test_every_form_says_what_is_joined_split_and_gone(data: bytes, seed: int) -> None:
    session = session_from(data)
    found = _proposals(session, random.Random(seed))
    proposals = [by(n, each, f"d{n % 2 + 1}") for n, each in enumerate(found)]
    check(data, with_proposals(session, *proposals))


def _proposals(session: Session, chance: random.Random) -> Iterator[Amendment]:
    order = session.base_order
    if not order:  # a file of blank paragraphs
        return
    for _ in range(chance.randrange(1, 6)):
        here = chance.randrange(len(order))
        text = session.provisions[order[here]].text
        space = text.find(" ")
        kind = chance.choice(("join", "join", "split", "gone", "words", "delete"))
        if kind == "join" and here:
            yield joined(order[here - 1], order[here])
        elif kind == "delete":
            yield Amendment("", order[here], AmendmentKind.DELETE_PROVISION)
        elif space > 0 and kind == "split":
            yield split(order[here], space + 1)
        elif space > 0 and kind == "words":
            yield Amendment("", order[here], edits=(Edit(0, space, "must"),))
        elif space > 0 and kind == "gone":
            yield gone(order[here], 0, space)
            yield gone(order[here], space, len(text))
