"""Everything the Chair can set without proposing: random settings for the laws."""

from dataclasses import dataclass

from hypothesis import strategies as st

from editor.negotiation.commands.command import Command
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.commands.switching import Decide, SwitchLayers
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from tests.laws.strategies import rulings_for


@dataclass(frozen=True)
class Setting:
    """A command, and the thing it sets: settings of different things do not meet."""

    thing: object
    command: Command


@st.composite
def settings_of(draw: st.DrawFn, session: Session) -> Setting:
    kind = draw(st.sampled_from(["layer", "layer", "decision", "decision", "ruling"]))
    if kind == "layer":
        delegation = draw(st.sampled_from(sorted(session.delegations)))
        on = session.delegations[delegation].layer_on
        wanted = draw(st.sampled_from([not on, not on, on]))
        return Setting(delegation, SwitchLayers((delegation,), wanted))
    if kind == "ruling":
        ruling = draw(rulings_for(session, "ruling"))
        if ruling:
            choice, text = ruling.choice, ruling.text
            if ruling.how is RulingKind.OPTION:
                choice = choice[:1]
            return Setting(ruling.members, Rule(ruling.members, ruling.how, choice, text))
        if session.rulings:
            taken_back = draw(st.sampled_from(sorted(session.rulings)))
            return Setting(session.rulings[taken_back].members, Unrule(taken_back))
    amendment = draw(st.sampled_from(sorted(session.amendments)))
    return Setting(amendment, Decide((amendment,), draw(st.sampled_from([True, False, None]))))
