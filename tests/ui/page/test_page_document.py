"""The page follows the composition through anything that can happen to a session."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextLayout

from editor.negotiation.commands.delegations import ChangeDelegation
from editor.negotiation.commands.ruling_on import Rule
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import Patch, patched
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from editor.ui.colours import DARK, LIGHT
from editor.ui.page.entries import entry_of
from editor.ui.page.page_document import PageDocument
from editor.ui.page.spans import View
from tests.strategies import difference, sessions
from tests.ui.negotiations import small_negotiation

pytestmark = pytest.mark.usefixtures("qapp")


def shown(page: PageDocument) -> list[tuple[str, bool]]:
    """Each block's text, and whether it is to be seen."""
    page.freshen_all()
    found = []
    block = page.document.begin()
    while block.isValid():
        found.append((block.text(), block.isVisible()))
        block = block.next()
    return found


def expected(composition: Composition, view: View) -> list[tuple[str, bool]]:
    entries = [entry_of(composition, place, view) for place in composition.places]
    return [(each.text.replace("\u2028", "\u2028"), not each.hidden) for each in entries]


def follow(page: PageDocument, patch: Patch) -> None:
    after = recompose(page.composition, patched(page.composition.session, patch), patch)
    rows = {each.key for each in patch.changes if each.table == "provisions"}
    page.renew(after, after.touched | rows)


@given(session=sessions(), data=st.data())
def test_the_page_follows_toggles_decisions_and_rulings(
    session: Session, data: st.DataObject
) -> None:
    view = data.draw(st.sampled_from(View))
    page = PageDocument(compose(session), LIGHT, view)
    for _ in range(data.draw(st.integers(1, 5))):
        if data.draw(st.booleans()):
            page.freshen(0, data.draw(st.integers(0, 3)))
        now = page.composition.session
        delegation = data.draw(st.sampled_from(sorted(now.delegations)))
        command = SwitchLayers((delegation,), data.draw(st.booleans()))
        patch = command.plan(now)
        if data.draw(st.booleans()) and page.composition.open_conflicts:
            conflict = data.draw(st.sampled_from(page.composition.open_conflicts))
            how = data.draw(st.sampled_from((RulingKind.BASE, RulingKind.BRACKET)))
            patch = Rule(frozenset(conflict.members), how).plan(now)
        elif data.draw(st.booleans()) and now.amendments:
            chosen = data.draw(st.sampled_from(sorted(now.amendments)))
            patch = Decide((chosen,), data.draw(st.none() | st.booleans())).plan(now)
        follow(page, patch)

    assert shown(page) == expected(page.composition, view)
    assert page.composition.places == compose(page.composition.session).places


@given(before=sessions(), after=sessions(), view=st.sampled_from(View))
def test_the_page_follows_any_change_of_the_session(
    before: Session, after: Session, view: View
) -> None:
    page = PageDocument(compose(before), LIGHT, view)
    page.freshen(0, 1)

    follow(page, Patch(difference(before, after)))

    page.rewrite()
    assert shown(page) == expected(page.composition, view)


@given(session=sessions(), views=st.lists(st.sampled_from(View), min_size=1, max_size=4))
def test_views_are_only_views(session: Session, views: list[View]) -> None:
    composition = compose(session)
    page = PageDocument(composition, LIGHT, View.REDLINE)
    for view in views:
        page.freshen(0, 1)
        page.set_view(view)

    assert shown(page) == expected(composition, views[-1])


@given(session=sessions())
def test_formats_lie_within_the_text(session: Session) -> None:
    page = PageDocument(compose(session), DARK, View.REDLINE)
    shown(page)
    block = page.document.begin()
    while block.isValid():
        for each in page.formats_for(block):
            assert 0 <= each.start <= each.start + each.length <= max(1, block.length())
        block = block.next()


def laid_out(page: PageDocument) -> list[int]:
    """The blocks that are laid out when the whole page is looked at."""
    found = []
    formats_for = page.formats_for

    def noted(block: QTextBlock) -> list[QTextLayout.FormatRange]:
        found.append(block.blockNumber())
        return formats_for(block)

    page.formats_for = noted  # type: ignore[method-assign]
    page.freshen_all()
    page.layout.lay_out_between(0, page.layout.documentSize().height())
    page.formats_for = formats_for  # type: ignore[method-assign]
    return found


def test_a_switched_layer_lays_out_only_where_it_proposes_another_colour_all() -> None:
    page = PageDocument(compose(small_negotiation()), LIGHT, View.REDLINE)
    everything = laid_out(page)

    follow(page, SwitchLayers(("nor",), True).plan(page.composition.session))
    proposing = {page.block_of[each] for each in page.composition.touched}

    switched = set(laid_out(page))
    assert switched
    assert switched <= proposing
    norway = page.composition.session.delegations["nor"]
    follow(page, ChangeDelegation(replace(norway, colour=7)).plan(page.composition.session))
    assert laid_out(page) == everything


def test_a_position_comes_back() -> None:
    from tests.ui.page.test_typing import session_with

    page = PageDocument(compose(session_with()), LIGHT, View.CLEAN)

    position = page.position_of("p2", 6)

    assert position is not None
    found = page.span_at(position)
    assert found is not None
    entry, span, offset = found
    assert (entry.provision, span.text[:offset]) == ("p2", "They 👩")
