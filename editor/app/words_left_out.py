"""The last look at a compilation of our own that others worked on: is all of it there?"""

import re
from collections import Counter
from collections.abc import Iterator

from editor.exporters.compilation.compilation import compilation
from editor.importers.own_compilation.patch import own_compilation_patch
from editor.importers.own_compilation.reader import OwnCompilation
from editor.importers.source import SourceParagraph
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session

_WORD = re.compile(r"\w+")


def paragraphs_left_out(paper: OwnCompilation, file: ImportedFile) -> Iterator[SourceParagraph]:
    """The paragraphs of the text and of the notes with words that do not stand on the paper
    which the session read from it gives, nor in its tray. None, for a paper that nobody changed."""
    session = patched(Session(), own_compilation_patch(Session(), paper, file))
    written = compilation(session)
    said = Counter(each.text for each in written.paragraphs)
    said.update(each for note in written.notes for each in note.paragraphs)
    changed: list[SourceParagraph] = []
    for each in _paragraphs(paper):
        if said[each.text]:
            said[each.text] -= 1
        else:
            changed.append(each)
    words = Counter(word for text in said.elements() for word in _WORD.findall(text))
    words.update(word for text in _elsewhere(session) for word in _WORD.findall(text))
    for each in changed:
        wanted = Counter(_WORD.findall(each.text))
        if wanted - words:
            yield each
        words -= wanted


def _elsewhere(session: Session) -> Iterator[str]:
    """What a session keeps and its paper does not print where it was read: what is set aside,
    the heading, delegations who say nothing any more."""
    for item in session.unread.values():
        yield item.raw
    for heading in session.headings.values():
        yield from (heading.title, heading.reading, heading.symbol, heading.date)
    for each in session.delegations.values():
        yield from (each.name, each.code, each.kind)


def _paragraphs(paper: OwnCompilation) -> Iterator[SourceParagraph]:
    yield from paper.source.paragraphs
    for note in paper.source.notes:
        yield from note.paragraphs
