from PySide6.QtWidgets import QMenu

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.switching import Decide
from editor.ui.layers.layer_menu import LayerAsks, fill_layer_menu
from editor.ui.main_window import MainWindow
from tests.ui.in_window import session_of


def _choose(window: MainWindow, delegation: str, *words: str) -> None:
    """Choose an entry of a delegation's menu, through its submenus."""
    side = window.session_side
    assert side.controller is not None
    menu = QMenu(window)
    asks = LayerAsks(side.controller.execute, print, print, side.desk.layers.toggle_solo)
    fill_layer_menu(menu, session_of(window), delegation, asks)
    for each in words:
        action = next(a for a in menu.actions() if a.text() == each)
        inner = action.menu()
        if isinstance(inner, QMenu):
            menu = inner
        else:
            assert action.isEnabled()
            action.trigger()


def test_only_this_layer(window: MainWindow) -> None:
    window.actions_.all_on.trigger()

    _choose(window, "nor", "Only This Layer")

    on = {d.id for d in session_of(window).delegations.values() if d.layer_on}
    assert on == {"nor", "chair"}


def test_a_layer_stands_out_and_no_more(window: MainWindow) -> None:
    layers = window.session_side.desk.layers
    _choose(window, "nor", "Let It Stand Out, or All Again (S)")
    assert layers.solo == "nor"

    _choose(window, "nor", "Let It Stand Out, or All Again (S)")
    assert layers.solo == ""


def test_following_the_layer_again_forgets_the_decisions(window: MainWindow) -> None:
    assert window.session_side.controller is not None
    window.session_side.controller.execute(Decide(("a1", "a3"), True))

    _choose(window, "can", "Follow the Layer Again")

    assert list(session_of(window).decisions) == ["a3"]


def test_ranking_moves_a_delegation_before_its_neighbour(window: MainWindow) -> None:
    _choose(window, "egy", "Rank Earlier")

    order = sorted(
        session_of(window).delegations, key=lambda each: session_of(window).rank_of[each]
    )
    assert order == ["chair", "egy", "can", "fji", "nor", "sids", "wmo"]
    _choose(window, "egy", "Alphabetical Order for All")
    order = sorted(
        session_of(window).delegations, key=lambda each: session_of(window).rank_of[each]
    )
    assert order[:3] == ["chair", "can", "egy"]


def test_merging_gives_everything_to_the_other(window: MainWindow) -> None:
    _choose(window, "egy", "Is the Same As", "NOR   Norway")

    session = session_of(window)
    assert "egy" not in session.delegations
    assert session.amendments["a2"].sponsors == ("nor",)
    assert "Egypt" in session.delegations["nor"].as_written


def test_removing_parks_its_proposals(window: MainWindow) -> None:
    _choose(window, "wmo", "Remove, Parking Its Proposals")

    session = session_of(window)
    assert "wmo" not in session.delegations
    assert session.amendments["n1"].state is AmendmentState.PARKED
    window.actions_.undo.trigger()
    assert "wmo" in session_of(window).delegations
