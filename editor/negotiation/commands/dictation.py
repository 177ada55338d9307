"""Dictation: what is typed into the composed text becomes a proposal of whoever speaks.

Places are code points of the composed text of one provision (what a person reads, without
marks). What comes out reads as if the words had been typed into a plain text.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from editor.errors import KnownError
from editor.negotiation.amendment import START, Amendment, AmendmentKind
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.dictated import Dictate, DictateProvision
from editor.negotiation.commands.dictation_bridges import BridgeText, bridge_text_at
from editor.negotiation.commands.dictation_pieces import Piece, PieceKind, cut, edits_of, pieces_of
from editor.negotiation.commands.dictation_trial import Trial
from editor.negotiation.commands.proposing import Propose
from editor.negotiation.commands.ruling_on import Rule
from editor.negotiation.composition import ComposedProvision, Composition
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.label import next_label
from editor.negotiation.patch import Patch
from editor.text.edit import Edit
from editor.text.tokens import is_boundary

_LAST_CLUSTER = regex.compile(r"\X\Z")


@dataclass(frozen=True, slots=True)
class Selection:
    """`[start, end)` of the composed text of `provision`; equal for a caret."""

    provision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dictation:
    """The command that does it, and where the caret stands afterwards in the composed text.

    `is_exact`: the words stand where they were typed; else the order of insertions (by the
    rank of their sponsors) has put them elsewhere at the same point.
    """

    command: Command
    caret: int
    is_exact: bool = True


def dictate(
    composition: Composition, speaker: str, at: Selection, text: str, continuing: str = ""
) -> Dictation | None:
    """What `speaker` proposes by putting `text` in the place of the words selected.

    `continuing` is the proposal that the speaker is in the middle of dictating: words beside
    it belong to it. Words inside any other proposal of the speaker's own alone change that
    proposal; inside the Chair's bridging text they amend it, and the Chair rewords it. None
    when nothing would change.

    Raises KnownError: words_of_others, in_brackets, proposed_by_others, provision_gone,
    beside_words_of_others, would_conflict, bridging_text_missing.
    """
    composed = _composed(composition, at.provision)
    at, text = _in_normal_form(composed.text, at, text)
    if composed.text[at.start : at.end] == text:
        return None
    if not composition.session.provisions[at.provision].is_base:
        return _in_proposed(composition, speaker, composed, at, text)
    bridge = bridge_text_at(composition, at.provision, at.start, at.end)
    if bridge is None:
        pieces = cut(pieces_of(composition, speaker, composed.runs), at.start, at.end)
        commands = _candidates(speaker, at, text, pieces, continuing)
    elif speaker == CHAIR_ID and not composition.index.followers.get(bridge.ruling.id):
        return _reworded(bridge, at, text)
    else:
        commands = _in_bridge(composition, speaker, bridge, at, text, continuing)
    expected = composed.text[: at.start] + text + composed.text[at.end :]
    trial = Trial(composition, at.provision)
    attempts = [(command, trial.outcome(command)) for command in commands]
    for command, outcome in attempts:
        if outcome.text == expected:
            return Dictation(command, at.start + len(text))
    for command, outcome in attempts:
        # Else the words would be one with others that say the same, and come to nothing.
        says_all = Counter(outcome.text) == Counter(expected)
        if says_all and outcome.conflicts <= trial.conflicts and outcome.end_of_words is not None:
            return Dictation(command, outcome.end_of_words, is_exact=False)
    clashes = any(outcome.conflicts - trial.conflicts for _, outcome in attempts)
    raise KnownError("would_conflict" if clashes else "beside_words_of_others")


def break_paragraph(composition: Composition, speaker: str, provision: str, at: int) -> Dictation:
    """What `speaker` proposes by Enter: a split of the provision, or at its ends a new one.

    The caret stands after the break; in a new provision at its start. Raises KnownError:
    cannot_split_here, provision_gone, proposed_by_others.
    """
    composed = _composed(composition, provision)
    row = composition.session.provisions[provision]
    if not row.is_base:
        own = _own_proposal(composition, speaker, composed)
        if at != len(composed.text):
            raise KnownError("cannot_split_here")
        return _new_provision(composition, speaker, own.after or START, own.label)
    if at == len(composed.text):
        return _new_provision(composition, speaker, provision, row.label)
    if at == 0:
        return _new_provision(composition, speaker, _before(composition, provision), "")
    expected = f"{composed.text[:at]}\n{composed.text[at:]}"
    trial = Trial(composition, provision)
    pieces = cut(pieces_of(composition, speaker, composed.runs), at, at)
    for point in dict.fromkeys(_point(pieces, slot) for slot in _slots(pieces, at)):
        if not 0 < point < len(row.text) or not is_boundary(row.text, point):
            continue
        split = Amendment("", provision, AmendmentKind.SPLIT, at=point)
        command = Propose(speaker, (split,))
        if trial.outcome(command).text == expected:
            return Dictation(command, at + 1)
    raise KnownError("cannot_split_here")


def dictated(patch: Patch) -> str:
    """The proposal in which a dictation now stands; "" when none is left."""
    rows = (each.after for each in patch.changes if each.table == "amendments")
    return next((row.id for row in rows if isinstance(row, Amendment)), "")


def _composed(composition: Composition, provision: str) -> ComposedProvision:
    if provision not in composition.session.provisions:
        raise KnownError("unknown_provision", provision=provision)
    composed = composition.provision(provision)
    if composed.merged_into is not None:
        raise KnownError("provision_gone", provision=provision)
    return composed


def _in_normal_form(whole: str, at: Selection, text: str) -> tuple[Selection, str]:
    """Texts are in NFC: a mark that meets a letter, before or after, becomes one with it."""
    text = unicodedata.normalize("NFC", text)
    if f"{whole[: at.start][-1:]}{text}{whole[at.end : at.end + 1]}".isascii():
        return at, text
    letter = _LAST_CLUSTER.search(whole, 0, at.start)
    start = letter.start() if letter is not None else at.start
    end = at.end
    while end < len(whole) and unicodedata.combining(whole[end]):
        end += 1
    joined = whole[start : at.start] + text + whole[at.end : end]
    normal = unicodedata.normalize("NFC", joined)
    if normal == joined:
        return at, text
    return Selection(at.provision, start, end), normal


def _candidates(
    speaker: str, at: Selection, text: str, pieces: list[Piece], continuing: str
) -> Iterator[Dictate]:
    """The proposals that could be meant, the likeliest first."""
    inside = {own for piece in pieces if piece.selected for own in piece.own}
    beside = {own for piece in _around(pieces, at) for own in piece.own}
    nearest = inside | {continuing} if continuing in beside else inside
    choices = [nearest, inside | beside, {own for piece in pieces for own in piece.own}]
    seen = set()
    for touched in choices:
        for slot in _best_slots(pieces, at.start, touched) if text else [None]:
            edits = edits_of(pieces, touched, slot, text)
            dropped = _dropped(pieces)
            instead_of = tuple(sorted(touched, key=lambda own: (own != continuing, own)))
            command = Dictate(speaker, at.provision, edits, instead_of, dropped)
            if command not in seen:
                seen.add(command)
                yield command


def _in_bridge(
    composition: Composition,
    speaker: str,
    bridge: BridgeText,
    at: Selection,
    text: str,
    continuing: str,
) -> Iterator[Dictate]:
    """The amendments to a bridging text that could be meant."""
    target = bridge.ruling.id
    inside = Selection(at.provision, at.start - bridge.begins, at.end - bridge.begins)
    pieces = cut(pieces_of(composition, speaker, bridge.runs, target), inside.start, inside.end)
    for command in _candidates(speaker, inside, text, pieces, continuing):
        edits = tuple(
            Edit(each.start + bridge.offset, each.end + bridge.offset, each.text)
            for each in command.edits
        )
        yield replace(command, edits=edits, target=target)


def _reworded(bridge: BridgeText, at: Selection, text: str) -> Dictation:
    """The Chair's own words, that nobody amends, in other words."""
    ruling = bridge.ruling
    start, end = (each - bridge.begins + bridge.offset for each in (at.start, at.end))
    new = ruling.text[:start] + text + ruling.text[end:]
    command = Rule(ruling.members, ruling.how, ruling.choice, new, ruling.note, ruling.time)
    return Dictation(command, at.start + len(text))


def _around(pieces: list[Piece], at: Selection) -> Iterator[Piece]:
    """The pieces that touch the selection or lie in it."""
    return (each for each in pieces if each.begins <= at.end and each.ends >= at.start)


def _slots(pieces: list[Piece], at: int) -> Iterator[int]:
    """The places between pieces at a place of the composed text."""
    for slot in range(len(pieces) + 1):
        left = pieces[slot - 1].ends if slot else 0
        right = pieces[slot].begins if slot < len(pieces) else left
        if left == at == right:
            yield slot


def _best_slots(pieces: list[Piece], at: int, touched: set[str]) -> list[int]:
    """The slots at a place, those beside what belongs to the proposal first."""
    return sorted(_slots(pieces, at), key=lambda slot: not _belongs(pieces, slot, touched))


def _belongs(pieces: list[Piece], slot: int, touched: set[str]) -> bool:
    """Whether a proposal in `touched`, or what is now deleted, ends or begins at the slot."""
    around = pieces[max(0, slot - 1) : slot + 1]
    return any(each.selected or not touched.isdisjoint(each.own) for each in around)


def _point(pieces: list[Piece], slot: int) -> int:
    """The place in the base text of a slot."""
    if slot:
        return pieces[slot - 1].end
    return pieces[0].start if pieces else 0


def _dropped(pieces: list[Piece]) -> tuple[str, ...]:
    """The speaker's own paragraph breaks that are deleted."""
    broken = (p for p in pieces if p.selected and p.kind is PieceKind.OWN_BREAK)
    return tuple(dict.fromkeys(own for piece in broken for own in piece.breaks))


def _in_proposed(
    composition: Composition, speaker: str, composed: ComposedProvision, at: Selection, text: str
) -> Dictation:
    own = _own_proposal(composition, speaker, composed)
    words = own.text or ""
    if words != composed.text:
        raise KnownError("words_of_others")
    new = words[: at.start] + text + words[at.end :]
    return Dictation(DictateProvision(own.id, new), at.start + len(text))


def _own_proposal(composition: Composition, speaker: str, composed: ComposedProvision) -> Amendment:
    amendments = composition.session.amendments
    for each in composed.proposal:
        if amendments[each].sponsors == (speaker,):
            if composition.index.followers.get(each):
                raise KnownError("words_of_others")
            return amendments[each]
    raise KnownError("proposed_by_others")


def _new_provision(composition: Composition, speaker: str, after: str, label: str) -> Dictation:
    taken = {each.label for each in composition.session.provisions.values()}
    labelled = next_label(label, taken)
    new = Amendment("", "", AmendmentKind.NEW_PROVISION, text="", label=labelled, after=after)
    return Dictation(Propose(speaker, (new,)), 0)


def _before(composition: Composition, provision: str) -> str:
    order = composition.session.base_order
    index = order.index(provision)
    return order[index - 1] if index else START
