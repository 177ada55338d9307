"""Reading a compilation: from a source document to everything it says."""

from collections.abc import Iterator, Mapping, Sequence

from editor.errors import KnownError
from editor.importers.base_text import base_texts
from editor.importers.compilation.anchors import read_notes
from editor.importers.compilation.annotations import Known
from editor.importers.compilation.assemble import Assembly, PartRead
from editor.importers.compilation.brackets import Printed, printed_of
from editor.importers.compilation.evidence import Evidence
from editor.importers.compilation.extents import ExtentReader
from editor.importers.compilation.linking import link_groups, link_options
from editor.importers.compilation.prepare import ground_of
from editor.importers.compilation.profile import VERB_LIST, ConventionProfile
from editor.importers.compilation.reading import CompilationReading
from editor.importers.compilation.sections import Part, PartKind, Parts, parts_of
from editor.importers.compilation.stream import Token, lines_of
from editor.importers.compilation.structure import (
    alternative_texts,
    paragraph_spans,
    proposal_of,
)
from editor.importers.compilation.tracked_tokens import is_all_inserted, untracked
from editor.importers.compilation.whole_proposals import add_whole_proposals
from editor.importers.labels import bare_label
from editor.importers.names import NameBook
from editor.importers.set_aside import comments_left
from editor.importers.source import SourceDocument
from editor.text.tokens import tokens

_WORDS_OF_TITLE = 6


def read_compilation(
    source: SourceDocument,
    names: NameBook,
    base: SourceDocument | None = None,
    profile: ConventionProfile = VERB_LIST,
) -> CompilationReading:
    """All that a compilation says: provisions, proposals, stances, notes, and what was not
    understood. A `base` document beside it settles which words are base text.

    Raises KnownError `no_provision_found` or `no_annotation_found`.
    """
    known = _known(names)
    parts = parts_of(source, profile)
    if not any(part.kind is PartKind.PROVISION for part in parts.parts):
        raise KnownError("no_provision_found")
    read = [_PartReader(part, profile, known) for part in parts.parts]
    if not any(each.printed.annotations or each.head.annotations for each in read):
        raise KnownError("no_annotation_found")
    _forget_blanket_tracking(read)
    evidence = Evidence(_passages(parts, read))
    bases = _bases(base)
    grounds = [
        ground_of(each.printed, span, evidence.vocabulary, profile, each.base_words(span, bases))
        for each in read
        for span in each.own_spans
    ]
    settled = iter(ExtentReader(profile, evidence).read(grounds))
    assembly = Assembly()
    for each in read:
        assembly.add(
            PartRead(each.part, each.printed, each.head, [next(settled) for _ in each.own_spans])
        )
    add_whole_proposals(assembly)
    link_options(assembly)
    link_groups(assembly)
    notes = tuple(read_notes(assembly, parts.notes, known))
    assembly.report_unread()
    comments = comments_left(source, [each.line for each in assembly.provisions])
    total, understood, guessed = assembly.counts()
    return CompilationReading(
        source.title or _title(source),
        tuple(assembly.provisions),
        tuple(assembly.amendments),
        notes,
        (*assembly.unread, *comments),
        total,
        understood,
        guessed,
        names,
        (*source.warnings, *assembly.warnings),
    )


def _title(source: SourceDocument) -> str:
    """The first bold line before the first heading that is long enough to say something."""
    for line in lines_of(source.paragraphs):
        if line.heading:
            break
        if line.is_bold and len(line.text.split()) >= _WORDS_OF_TITLE:
            return " ".join(line.text.split())
    return ""


def _known(names: NameBook) -> Known:
    def is_known(written: str) -> bool:
        return names.find(written.removeprefix("the ")) is not None

    return is_known


class _PartReader:
    """A part with its words and annotations taken apart."""

    def __init__(self, part: Part, profile: ConventionProfile, known: Known) -> None:
        self.part = part
        empty: Sequence[Token] = ()
        is_provision = part.kind is PartKind.PROVISION
        self.printed: Printed = printed_of(part.tokens if is_provision else empty, profile, known)
        self.head: Printed = printed_of(part.heading, profile, known)
        alternatives = {each.span for each in alternative_texts(self.printed)}
        self.own_spans = (
            [span for span in paragraph_spans(self.printed) if span not in alternatives]
            if is_provision
            else []
        )

    def base_words(
        self, span: tuple[int, int], bases: Mapping[str, str] | None
    ) -> list[str] | None:
        """The words of the base text of this provision, if a base document has them."""
        if bases is None or span != self.own_spans[0]:
            return None
        text = bases.get(bare_label(self.part.label))
        if text is None:
            return None
        return [each for each in tokens(text) if not each.isspace()]


def _forget_blanket_tracking(read: Sequence[_PartReader]) -> None:
    """Take words for plain where all are inserted: in a proposed provision, or in the document."""
    printed = [each.printed for each in read if each.part.kind is PartKind.PROVISION]
    if is_all_inserted(token for each in printed for token in each.tokens):
        anew = printed
        for one in read:
            one.part.tokens = untracked(one.part.tokens)
    else:
        anew = [each.printed for each in read if proposal_of(each.head)]
    for each in anew:
        if is_all_inserted(each.tokens):
            each.tokens = untracked(each.tokens)


def _bases(base: SourceDocument | None) -> Mapping[str, str] | None:
    return None if base is None else base_texts(base)


def _passages(parts: Parts, read: Sequence[_PartReader]) -> Iterator[list[str]]:
    """The words of the document, each paragraph and note a passage."""
    for each in read:
        if each.part.kind is PartKind.PROVISION:
            for first, last in paragraph_spans(each.printed):
                yield _words(each.printed.tokens[first:last])
        else:
            yield _words(each.part.tokens)
    for note in parts.notes:
        yield _words(note.tokens)


def _words(stream: Sequence[Token]) -> list[str]:
    return [token.text.lower() for token in stream if token.is_text]
