"""From a plan to the session with everything in it, in memory; nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from editor.app.formatted_layers import add_formatted
from editor.app.guided.plan import GIVES_TEXT, FilePlan, ImportPlan
from editor.app.guided.seen_file import SeenFile
from editor.app.import_kind import ImportKind
from editor.app.importing import (
    Incoming,
    ReadFile,
    add_base_text,
    add_compilation,
    add_layer,
    add_table,
    add_tracked_layers,
)
from editor.app.reader_process import ReaderProcess
from editor.app.tasks import Report
from editor.app.tracked_layers import OtherBase, base_differences
from editor.importers.house_styles.mark_corrections import corrected
from editor.importers.revisions import accept
from editor.importers.tracked.base_match import Difference, Suspicion
from editor.negotiation.session import Session
from editor.negotiation.unread import Unread

Seen = Mapping[Path, SeenFile]
_DIFFERENT = frozenset(Suspicion)
"""Why differences are set aside, which are no changes of the file."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a tracked file fits the base: where its original text differs, how many proposals can
    be carried over, and what cannot, with reasons."""

    differences: tuple[Difference, ...]
    carried: int = 0
    left: tuple[Unread, ...] = ()


def build(path: Path, session: Session, plan: ImportPlan, seen: Seen, report: Report) -> Incoming:
    """The session at `path` with all files of the plan added. Raises KnownError for what cannot
    be brought in, and what `report` raises to stop."""
    with ReaderProcess(lambda: report("reading")) as process:
        known = {each: file.read for each, file in seen.items()}
        known.update((each.path, _as_planned(known[each.path], each)) for each in plan.files)
        incoming = Incoming(path, session, reader=process.read, known=known)
        for number, file in enumerate(plan.in_order):
            report("bringing_in", number, len(plan.files))
            _add(incoming, file, plan.base)
    report("bringing_in", len(plan.files), len(plan.files))
    return incoming


def measure(
    path: Path, session: Session, plan: ImportPlan, seen: Seen, report: Report
) -> dict[Path, Fit]:
    """How the tracked files of a plan fit the base, which may itself be in the plan."""
    texts = tuple(each for each in plan.files if each.kind in GIVES_TEXT)
    tracked = [each for each in plan.files if each.kind is ImportKind.TRACKED]
    if not tracked:
        return {}
    if not session.base_order:
        session = build(path, session, ImportPlan(texts, plan.base), seen, report).session
    fits: dict[Path, Fit] = {}
    for number, each in enumerate(tracked):
        report("comparing", number, len(tracked))
        fits[each.path] = _fit(path, session, each, seen)
    return fits


def _fit(path: Path, session: Session, plan: FilePlan, seen: Seen) -> Fit:
    read = seen[plan.path].read
    assert read.source is not None
    differences = base_differences(session, read.source)
    if not differences:
        return Fit(())
    trial = Incoming(path, session, known={plan.path: read})
    _add_tracked(trial, plan, OtherBase.CARRY)
    (step,) = trial.steps
    after = trial.session
    carried = {
        amendment.id
        for amendment in after.amendments.values()
        for voice in amendment.sponsorships
        if voice.origin is not None and voice.origin.file == plan.path.name
    }
    left = [c.after for c in step.patch.changes if c.table == "unread" and c.before is None]
    changes = (each for each in left if isinstance(each, Unread) and each.reason not in _DIFFERENT)
    return Fit(differences, len(carried), tuple(changes))


def _as_planned(read: ReadFile, plan: FilePlan) -> ReadFile:
    """Its words with brackets mended; the bytes are kept as they came. Who takes a tracked file
    for a whole text means what it says in the end."""
    if read.source is None:
        return read
    source = corrected(read.source, plan.corrections)
    return replace(read, source=accept(source) if plan.kind is ImportKind.LAYER else source)


def _add(incoming: Incoming, plan: FilePlan, base: Path | None) -> None:
    match plan.kind:
        case ImportKind.BASE:
            add_base_text(incoming, plan.path)
        case ImportKind.COMPILATION:
            add_compilation(incoming, plan.path, base, plan.profile)
        case ImportKind.COLOURS:
            add_formatted(incoming, plan.path, plan.whose)
        case ImportKind.TRACKED:
            _add_tracked(incoming, plan, plan.other_base)
        case ImportKind.LAYER:
            add_layer(incoming, plan.delegation or "", plan.path)
        case ImportKind.TABLE:
            add_table(incoming, plan.path, plan.delegation or "")


def _add_tracked(incoming: Incoming, plan: FilePlan, other_base: OtherBase) -> None:
    """As its final text if that is wanted: then it is of one delegation."""
    whose = {author: written for author, written in plan.whose.items() if written}
    if plan.delegation:
        add_layer(incoming, plan.delegation, plan.path, other_base)
    elif other_base is OtherBase.COMPARE:
        add_layer(incoming, next(iter(whose.values())), plan.path, other_base)
    else:
        add_tracked_layers(incoming, plan.path, whose, other_base)
