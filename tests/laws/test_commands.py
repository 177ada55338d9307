"""Every command leaves a session in which every reference holds, and its reverse gives back
exactly the session there was."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from editor.errors import KnownError
from editor.negotiation.amendment import Amendment, AmendmentState
from editor.negotiation.commands.amending import Amend, amendable
from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.commands.command import Command
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
from editor.negotiation.commands.dictated import (
    Dictate,
    DictateProvision,
    DictateSeveral,
    FinishDictation,
)
from editor.negotiation.commands.proposing import (
    DeclareAlternatives,
    Propose,
    RankWishes,
    SetState,
    TakePosition,
)
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.commands.splitting_proposals import SplitProposal
from editor.negotiation.commands.status import Entitle, SetStatus
from editor.negotiation.commands.switching import ChooseLayers, Decide, SwitchLayers
from editor.negotiation.commands.tray import (
    DismissFromTray,
    TrayToNote,
    TrayToPosition,
    TrayToProposal,
)
from editor.negotiation.composition import compose, recompose
from editor.negotiation.integrity import faults
from editor.negotiation.patch import patched
from editor.negotiation.provision import ProvisionStatus, Stance
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Session
from editor.text.edit import apply_edits
from tests.strategies import (
    TEXTS,
    amendments,
    base_positions,
    edits,
    new_provisions,
    sessions,
)

Maker = Callable[[DrawFn, Session], Command]


def _some(draw: DrawFn, keys: Sequence[str], least: int = 1) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(keys), min_size=least, max_size=3, unique=True)))


def _one(draw: DrawFn, keys: Sequence[str]) -> str:
    return str(draw(st.sampled_from(keys)))


def _wanted(draw: DrawFn, session: Session) -> Amendment:
    """Something that somebody may want, on its own feet."""
    base = [session.provisions[each] for each in session.base_order]
    who = list(session.delegations)
    if draw(st.booleans()):
        return draw(new_provisions("", base, who))[0]
    return draw(amendments("", base, who))


def _propose(draw: DrawFn, session: Session) -> Command:
    wanted = (replace(_wanted(draw, session), id="", state=AmendmentState.PROPOSED),)
    return Propose(_one(draw, list(session.delegations)), wanted)


def _correct(draw: DrawFn, session: Session) -> Command:
    key = _one(draw, list(session.amendments))
    present = session.amendments[key]
    wanted = replace(_wanted(draw, session), id=key, state=present.state)
    if draw(st.booleans()):
        text = session.provisions[present.provision].text
        wanted = replace(present, edits=draw(edits(text)))
    return CorrectProposal(wanted)


def _split_provision(draw: DrawFn, session: Session) -> Command:
    key = _one(draw, session.base_order)
    return SplitProvision(key, draw(st.integers(0, len(session.provisions[key].text))), "9")


def _dictate(draw: DrawFn, session: Session) -> Command:
    key = _one(draw, session.base_order)
    speaker = _one(draw, list(session.delegations))
    own = [
        each.id
        for each in session.amendments.values()
        if (each.provision, each.kind) == (key, "edit")
        and each.sponsors == (speaker,)
        and each.target is None
    ]
    instead = _some(draw, own, 0) if own else ()
    return Dictate(speaker, key, draw(edits(session.provisions[key].text)), instead)


def _tray_to_proposal(draw: DrawFn, session: Session) -> Command:
    item = _one(draw, list(session.unread))
    sponsors = _some(draw, list(session.delegations))
    wanted = replace(_wanted(draw, session), state=AmendmentState.PROPOSED)
    return TrayToProposal(item, sponsors, wanted)


def _amend(draw: DrawFn, session: Session) -> Command:
    amended = [each.id for each in session.amendments.values() if amendable(each)]
    target = _one(draw, amended or list(session.amendments))
    before = amendable(session.amendments[target])
    words = tuple(apply_edits(each, draw(edits(each))) for each in before)
    return Amend(_one(draw, list(session.delegations)), target, words)


def _take_base_position(draw: DrawFn, session: Session) -> Command:
    key = _one(draw, list(session.provisions))
    said = draw(base_positions(session.provisions[key].text, list(session.delegations)))
    stance = draw(st.sampled_from([None, said.stance]))
    return TakeBasePosition(key, said.start, said.end, said.delegation, stance, said.note)


def _on_amendments(draw: DrawFn, session: Session) -> Command:
    keys = list(session.amendments)
    who = list(session.delegations)
    makers: list[Callable[[], Command]] = [
        lambda: SplitProposal(_one(draw, keys)),
        lambda: SplitProposal(
            _one(draw, [k for k in keys if len(session.amendments[k].edits) > 1] or keys)
        ),
        lambda: SetState(_some(draw, keys), draw(st.sampled_from(AmendmentState))),
        lambda: DeclareAlternatives(_some(draw, keys), draw(st.booleans())),
        lambda: TakePosition(
            _some(draw, keys), _one(draw, who), draw(st.none() | st.sampled_from(Stance))
        ),
        lambda: RankWishes(_one(draw, who), _some(draw, keys), _some(draw, keys, 0)),
        lambda: _amend(draw, session),
        lambda: Decide(_some(draw, keys), draw(st.none() | st.booleans())),
        lambda: Rule(
            frozenset(_some(draw, keys)), draw(st.sampled_from(RulingKind)), text=draw(TEXTS)
        ),
        lambda: DictateProvision(_one(draw, keys), draw(TEXTS)),
        lambda: FinishDictation(_one(draw, keys)),
        lambda: _correct(draw, session),
    ]
    return draw(st.sampled_from(makers))()


def _on_rulings(draw: DrawFn, session: Session) -> Command:
    ruling = session.rulings[_one(draw, list(session.rulings))]
    if draw(st.booleans()):
        return Unrule(ruling.id)
    return Rule(ruling.members, RulingKind.BRIDGE, text="as appropriate")


def _on_delegations(draw: DrawFn, session: Session) -> Command:
    who = list(session.delegations)
    makers: list[Callable[[], Command]] = [
        lambda: AddDelegation(draw(TEXTS), draw(TEXTS), members=_some(draw, who, 0)),
        lambda: ChangeDelegation(
            replace(session.delegations[_one(draw, who)], members=_some(draw, who, 0))
        ),
        lambda: Reorder(_some(draw, who, 0)),
        lambda: MergeDelegations(_one(draw, who), _some(draw, who)),
        lambda: RemoveDelegation(_one(draw, who)),
        lambda: SwitchLayers(_some(draw, who), draw(st.booleans())),
        lambda: ChooseLayers(frozenset(_some(draw, who))),
    ]
    return draw(st.sampled_from(makers))()


def _on_text(draw: DrawFn, session: Session) -> Command:
    base, every = session.base_order, list(session.provisions)
    makers: list[Callable[[], Command]] = [
        lambda: Entitle(draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS)),
        lambda: SetStatus(
            _some(draw, every),
            draw(st.sampled_from(ProvisionStatus)),
            _some(draw, list(session.delegations), 0),
        ),
        lambda: Relabel(_one(draw, every), "7 bis"),
        lambda: _take_base_position(draw, session),
        lambda: JoinProvisions(base[0], base[min(1, len(base) - 1)]),
        lambda: _split_provision(draw, session),
        lambda: _propose(draw, session),
        lambda: _dictate(draw, session),
        lambda: DictateSeveral((_dictate(draw, session), _dictate(draw, session))),
    ]
    return draw(st.sampled_from(makers))()


def _on_tray(draw: DrawFn, session: Session) -> Command:
    item = _one(draw, list(session.unread))
    nothing = [""]
    amendment = draw(st.sampled_from([*nothing, *session.amendments]))
    elsewhere = draw(st.sampled_from([*nothing, *session.provisions]))
    who = _one(draw, list(session.delegations))
    makers: list[Callable[[], Command]] = [
        lambda: TrayToPosition(item, who, Stance.OPPOSE, amendment, elsewhere=elsewhere),
        lambda: TrayToNote((item,), who, amendment, elsewhere),
        lambda: DismissFromTray(_some(draw, list(session.unread)), elsewhere),
        lambda: _tray_to_proposal(draw, session),
    ]
    return draw(st.sampled_from(makers))()


@st.composite
def commands(draw: DrawFn, session: Session) -> Command:
    """A command that the window could give, or could not quite."""
    makers: list[Maker] = [_on_text, _on_delegations]
    if session.amendments:
        makers += [_on_amendments] * 3
    if session.rulings:
        makers.append(_on_rulings)
    if session.unread:
        makers.append(_on_tray)
    return draw(st.sampled_from(makers))(draw, session)


@st.composite
def negotiations(draw: DrawFn) -> Session:
    """A session as `sessions` draws them, where somebody may also amend a bridging text."""
    session = draw(sessions())
    if not session.rulings or not draw(st.booleans()):
        return session
    key = draw(st.sampled_from(list(session.rulings)))
    ruling: Ruling = session.rulings[key]
    place = session.amendments[min(ruling.members)].provision
    base = session.provisions[session.base_order[0]]
    drawn = draw(amendments("a99", [base], list(session.delegations)))
    on_bridge = Amendment(
        "a99", place, edits=draw(edits(ruling.text)), target=key, sponsorships=drawn.sponsorships
    )
    return replace(session, amendments={**session.amendments, "a99": on_bridge})


@given(st.data())
def test_references_hold_and_the_way_back_is_exact(data: st.DataObject) -> None:
    session = data.draw(negotiations())
    for _ in range(data.draw(st.integers(1, 4))):
        command = data.draw(commands(session))
        try:
            patch = command.plan(session)
        except KnownError:
            continue
        after = patched(session, patch)
        assert list(faults(after)) == [], command
        assert patched(after, patch.reverse) == session, command
        assert not any(change.before == change.after for change in patch.changes)
        session = after


@given(st.data())
def test_a_patch_composes_as_the_session_it_makes(data: st.DataObject) -> None:
    session = data.draw(negotiations())
    composition = compose(session)
    command = data.draw(commands(session))
    try:
        patch = command.plan(session)
    except KnownError:
        return
    after = patched(session, patch)
    assert recompose(composition, after, patch).paragraphs == compose(after).paragraphs, command
