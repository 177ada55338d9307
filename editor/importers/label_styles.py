"""Labels that one document types before the words and another prints as automatic numbers: where
both have the same label, that is layout, and the words alone are compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz

from editor.importers.labels import Label, bare_label, leading_label
from editor.importers.source import SourceParagraph
from editor.importers.tracked.printed_label import in_single_spaces
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.provision import Provision
from editor.text.edit import Edit

_LEAST_LIKENESS = 60.0
_MOST_PAIRS = 2000
"""Of paragraphs with one label that are looked at for two that are alike."""
_LEAST_OF_NOUN = 4


@dataclass(frozen=True, slots=True)
class WordsStarts:
    """Where the words begin behind labels that are layout (code points): of provisions by id, of
    the paragraphs of the other document in order, whose `labels` these are."""

    ours: Mapping[str, int]
    theirs: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def prints_in_text(self) -> bool:
        """Whether the provisions have such labels in their text."""
        return any(self.ours.values())


def words_starts(
    provisions: Sequence[Provision], paragraphs: Sequence[SourceParagraph]
) -> WordsStarts:
    """The starts for a base and the whole text of somebody; all are 0 where both print labels in
    one way, or nothing shows that they do not."""
    if not _differ(provisions, paragraphs):
        nothing = (0,) * len(paragraphs), ("",) * len(paragraphs)
        return WordsStarts({}, *nothing)
    return WordsStarts(
        {each.id: typed_label_end(each) for each in provisions},
        tuple(_end(_typed(each.text)) for each in paragraphs),
        tuple(map(_label, paragraphs)),
    )


def typed_label_end(provision: Provision) -> int:
    """Where the words of a provision begin that has its label in its text, else 0."""
    return _end(_typed(provision.text)) if provision.shows_label else 0


def behind_label(wish: Amendment, provision: Provision, start: int) -> Amendment:
    """A wish about the words of a provision from `start` on as one about all of its text; a text
    in its place keeps its label."""
    if not start:
        return wish
    text = wish.text
    if wish.kind is AmendmentKind.REPLACE_PROVISION and text is not None:
        text = provision.text[:start] + text
    edits = tuple(Edit(each.start + start, each.end + start, each.text) for each in wish.edits)
    at = wish.at + start if wish.kind is AmendmentKind.SPLIT and wish.at is not None else wish.at
    return replace(wish, edits=edits, at=at, text=text)


def _differ(provisions: Sequence[Provision], paragraphs: Sequence[SourceParagraph]) -> bool:
    ours: dict[str, list[Provision]] = {}
    for provision in provisions:
        if provision.label:
            ours.setdefault(bare_label(provision.label), []).append(provision)
    pairs = (
        (each, paragraph)
        for paragraph in paragraphs
        for each in ours.get(bare_label(_label(paragraph)), ())
    )
    return any(_differ_in_label(*pair) for pair in islice(pairs, _MOST_PAIRS))


def _differ_in_label(provision: Provision, paragraph: SourceParagraph) -> bool:
    our_end, their_end = typed_label_end(provision), _end(_typed(paragraph.text))
    if provision.text[:our_end] == paragraph.text[:their_end]:
        return False
    ours = in_single_spaces(provision.text[our_end:])
    theirs = in_single_spaces(paragraph.text[their_end:])
    return ours == theirs or fuzz.ratio(ours, theirs) >= _LEAST_LIKENESS


def _label(paragraph: SourceParagraph) -> str:
    """The label of a paragraph, automatic or typed."""
    found = _typed(f"{paragraph.label.strip()} " if paragraph.label.strip() else paragraph.text)
    return found.printed if found is not None else paragraph.label.strip()


def _typed(text: str) -> Label | None:
    """The label before the words; "Article 4" may be the first words themselves."""
    found = leading_label(text)
    if found is None:
        return None
    noun = found.printed.partition(" ")[0]
    return None if noun.isalpha() and len(noun) >= _LEAST_OF_NOUN else found


def _end(label: Label | None) -> int:
    return label.words_start if label is not None else 0


def joined_behind_labels(
    wish: Amendment, provisions: Mapping[str, Provision], starts: Mapping[str, int]
) -> Iterator[Amendment]:
    """A join, and that the label goes that would stand inside the joined words."""
    yield wish
    if wish.kind is AmendmentKind.JOIN and (start := starts.get(wish.provisions[1], 0)):
        second = provisions[wish.provisions[1]]
        yield Amendment(
            "", second.id, edits=(Edit(0, start, ""),), group=wish.group, origin=wish.origin
        )
