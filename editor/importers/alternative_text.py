"""A delegation's whole text as it wants it: compared with the base, each change a proposal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.importers.source import SourceDocument
from editor.negotiation.amendment import START, Amendment, AmendmentKind, Origin, Sponsorship
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.session import ImportedFile, Session
from editor.negotiation.submission import submit
from editor.text.alignment import align
from editor.text.edit import Edit
from editor.text.pairing import (
    Changed,
    Deleted,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Split,
)


def alternative_patch(
    session: Session,
    delegation: str,
    source: SourceDocument,
    file: ImportedFile,
) -> Patch:
    """The patch that brings `source`, the whole text as `delegation` wants it, into its layer.

    With the layer on and nothing else, composing gives the paragraphs of `source` exactly.
    """
    wanted = [each for each in source.paragraphs if each.text.strip()]
    base = session.base_order
    old = [session.provisions[each].text for each in base]
    lines = [each.line for each in wanted]
    draft = Draft(session)
    reader = _Reader(base, lines, next(fresh("g", _groups(session))))
    found = [
        wish
        for pairing in align(old, [each.text for each in wanted])
        for wish in reader.proposals(pairing)
    ]
    submit(draft, delegation, _voiced(session, delegation, found, file))
    draft.put("files", file.id, file)
    return draft.patch()


class _Reader:
    """Words a pairing of paragraphs as proposals."""

    def __init__(self, base: Sequence[str], lines: Sequence[int], group: str) -> None:
        self._base = base
        self._lines = lines
        self._group = group

    def proposals(self, pairing: Pairing) -> Iterator[Amendment]:
        match pairing:
            case Kept():
                return
            case Changed(old, new, edits):
                yield from self._hunks(old, new, edits)
            case Replaced(old, new, text):
                kind = AmendmentKind.REPLACE_PROVISION
                yield replace(self._at(old, new), kind=kind, text=text)
            case Deleted(old):
                yield replace(self._at(old, None), kind=AmendmentKind.DELETE_PROVISION)
            case Inserted(after, new, text):
                kind = AmendmentKind.NEW_PROVISION
                yield replace(self._at(None, new), kind=kind, text=text, after=self._gap(after))
            case Moved(old, after, new, edits):
                moved = replace(self._at(old, new), kind=AmendmentKind.MOVE)
                yield replace(moved, after=self._gap(after))
                yield from self._hunks(old, new, edits)
            case Split(old, new, breaks, edits):
                for each in breaks:
                    split = replace(self._at(old, new.start), kind=AmendmentKind.SPLIT)
                    yield replace(split, at=each.at, edits=each.edits)
                yield from self._hunks(old, new.start, edits)
            case Joined(olds, new, seams, edits):
                for old, own in zip(olds, edits, strict=True):
                    yield from self._hunks(old, new, own)
                for seam in seams:
                    pair = (self._base[seam.after], self._base[seam.after + 1])
                    join = replace(self._at(seam.after, new), kind=AmendmentKind.JOIN)
                    yield replace(join, provisions=pair, edits=seam.edits)

    def _hunks(self, old: int, new: int, edits: Sequence[Edit]) -> Iterator[Amendment]:
        for edit in edits:
            yield replace(self._at(old, new), edits=(edit,))

    def _at(self, old: int | None, new: int | None) -> Amendment:
        line = self._lines[new] if new is not None else 0
        provision = self._base[old] if old is not None else ""
        return Amendment("", provision, group=self._group, origin=Origin(line=line))

    def _gap(self, after: int) -> str:
        return START if after < 0 else self._base[after]


def _voiced(
    session: Session, delegation: str, found: Sequence[Amendment], file: ImportedFile
) -> Iterator[Amendment]:
    """The proposals with ids, the delegation's order, and the file as their origin."""
    ids = fresh("a", [*session.amendments, *session.rulings])
    provisions = fresh("p", session.provisions)
    for ordinal, wish in enumerate(found, start=1):
        line = wish.origin.line if wish.origin else 0
        origin = Origin(file.name, line)
        voice = Sponsorship(delegation, ordinal, origin, file.time)
        voiced = replace(wish, id=next(ids), ordinal=ordinal, origin=origin, sponsorships=(voice,))
        if wish.kind is AmendmentKind.NEW_PROVISION:
            voiced = replace(voiced, provision=next(provisions))
        yield voiced


def _groups(session: Session) -> list[str]:
    return [each.group for each in session.amendments.values()]
