"""The composed text as plain lines, and as JSON for other programs."""

from collections.abc import Iterator
from enum import StrEnum

from editor.negotiation.composition import Composition
from editor.negotiation.conflict import Conflict
from editor.negotiation.run import Option, Run, RunKind
from editor.negotiation.structure import PlaceRole

Json = dict[str, object]


class TextView(StrEnum):
    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETS = "brackets"


def composed_text(composition: Composition, view: TextView) -> Iterator[str]:
    """The text, a line for a paragraph; a label that is not part of the words stands before a
    tab. The redline is in CriticMarkup, with the codes of the delegations as comments."""
    if view is not TextView.REDLINE:
        yield from _paragraphs(composition, view)
        return
    for place in composition.places:
        composed = composition.provision(place.provision)
        if place.role is PlaceRole.MOVED_AWAY:
            yield _labelled(composition, place.provision, "{>>moved<<}")
        elif composed.runs or not composed.is_gone:
            marked = "".join(_critic(composition, run) for run in composed.runs)
            yield _labelled(composition, place.provision, marked)


def _paragraphs(composition: Composition, view: TextView) -> Iterator[str]:
    begun: set[str] = set()
    for provision, text in composition.labelled_paragraphs:
        contested = composition.provision(provision).contested is not None
        shown = f"[{text}]" if contested and view is TextView.BRACKETS else text
        yield shown if provision in begun else _labelled(composition, provision, shown)
        begun.add(provision)


def _labelled(composition: Composition, provision: str, text: str) -> str:
    row = composition.session.provisions[provision]
    return text if row.shows_label or not row.label else f"{row.label}\t{text}"


def _critic(composition: Composition, run: Run) -> str:
    delegations = composition.session.delegations
    codes = " ".join(delegations[d].code for d in run.delegations if d in delegations)
    text = run.text.replace("\n", "¶")
    match run.kind:
        case RunKind.INSERTED:
            return f"{{++{text}++}}{{>>{codes}<<}}"
        case RunKind.DELETED | RunKind.STRUCK:
            return f"{{--{text}--}}{{>>{codes}<<}}"
        case RunKind.KEPT if run.contested:
            return f"{{=={text}==}}{{>>{codes}<<}}"
        case _:
            return text


def composed_json(composition: Composition) -> Json:
    """Provisions with their runs in the order of the text, paragraphs, and what is open."""
    return {
        "title": composition.session.title,
        "paragraphs": list(composition.paragraphs),
        "provisions": [
            _provision(composition, place.provision, place.role) for place in composition.places
        ],
        "conflicts": [_conflict(composition, each) for each in composition.conflicts],
        "order_questions": [
            {"provision": q.provision, "offset": q.offset, "members": list(q.members)}
            for q in composition.order_questions
        ],
        "asleep": [{"amendment": a.amendment, "reason": a.reason} for a in composition.asleep],
        "dormant_rulings": list(composition.dormant_rulings),
    }


def _provision(composition: Composition, provision: str, role: PlaceRole) -> Json:
    row = composition.session.provisions[provision]
    composed = composition.provision(provision)
    return {
        "id": provision,
        "label": row.label,
        "kind": row.kind,
        "status": row.status,
        "role": role,
        "text": composed.text,
        "gone": composed.is_gone,
        "merged_into": composed.merged_into,
        "contested": composed.contested.id if composed.contested else None,
        "runs": [_run(run) for run in composed.runs],
    }


def _run(run: Run) -> Json:
    shown: Json = {
        "kind": run.kind,
        "text": run.text,
        "start": run.start,
        "end": run.end,
        "amendments": list(run.amendments),
        "delegations": list(run.delegations),
    }
    if run.by_chair_alone:
        shown["by_chair_alone"] = True
    if run.contested:
        shown["contested"] = True
    if run.options:
        shown["conflict"] = run.conflict
        shown["options"] = [_option(each) for each in run.options]
    return shown


def _option(option: Option) -> Json:
    return {
        "text": option.text,
        "base": option.is_base,
        "amendments": list(option.amendments),
        "delegations": list(option.delegations),
        "runs": [_run(run) for run in option.runs],
    }


def _conflict(composition: Composition, conflict: Conflict) -> Json:
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "provision": conflict.provision,
        "members": list(conflict.members),
        "delegations": list(conflict.delegations),
        "ranges": [[r.provision, r.start, r.end] for r in conflict.ranges],
        "ruling": conflict.ruling,
        "open": conflict.is_open,
        "options": [list(each.amendments) for each in composition.options(conflict)],
    }
