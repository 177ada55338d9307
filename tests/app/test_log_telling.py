"""What the log is told of each command."""

from dataclasses import replace

import pytest

from editor.app.log_detail import LogDetail, detail_in
from editor.app.log_telling import detail_of
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.commands.amending import Amend
from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.commands.closing_reading import CloseReading
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.confirming import ConfirmReading
from editor.negotiation.commands.correcting import CorrectProposal, Relabel
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.correcting_splits import SplitProvision
from editor.negotiation.commands.delegations import (
    AddDelegation,
    ChangeDelegation,
    MergeDelegations,
    RemoveDelegation,
    Reorder,
)
from editor.negotiation.commands.proposing import (
    DeclareAlternatives,
    RankWishes,
    SetState,
    TakePosition,
)
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.commands.splitting_proposals import SplitProposal
from editor.negotiation.commands.status import Entitle, SetStatus
from editor.negotiation.commands.switching import ChooseLayers, Decide, SwitchLayers
from editor.negotiation.commands.tray import DismissFromTray
from editor.negotiation.patch import Patch, patched
from editor.negotiation.provision import ProvisionStatus, Stance
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from tests.ui.negotiations import edit, small_negotiation

SESSION = small_negotiation()
FILLING = {"old": "draining", "new": "filling"}
CLASH = frozenset({"a1", "a2"})
_EDITS = replace(edit("a1", "p1", "can", "wetlands", "shores"), notes=("note1",))


def told(command: Command, session: Session = SESSION) -> LogDetail:
    return detail_of(command, session, command.plan(session))


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (SwitchLayers(("can", "egy"), True), LogDetail(whose=("CAN", "EGY"), how="on")),
        (SwitchLayers(("can",), False), LogDetail(whose=("CAN",), how="off")),
        (ChooseLayers(frozenset({"nor"})), LogDetail(whose=("NOR",))),
        (Decide(("a1",), False), LogDetail({"p1": "1"}, "", ("CAN",), "out", **FILLING)),
        (Decide(("a5", "a6"), None), LogDetail({"p3": "3", "p4": "4"}, "", ("CAN",), "layers")),
        (
            SetState(("a7",), AmendmentState.PROPOSED),
            LogDetail({"p3": "3"}, "", ("EGY",), "proposed", old="local"),
        ),
        (
            DeclareAlternatives(("a3", "a4")),
            LogDetail({"p2": "2"}, whose=("FJI", "NOR"), how="rivals"),
        ),
        (
            TakePosition(("a1",), "fji", Stance.OPPOSE),
            LogDetail({"p1": "1"}, "FJI", ("CAN",), "oppose", **FILLING),
        ),
        (
            TakeBasePosition("p1", 0, 7, "fji", Stance.OPPOSE),
            LogDetail({"p1": "1"}, "FJI", how="oppose", words="Parties"),
        ),
        (
            RankWishes("can", (), ("a1",)),
            LogDetail({"p1": "1"}, "CAN", ("CAN",), **FILLING),
        ),
        (
            Amend("egy", "a3", (" and old maps",)),
            LogDetail({"p2": "2"}, whose=("EGY",), new="old"),
        ),
        (
            Rule(CLASH, RulingKind.OPTION, ("a2",)),
            LogDetail({"p1": "1"}, whose=("EGY",), how="option"),
        ),
        (
            Rule(CLASH, RulingKind.BRIDGE, text="use"),
            LogDetail({"p1": "1"}, how="bridge", new="use"),
        ),
        (
            SetStatus(("p1",), ProvisionStatus.PENDING, ("egy",)),
            LogDetail({"p1": "1"}, whose=("EGY",), how="pending"),
        ),
        (Entitle("Shores", "Rev.1"), LogDetail(words="Shores, Rev.1")),
        (Relabel("p1", "1 bis"), LogDetail({"p1": "1"}, words="1 bis")),
        (JoinProvisions("p4", "p5"), LogDetail({"p4": "4", "p5": "5"})),
        (SplitProvision("p4", 8), LogDetail({"p4": "4"})),
        (Reorder(("nor", "can")), LogDetail(whose=("NOR", "CAN"))),
        (AddDelegation("PER", "Peru"), LogDetail(whose=("PER",))),
        (
            ChangeDelegation(replace(SESSION.delegations["can"], code="CDN")),
            LogDetail(whose=("CDN",)),
        ),
        (MergeDelegations("can", ("nor",)), LogDetail(who="CAN", whose=("NOR",))),
        (RemoveDelegation("wmo"), LogDetail(whose=("WMO",))),
        (DismissFromTray(("u1",)), LogDetail({"p3": "3"})),
        (
            CorrectProposal(_EDITS),
            LogDetail({"p1": "1"}, whose=("CAN",), old="wetlands", new="shores"),
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_where_whose_how_and_in_which_words(command: Command, expected: LogDetail) -> None:
    assert told(command) == expected


def test_a_ruling_taken_back_is_where_it_was() -> None:
    ruled = patched(SESSION, Rule(CLASH, RulingKind.BASE).plan(SESSION))
    (ruling,) = ruled.rulings

    assert told(Unrule(ruling), ruled) == LogDetail({"p1": "1"})


def test_an_import_names_its_files_and_nothing_else() -> None:
    command = BringIn(SetState(("a1",), AmendmentState.PARKED).plan(SESSION), "a.md, b.md")

    assert told(command) == LogDetail(words="a.md, b.md")


def test_a_closed_reading_names_the_next_and_whose_words_were_adopted() -> None:
    command = CloseReading(("a1", "a3"), "Rev.2")

    assert detail_of(command, SESSION, Patch()) == LogDetail(whose=("CAN", "FJI"), words="Rev.2")


def test_one_without_a_label_is_named_by_its_first_words() -> None:
    bare = replace(SESSION.provisions["p1"], label="")
    session = replace(SESSION, provisions={**SESSION.provisions, "p1": bare})

    assert told(Decide(("a1",), True), session).at == {"p1": "“Parties should prevent t…”"}


def test_long_words_are_cut() -> None:
    long = replace(SESSION.amendments["n1"], text="word " * 100)
    session = replace(SESSION, amendments={**SESSION.amendments, "n1": long})

    assert len(told(Decide(("n1",), True), session).new) < 125


def test_what_is_kept_can_be_read_again() -> None:
    detail = told(Decide(("a1",), False))

    assert detail_in(detail.to_json()) == detail
    assert detail_in(detail.to_json() | {"run": "r1"}) == detail
    assert LogDetail().to_json() == {}
    assert detail_in("a.md") == LogDetail(words="a.md")
    assert detail_in({"at": 3}) == LogDetail()


def test_commands_that_change_nothing_still_say_what_they_are_about() -> None:
    assert detail_of(SplitProposal("a1"), SESSION, Patch()) == LogDetail()
    assert detail_of(ConfirmReading(("a1",)), SESSION, Patch()) == LogDetail()


def test_words_that_named_no_provision_are_told_where_they_were_put() -> None:
    unplaced = replace(SESSION, unread={"u1": replace(SESSION.unread["u1"], provision="")})
    assert told(DismissFromTray(("u1",), "p2"), unplaced) == LogDetail({"p2": "2"})
