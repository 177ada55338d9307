"""What the import report says of a session. Pure: no widget."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.negotiation.amendment import Amendment, Origin
from editor.negotiation.session import ImportedFile, ImportReport, Session


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One imported file: how many proposals came from it, of whom (ids), and the counts of its
    annotations if it is a paper with annotations."""

    file: ImportedFile
    proposals: int
    sponsors: tuple[str, ...]
    counts: ImportReport | None

    @property
    def left(self) -> int:
        """Annotations that were neither understood nor guessed."""
        counts = self.counts
        return counts.annotations - counts.understood - counts.guessed if counts else 0


@dataclass(frozen=True, slots=True)
class Guess:
    """A proposal that was guessed, and the place it was guessed from."""

    amendment: Amendment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Remark:
    """What an importer had to say: a code, the file and the line, its words; and the provision
    where that is known, or ""."""

    code: str
    file: str
    line: int
    words: str
    provision: str


def files_of(session: Session) -> tuple[FileFacts, ...]:
    """The imported files, in the order in which they came."""
    counts = {each.file: each for each in session.reports.values() if each.annotations}
    sponsors: dict[str, dict[str, None]] = {}
    proposals: dict[str, set[str]] = {}
    for amendment in session.amendments.values():
        for voice in amendment.sponsorships:
            file = voice.origin.file if voice.origin else ""
            sponsors.setdefault(file, {})[voice.delegation] = None
            proposals.setdefault(file, set()).add(amendment.id)
    return tuple(
        FileFacts(
            each,
            len(proposals.get(each.name, ())),
            tuple(sponsors.get(each.name, ())),
            counts.get(each.id),
        )
        for each in session.files.values()
    )


def guesses_of(session: Session) -> tuple[Guess, ...]:
    """What nobody has confirmed or corrected yet, in the order of the papers."""
    found = (
        Guess(amendment, origin)
        for amendment in session.amendments.values()
        for origin in amendment.guesses
    )
    return tuple(sorted(found, key=lambda each: (each.origin.file, each.origin.line)))


def remarks_of(session: Session) -> tuple[Remark, ...]:
    """What the importers remarked, in the order of the papers."""
    places = dict(_places(session))
    found = []
    for report in session.reports.values():
        file = session.files.get(report.file)
        name = file.name if file else report.file
        found += [
            Remark(code, name, line, words, places.get((name, line), ""))
            for code, line, words in report.warnings
        ]
    return tuple(found)


def _places(session: Session) -> Iterator[tuple[tuple[str, int], str]]:
    """Which provision stands at a line of a file, as far as something was read or left there."""
    for amendment in session.amendments.values():
        if amendment.origin is not None:
            yield (amendment.origin.file, amendment.origin.line), amendment.provision
    for item in session.unread.values():
        file = session.files.get(item.file)
        yield (file.name if file else item.file, item.line), item.provision
