"""An import in hand: the files, what is planned with each, and what has still to be asked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from editor.app.formatted_layers import ORDINARY
from editor.app.guided.building import Fit
from editor.app.guided.plan import GIVES_TEXT, FilePlan, ImportPlan
from editor.app.guided.seen_file import SeenFile
from editor.app.guided.speakers import Meaning, delegation_in_name, meant
from editor.app.import_kind import ImportKind
from editor.app.profiles import remembered_profile, with_profile
from editor.app.settings import Settings
from editor.app.tracked_layers import OtherBase
from editor.importers.house_styles.guess import VERB_LIST_NAME
from editor.importers.house_styles.mark_corrections import MarkCorrection, corrected
from editor.importers.source import SourceDocument
from editor.negotiation.session import Session


class Fault(StrEnum):
    """Why the files cannot be brought in as they are planned."""

    NO_FILE = "no_file"
    NO_TEXT = "no_text"
    """Nothing gives the session its text."""
    TWO_TEXTS = "two_texts"


class ImportInHand:
    """Files are kept in the order in which they came. `fits` is known once it was measured."""

    def __init__(self, session: Session, settings: Settings, whose: str = "") -> None:
        """`whose` is the code of the delegation that all files are of, if that is known."""
        self.session = session
        self.base: Path | None = None
        self.fits: Mapping[Path, Fit] = {}
        self.agreed: set[str] = set()
        """Unknown names that were said to be new delegations."""
        self._settings = settings
        self._whose = whose
        self._seen: dict[Path, SeenFile] = {}
        self._plans: dict[Path, FilePlan] = {}
        self._chosen: dict[str, str] = {}

    @property
    def seen(self) -> Mapping[Path, SeenFile]:
        return self._seen

    @property
    def plans(self) -> tuple[FilePlan, ...]:
        return tuple(self._plans.values())

    def plan_of(self, path: Path) -> FilePlan:
        return self._plans[path]

    def add(self, files: Iterable[SeenFile]) -> None:
        """Take files in hand, each as what it most likely is. One text is enough: what comes
        beside it is about it, first of all what is tracked or called after a delegation."""
        files = tuple(files)
        for each in sorted(files, key=self._is_about_a_text):
            self._add(each)
        came = [each.path for each in files]
        before = [each for each in self._plans if each not in came]
        self._plans = {path: self._plans[path] for path in (*before, *came)}

    def _is_about_a_text(self, seen: SeenFile) -> tuple[bool, bool]:
        named = bool(delegation_in_name(self.session, seen.path.stem))
        return ImportKind.TRACKED in seen.kinds, named

    def _add(self, seen: SeenFile) -> None:
        kind = seen.kinds[0]
        if kind in GIVES_TEXT and any(each.kind in GIVES_TEXT for each in self.plans):
            kind = self._beside(seen)
        self._seen[seen.path] = seen
        self._plans[seen.path] = self._planned(seen, kind)
        self.fits = {}

    def remove(self, path: Path) -> None:
        self._seen.pop(path, None)
        self._plans.pop(path, None)
        self.fits = {}

    def change(self, plan: FilePlan) -> None:
        """Plan something else with a file."""
        if plan != self._plans[plan.path]:
            self._plans[plan.path] = plan
            self.fits = {}

    def take_as(self, path: Path, kind: ImportKind) -> None:
        """Say what a file is."""
        if kind is not self._plans[path].kind:
            self.change(self._planned(self._seen[path], kind))

    def mend(self, path: Path, corrections: tuple[MarkCorrection, ...]) -> None:
        """Say which brackets of a file are corrected. What was measured stays."""
        self._plans[path] = replace(self._plans[path], corrections=corrections)

    def source_of(self, path: Path) -> SourceDocument | None:
        """The words of a file, its brackets corrected; None if it has none beside its tables."""
        source = self._seen[path].read.source
        return corrected(source, self._plans[path].corrections) if source else None

    def choose_profile(self, path: Path, profile: str) -> None:
        """Say how a compilation is marked up; remembered for files that are called like it."""
        self._chosen[path.name] = profile
        self.change(replace(self._plans[path], profile=profile))

    def is_remembered(self, path: Path) -> bool:
        """Whether the profile of a file is the one that was chosen for such files before."""
        known = remembered_profile(self._settings, path.name)
        return bool(known) and known == self._plans[path].profile

    def settings_after(self, settings: Settings) -> Settings:
        """The settings with the profiles that were chosen."""
        for name, profile in self._chosen.items():
            settings = with_profile(settings, name, profile)
        return settings

    @property
    def fault(self) -> Fault | None:
        """What is wrong with the kinds of the files."""
        texts = [each.kind for each in self.plans if each.kind in GIVES_TEXT]
        if not self._plans:
            return Fault.NO_FILE
        if self.session.base_order:
            return None
        if not texts:
            return Fault.NO_TEXT
        pair = [ImportKind.BASE, ImportKind.COMPILATION]
        return Fault.TWO_TEXTS if len(texts) > 1 and sorted(texts) != pair else None

    @property
    def asks_whose(self) -> bool:
        """Whether a delegation is missing somewhere, or was only guessed."""
        return any(not self._is_sure(each) for each in self.plans)

    def is_whose(self, written: str, kind: ImportKind) -> bool:
        """Whether a name that is needed says whose the words are."""
        if written == ORDINARY and kind is ImportKind.COLOURS:
            return True
        meaning = meant(self.session, written).meaning
        if meaning is Meaning.UNKNOWN:
            return written.strip() in self.agreed
        return meaning not in (Meaning.NOTHING, Meaning.SEVERAL)

    def needed(self, plan: FilePlan) -> dict[str, str]:
        """By author or look ("" for all of the file) what must name a delegation, and does or
        does not yet."""
        seen = self._seen[plan.path]
        match plan.kind:
            case ImportKind.LAYER:
                return {"": plan.delegation or ""}
            case ImportKind.TRACKED if plan.delegation is not None:
                return {"": plan.delegation}
            case ImportKind.TRACKED:
                names = [each.author.name for each in seen.signers]
                return {each: plan.whose.get(each, "") for each in names or [""]}
            case ImportKind.COLOURS:
                return {each.name: plan.whose.get(each.name, "") for each in seen.looks}
            case ImportKind.TABLE if not seen.names_delegations:
                return {"": plan.delegation or ""}
        return {}

    def is_one(self, plan: FilePlan) -> bool:
        """Whether all changes of a tracked file are of one delegation."""
        return len({each.strip().casefold() for each in self.needed(plan).values()}) == 1

    @property
    def asks_base(self) -> bool:
        """Whether a base text may stand beside a compilation and was not given."""
        kinds = {each.kind for each in self.plans}
        return ImportKind.BASE not in kinds and any(
            each.kind is ImportKind.COMPILATION
            and each.profile == VERB_LIST_NAME
            and not self._seen[each.path].is_own
            for each in self.plans
        )

    @property
    def must_measure(self) -> bool:
        """Whether there are tracked files of which nobody knows whether they fit the base."""
        tracked = any(each.kind is ImportKind.TRACKED for each in self.plans)
        return tracked and not self.fits

    @property
    def differing(self) -> tuple[FilePlan, ...]:
        """The tracked files that are not on the base of the session."""
        fits = ((each, self.fits.get(each.path)) for each in self.plans)
        return tuple(each for each, fit in fits if fit and fit.differences)

    @property
    def plan(self) -> ImportPlan:
        """What is to be brought in: without the files that are left out; a base text beside a
        compilation is no text of its own."""
        left = {e.path for e in self.differing if e.other_base is OtherBase.REFUSE}
        files = [each for each in self.plans if each.path not in left]
        base = self.base
        if any(each.kind is ImportKind.COMPILATION for each in files):
            beside = [each for each in files if each.kind is ImportKind.BASE]
            base = beside[0].path if beside else base
            files = [each for each in files if each not in beside]
        return ImportPlan(tuple(files), base)

    def _beside(self, seen: SeenFile) -> ImportKind:
        """What a file is beside one that is the text."""
        others = [each.kind for each in self.plans if each.kind in GIVES_TEXT]
        pair = {ImportKind.BASE, ImportKind.COMPILATION}
        if {seen.kinds[0], *others} == pair and len(others) == 1:
            return seen.kinds[0]
        return next(each for each in seen.kinds if each not in GIVES_TEXT)

    def _planned(self, seen: SeenFile, kind: ImportKind) -> FilePlan:
        plan = FilePlan(seen.path, kind)
        named = delegation_in_name(self.session, seen.path.stem)
        match kind:
            case ImportKind.COMPILATION:
                guess = seen.marks.name if seen.marks else VERB_LIST_NAME
                known = remembered_profile(self._settings, seen.name)
                return replace(plan, profile=known or guess)
            case ImportKind.TABLE if seen.names_delegations:
                return plan
            case ImportKind.LAYER | ImportKind.TABLE:
                return replace(plan, delegation=self._whose or named)
            case ImportKind.COLOURS:
                return replace(plan, whose={each.name: each.guess for each in seen.looks})
            case ImportKind.TRACKED if self._whose:
                return replace(plan, delegation=self._whose)
            case ImportKind.TRACKED:
                alone = named if len(seen.signers) == 1 else ""
                whose = {
                    each.author.name: each.suggestion or (alone if each.author.changes else "")
                    for each in seen.authors
                }
                return replace(plan, whose=whose)
        return plan

    def _is_sure(self, plan: FilePlan) -> bool:
        """Whether nothing about whose it is need be asked."""
        seen = self._seen[plan.path]
        needed = self.needed(plan)
        if not all(self.is_whose(each, plan.kind) for each in needed.values()):
            return False
        if plan.kind is ImportKind.TRACKED and plan.delegation is None:
            return all(each.is_certain for each in seen.signers)
        if plan.kind is ImportKind.COLOURS:
            return all(each.is_stated for each in seen.looks)
        return not needed or bool(self._whose)
