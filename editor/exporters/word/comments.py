"""Comments: a part with their words, a part with the people who make them, and the marks in
the body between which each stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.exporters.manuscript import ManuscriptParagraph, Piece, Remark
from editor.exporters.remark_words import remark_words
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.runs import text_runs


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """The ids of the styles of comments and of the references to them; empty for none."""

    text: str = "CommentText"
    reference: str = "CommentReference"


class Comments:
    """Writes the remarks of a manuscript, each around all the pieces that carry it."""

    def __init__(
        self,
        paragraphs: Iterable[ManuscriptParagraph],
        names: VoiceNames,
        ids: Iterator[str],
        styles: CommentStyles = CommentStyles(),
    ) -> None:
        self._styles = styles
        self._names = names
        self._ids = ids
        self._left = Counter(
            remark.number
            for paragraph in paragraphs
            for piece in paragraph.pieces
            for remark in piece.remarks
        )
        self._id_of: dict[int, str] = {}
        self._elements: list[Element] = []

    def before(self, piece: Piece) -> Iterator[Element]:
        """The starts of the comments that begin at a piece."""
        for remark in piece.remarks:
            if remark.number not in self._id_of:
                self._id_of[remark.number] = id = next(self._ids)
                self._elements.append(self._comment(remark, id))
                yield element("w:commentRangeStart", id=id)

    def after(self, piece: Piece) -> Iterator[Element]:
        """The ends of the comments that end with a piece, and the references to them."""
        for remark in piece.remarks:
            self._left[remark.number] -= 1
            if not self._left[remark.number]:
                id = self._id_of[remark.number]
                yield element("w:commentRangeEnd", id=id)
                yield self._raised(element("w:commentReference", id=id))

    def part(self) -> Element:
        """The root of the comments part."""
        return element("w:comments", *self._elements)

    def _comment(self, remark: Remark, id: str) -> Element:
        paragraphs: list[Element] = []
        for line in remark_words(remark, self._names.author).split("\n"):
            paragraph = element("w:p")
            if self._styles.text:
                style = element("w:pStyle", val=self._styles.text)
                paragraph.append(element("w:pPr", style))
            if not paragraphs:
                paragraph.append(self._raised(element("w:annotationRef")))
            paragraph.extend(text_runs(line))
            paragraphs.append(paragraph)
        return element(
            "w:comment",
            *paragraphs,
            id=id,
            initials=self._names.initials(remark.author),
            **self._names.signature(remark.author),
        )

    def _raised(self, mark: Element) -> Element:
        """A run with the mark of a comment."""
        if not self._styles.reference:
            return element("w:r", mark)
        style = element("w:rStyle", val=self._styles.reference)
        return element("w:r", element("w:rPr", style), mark)


def people(authors: Iterable[str]) -> Element:
    """The root of the part that lists who signs; nobody of them has an account."""
    return element("w15:people", *map(_person, sorted(set(authors))))


def authors_in(*roots: Element) -> Iterator[str]:
    """Who signs anything in these parts."""
    key = name("w:author")
    for root in roots:
        for each in root.iter(name("w:ins"), name("w:del"), name("w:comment")):
            yield each.get(key, "")


def _person(author: str) -> Element:
    presence = element("w15:presenceInfo", providerId="None", userId=author)
    return element("w15:person", presence, author=author)
