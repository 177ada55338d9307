"""What has become of one provision."""

from typing import NamedTuple

from editor.negotiation.circumstances import Circumstances
from editor.negotiation.conflict import Conflict, ConflictKind
from editor.negotiation.judgement import Verdict
from editor.negotiation.rendering import render, render_beside, render_new
from editor.negotiation.run import Option, Run, visible_text


class ComposedProvision(NamedTuple):
    """What has become of one provision.

    `is_gone`: nothing of it is left in the clean text (deleted, merged, not included);
    `merged_into` says where its words went; `contested` is the unsettled conflict about
    deleting or replacing it, and `beside` how it would read by each of the proposals that the
    conflict holds back; `conflicts` are all that touch it, settled ones too; `proposal` are the
    amendments that propose it, for a proposed provision.
    """

    id: str
    runs: tuple[Run, ...]
    text: str
    is_gone: bool = False
    merged_into: str | None = None
    contested: Conflict | None = None
    conflicts: tuple[Conflict, ...] = ()
    proposal: tuple[str, ...] = ()
    beside: tuple[Option, ...] = ()


def composed_base(
    verdict: Verdict, provision: str, base: str, now: Circumstances
) -> ComposedProvision:
    """A base provision with the text `base`."""
    rendered = render(verdict, provision, now)
    text = visible_text(rendered.runs)
    takes = rendered.takes
    elsewhere = takes is not None and takes.provision != provision
    return ComposedProvision(
        provision,
        rendered.runs,
        text,
        is_gone=not text and bool(base or takes),
        merged_into=takes.provision if takes is not None and elsewhere else None,
        contested=_contested(verdict, provision),
        conflicts=_touching(verdict, provision),
        beside=_beside(verdict, provision, now),
    )


def composed_new(verdict: Verdict, number: int, now: Circumstances) -> ComposedProvision:
    """The provision that the change `number` of the verdict's cluster proposes."""
    change = verdict.cluster.changes[number]
    provision = change.provision
    runs = render_new(verdict, number, now)
    text = visible_text(runs)
    inner = (verdict.inner or {}).get(number)
    conflicts = (
        *_touching(verdict, provision),
        *(_touching(inner, provision) if inner else ()),
    )
    return ComposedProvision(
        provision,
        runs,
        text,
        is_gone=not text and bool(runs),
        contested=_contested(inner, provision) if inner else None,
        conflicts=tuple(dict.fromkeys(conflicts)),
        proposal=change.ids,
        beside=_beside(verdict, provision, now),
    )


def _beside(verdict: Verdict, provision: str, now: Circumstances) -> tuple[Option, ...]:
    if not (verdict.contested or verdict.inner):
        return ()
    return render_beside(verdict, provision, now)


def _touching(verdict: Verdict, provision: str) -> tuple[Conflict, ...]:
    if not (verdict.cases or verdict.inner):
        return ()
    return tuple(
        case.conflict
        for each in verdict.with_inner()
        for case in each.cases
        if any(place.provision == provision for place in case.conflict.ranges)
    )


def _contested(verdict: Verdict, provision: str) -> Conflict | None:
    """The unsettled conflict about the whole of a provision, under which its words stand; also
    one that is to stay in brackets."""
    wholes = verdict.contested & verdict.cluster.wholes
    for case in verdict.cases if wholes else ():
        conflict = case.conflict
        if (
            conflict.kind is ConflictKind.PROVISION
            and case.members & wholes
            and any(place.provision == provision for place in conflict.ranges)
        ):
            return conflict
    return None
