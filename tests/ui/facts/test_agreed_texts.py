"""What is agreed is not changed without a word."""

from editor.app.workspace import Cause, SessionChange
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.status import SetStatus
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import Patch, patched
from editor.negotiation.provision import ProvisionStatus
from editor.ui.facts.agreed_texts import AgreedTexts
from tests.ui.negotiations import small_negotiation


class Desk:
    """Follows one command after another."""

    def __init__(self) -> None:
        self.composition = compose(small_negotiation())
        self.texts = AgreedTexts(self.composition)
        self._done: list[Patch] = []
        self._undone: list[Patch] = []

    def do(self, command: Command) -> Composition:
        self._done.append(command.plan(self.composition.session))
        return self._apply(self._done[-1], Cause.COMMAND)

    def undo(self) -> Composition:
        self._undone.append(self._done.pop())
        return self._apply(self._undone[-1].reverse, Cause.UNDO)

    def redo(self) -> Composition:
        self._done.append(self._undone.pop())
        return self._apply(self._done[-1], Cause.REDO)

    def _apply(self, patch: Patch, cause: Cause) -> Composition:
        session = patched(self.composition.session, patch)
        self.composition = recompose(self.composition, session, patch)
        touched = self.composition.touched
        self.texts.follow(self.composition, SessionChange(cause, "", patch, touched, False))
        return self.composition


CANADA_ON, CANADA_OFF = SwitchLayers(("can",), on=True), SwitchLayers(("can",), on=False)


def test_a_layer_that_changes_what_is_agreed_is_noticed_and_setting_back_too() -> None:
    """Canada changes p4, which is agreed, and others, which are not."""
    desk = Desk()

    desk.do(CANADA_ON)
    assert desk.texts.changed() == ("p4",)

    desk.do(CANADA_OFF)
    assert desk.texts.changed() == ()


def test_nothing_is_said_of_what_comes_to_the_same_before_anybody_looked() -> None:
    desk = Desk()

    desk.do(CANADA_ON)
    desk.do(CANADA_OFF)

    assert desk.texts.changed() == ()


def test_the_first_agreed_text_is_remembered_over_several_actions() -> None:
    desk = Desk()
    desk.do(CANADA_ON)
    desk.texts.changed()

    desk.do(SwitchLayers(("egy",), on=True))
    assert desk.texts.changed() == ("p4",)

    desk.do(Decide(("a6",), False))
    assert desk.texts.changed() == ()


def test_reopened_it_may_change_and_agreed_anew_it_is_another_text() -> None:
    desk = Desk()
    desk.do(CANADA_ON)

    desk.do(SetStatus(("p4",), ProvisionStatus.REOPENED))
    assert desk.texts.changed() == ()

    desk.do(SetStatus(("p4",), ProvisionStatus.AGREED_AS_AMENDED))
    assert desk.texts.changed() == ()

    desk.do(CANADA_OFF)
    assert desk.texts.changed() == ("p4",)


def test_a_status_that_is_taken_back_has_the_text_that_was_agreed_before() -> None:
    """p4 is agreed, changed, then reopened or agreed anew."""
    for status in (ProvisionStatus.REOPENED, ProvisionStatus.AGREED_AS_AMENDED):
        desk = Desk()
        desk.do(CANADA_ON)
        desk.do(SetStatus(("p4",), status))
        assert desk.texts.changed() == ()

        desk.undo()
        assert desk.texts.changed() == ("p4",)
        desk.redo()
        assert desk.texts.changed() == ()
        desk.undo()
        desk.undo()
        assert desk.texts.changed() == ()
        desk.redo()
        assert desk.texts.changed() == ("p4",)


def test_a_text_agreed_before_anything_was_done_is_agreed_once_more_when_undone() -> None:
    desk = Desk()
    desk.do(SetStatus(("p4",), ProvisionStatus.REOPENED))
    desk.do(CANADA_ON)
    desk.undo()
    desk.undo()
    assert desk.texts.changed() == ()

    desk.do(CANADA_ON)
    assert desk.texts.changed() == ("p4",)


def test_a_new_provision_can_be_agreed_too() -> None:
    desk = Desk()
    desk.do(SwitchLayers(("wmo",), on=True))
    desk.do(SetStatus(("pn1",), ProvisionStatus.AGREED))

    desk.do(SwitchLayers(("wmo",), on=False))

    assert desk.texts.changed() == ("pn1",)
