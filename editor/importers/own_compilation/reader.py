"""From a compilation of our own to provisions with what is said on each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from editor.importers.names import Name, NameBook
from editor.importers.own_compilation.annex import Annex, Named, parted
from editor.importers.own_compilation.printed import NoteSigns, Printed, is_said, printed_of
from editor.importers.revisions import accept, has_revisions
from editor.importers.source import SourceDocument, SourceParagraph
from editor.negotiation.notation.annotation import WITH_TEXT, Annotation, Verb
from editor.negotiation.notation.layout import NOTES, Expectation, expected_level
from editor.negotiation.notation.signs import only_signs
from editor.negotiation.notation.status_text import read_status
from editor.negotiation.provision import ProvisionKind, ProvisionStatus

_LEVEL = re.compile(r"level (-?\d+)")
_KINDS = {each.value.replace("_", " "): each for each in ProvisionKind}
_TITLE_STYLE = "title"


@dataclass(slots=True)
class PaperProvision:
    """A provision as printed; offsets are of its text. `proposal` is what proposes it, with the
    annotations beside it; `texts` are alternative texts, each with what is said of it. `unread`
    is what was put in by hand, and is not as this program writes."""

    printed: Printed
    kind: ProvisionKind
    label: str
    level: int
    line: int
    proposal: list[Annotation] = field(default_factory=list)
    texts: list[tuple[str, list[Annotation]]] = field(default_factory=list)
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    pending_on: tuple[str, ...] = ()
    status_notes: str = ""
    notes: str = ""
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OwnCompilation:
    """All of a compilation that this program wrote, and what others wrote into it."""

    source: SourceDocument
    provisions: tuple[PaperProvision, ...]
    annex: Annex
    signs: NoteSigns


def read_own_compilation(source: SourceDocument, names: NameBook) -> OwnCompilation | None:
    """What the paper says, exactly; None if it is no compilation of this program's. Names that
    somebody wrote into it are known from the book; tracked changes in it count as accepted."""
    source = accept(source) if has_revisions(source) else source
    found = parted(source)
    if found is None:
        return None
    paragraphs, annex = found
    listed = [each.name for each in annex.delegations]
    written = {key: name for key, name in _written_in(paragraphs, names) if key not in listed}
    walk = _Walk([*listed, *written])
    for each in paragraphs:
        walk.take(each)
    for key in sorted(walk.heard.intersection(written)):
        annex.joined.append(Named(key, written[key].code, written[key].kind))
    return OwnCompilation(source, tuple(walk.provisions), annex, walk.signs)


def _written_in(
    paragraphs: Iterable[SourceParagraph], names: NameBook
) -> Iterator[tuple[str, Name]]:
    """The spellings of the book that stand where annotations do."""
    said = "".join(run.text for each in paragraphs for run in each.runs if is_said(run))
    for name in names.names:
        yield from ((spelling, name) for spelling in name.spellings if spelling in said)


class _Walk:
    """`heard` are the names of those who want, support or oppose something, or are waited for."""

    def __init__(self, names: Sequence[str]) -> None:
        self.provisions: list[PaperProvision] = []
        self.signs = NoteSigns()
        self.heard: set[str] = set()
        self._names = names
        self._expected = Expectation()

    def take(self, paragraph: SourceParagraph) -> None:
        if paragraph.style.lower() == _TITLE_STYLE:
            return
        printed = printed_of(paragraph, self._names, self.signs)
        self.heard.update(voice.name for _, each in printed.annotations for voice in each.voices)
        if self._take_status(printed) or self._take_text(printed) or self._take_unread(printed):
            self.provisions[-1].unread.extend(printed.unread)
        else:
            self._take_provision(paragraph, printed)

    def _take_status(self, printed: Printed) -> bool:
        if printed.text or printed.added or printed.annotations or len(printed.other) != 1:
            return False
        found = read_status(printed.other[0][1], self._names)
        if found is None or not self.provisions:
            return False
        last = self.provisions[-1]
        last.status, last.pending_on, last.status_notes = found
        self.heard.update(last.pending_on)
        return True

    def _take_text(self, printed: Printed) -> bool:
        annotations = [annotation for _, annotation in printed.annotations]
        if printed.text or not annotations or annotations[0].verb not in WITH_TEXT:
            return False
        if not self.provisions:
            return False
        self.provisions[-1].texts.append(("".join(printed.added), annotations))
        return True

    def _take_unread(self, printed: Printed) -> bool:
        """A paragraph of nothing but brackets that are not ours. One that only says what it is
        has no words."""
        others = [text for _, text in printed.other]
        said = [*printed.unread, *others]
        if printed.text or printed.added or printed.annotations or not said or not self.provisions:
            return False
        if others and _parts_of_opening(others[0]):
            return False
        printed.unread = said
        return True

    def _take_provision(self, paragraph: SourceParagraph, printed: Printed) -> None:
        said = self._opening(printed)
        label, tab, _ = printed.text.partition("\t")
        if tab:
            _take_away(printed, len(label) + 1)
        kind, level = self._kind_and_level(paragraph, said, label if tab else "")
        if not tab:
            label = "" if paragraph.heading else self._expected.label_of(printed.text, kind)
        if level is None:
            level = paragraph.heading or expected_level(label, kind)
        provision = PaperProvision(
            printed, kind, label, level, paragraph.line, unread=list(printed.unread)
        )
        provision.unread.extend(_unexplained(printed))
        self._take_proposal(provision)
        self._take_notes(provision)
        self.provisions.append(provision)
        self._expected = (
            self._expected.after_heading(printed.text)
            if kind is ProvisionKind.HEADING
            else Expectation.after_paragraph(kind)
        )

    @staticmethod
    def _opening(printed: Printed) -> Sequence[str]:
        """What the paragraph says of itself before its words."""
        said: Sequence[str] = ()
        if printed.other and printed.other[0][0] == 0:
            said = _parts_of_opening(printed.other[0][1])
            if said:
                del printed.other[0]
        return said

    def _kind_and_level(
        self, paragraph: SourceParagraph, said: Sequence[str], label: str
    ) -> tuple[ProvisionKind, int | None]:
        kinds = [_KINDS[each] for each in said if each in _KINDS]
        levels = [int(found[1]) for each in said if (found := _LEVEL.fullmatch(each))]
        kind = ProvisionKind.HEADING if paragraph.heading else self._expected.kind_of(label)
        return (kinds or [kind])[0], levels[0] if levels else None

    @staticmethod
    def _take_proposal(provision: PaperProvision) -> None:
        """What proposes the paragraph: once, by all who are named as its proposers."""
        annotations = provision.printed.annotations
        proposed = [each for _, each in annotations if each.verb is Verb.PROPOSED]
        if not proposed:
            return
        others = [each for each in annotations if each[1].verb is not Verb.PROPOSED]
        beside = list(takewhile(lambda each: not each[0] and each[1].target is not None, others))
        sponsors = dict.fromkeys(voice for each in proposed for voice in each.sponsors)
        stated = replace(proposed[0], sponsors=tuple(sponsors))
        provision.proposal = [stated, *(each for _, each in beside)]
        annotations[:] = others[len(beside) :]

    @staticmethod
    def _take_notes(provision: PaperProvision) -> None:
        for _, text in provision.printed.other:
            notes = text.removeprefix(f"[{NOTES}").removesuffix("]")
            if text.startswith(f"[{NOTES}") and only_signs(notes) == notes:
                provision.notes += notes
            else:
                provision.unread.append(text)


def _parts_of_opening(bracket: str) -> Sequence[str]:
    """The kind and the level that a bracket gives; nothing if it says something else."""
    said = bracket.strip("[]").split(", ")
    return said if all(each in _KINDS or _LEVEL.fullmatch(each) for each in said) else ()


def _unexplained(printed: Printed) -> Iterator[str]:
    """New words that no annotation quotes."""
    quoted = [each.new.text for _, each in printed.annotations if each.new is not None]
    for words in printed.added:
        if words.strip() and not any(words.strip() in each for each in quoted):
            yield words.strip()


def _take_away(printed: Printed, length: int) -> None:
    """Without the first characters: a label and the tab after it."""
    printed.text = printed.text[length:]
    printed.marks = [
        replace(each, start=max(each.start - length, 0), end=each.end - length)
        for each in printed.marks
        if each.end > length
    ]
    printed.annotations = [(max(at - length, 0), each) for at, each in printed.annotations]
    printed.other = [(max(at - length, 0), each) for at, each in printed.other]
    printed.notes = [(max(at - length, 0), each) for at, each in printed.notes]
