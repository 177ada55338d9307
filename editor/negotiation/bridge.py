"""A bridging text: the Chair's words for all that a ruling settles, as an amendment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.change import Change, Nature
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.ruling import Ruling
from editor.text.edit import Edit
from editor.text.normal_form import normal_edit


@dataclass(frozen=True, slots=True)
class Bridge:
    """The Chair's amendment as `entered`, which amendments to it refer to, and the `change` it
    comes to."""

    entered: Amendment
    change: Change


def bridge_of(texts: Mapping[str, str], changes: Sequence[Change], ruling: Ruling) -> Bridge | None:
    """The bridging amendment of a ruling on `changes`: from the first to the last word that
    they touch, in one provision; for whole-provision proposals the whole text. `texts` are the
    texts amended, by provision. None when they have no such place."""
    if not changes or any(each.nature not in (Nature.WORDS, Nature.WHOLE) for each in changes):
        return None
    wholes = [change for change in changes if change.nature is Nature.WHOLE]
    if wholes:
        chairs = _chairs(ruling, wholes[0].provision, text=ruling.text)
        touched = tuple(dict.fromkeys(each for change in changes for each in change.touched))
        change = Change(
            Nature.WHOLE, chairs.provision, (chairs,), text=ruling.text, provisions=touched
        )
        return Bridge(chairs, change)
    provision = changes[0].provision
    if len({change.provision for change in changes}) != 1:
        return None
    edits = [edit for change in changes for edit in change.edits]
    hull = Edit(min(e.start for e in edits), max(e.end for e in edits), ruling.text)
    chairs = _chairs(ruling, provision, edits=(hull,))
    edit = normal_edit(texts[provision], hull)
    normal = () if edit.is_nothing else (edit,)
    return Bridge(chairs, Change(Nature.WORDS, provision, (chairs,), normal))


def replaced_words(texts: Mapping[str, str], bridge: Bridge) -> str:
    """The words of the `texts` that a bridging text takes the place of, whatever it says; those
    of several provisions in the order of `texts`."""
    if bridge.change.nature is Nature.WHOLE:
        return " ".join(text for each, text in texts.items() if each in bridge.change.touched)
    (hull,) = bridge.entered.edits
    return texts[bridge.entered.provision][hull.start : hull.end]


def _chairs(
    ruling: Ruling, provision: str, edits: tuple[Edit, ...] = (), text: str | None = None
) -> Amendment:
    return Amendment(
        ruling.id,
        provision,
        AmendmentKind.EDIT,
        edits,
        text=text,
        sponsorships=(Sponsorship(CHAIR_ID),),
    )
