"""What is agreed is not changed without a word."""

from editor.app.workspace import Cause, SessionChange
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.status import SetStatus
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.composition import Composition, compose, recompose
from editor.negotiation.patch import patched
from editor.negotiation.provision import ProvisionStatus
from editor.ui.facts.agreed_texts import AgreedTexts
from tests.ui.negotiations import small_negotiation


class Desk:
    """Follows one command after another."""

    def __init__(self) -> None:
        self.composition = compose(small_negotiation())
        self.texts = AgreedTexts(self.composition)

    def do(self, command: Command) -> Composition:
        patch = command.plan(self.composition.session)
        session = patched(self.composition.session, patch)
        self.composition = recompose(self.composition, session, patch)
        touched = self.composition.touched
        self.texts.follow(self.composition, SessionChange(Cause.COMMAND, "", patch, touched, False))
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


def test_a_new_provision_can_be_agreed_too() -> None:
    desk = Desk()
    desk.do(SwitchLayers(("wmo",), on=True))
    desk.do(SetStatus(("pn1",), ProvisionStatus.AGREED))

    desk.do(SwitchLayers(("wmo",), on=False))

    assert desk.texts.changed() == ("pn1",)
