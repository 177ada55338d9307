"""Labels that one document types before the words and another prints as automatic numbers: where
both have the same label, that is layout, and the words alone are compared."""

from collections.abc import Container, Iterator, Mapping, Sequence
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
_LONGEST = 40
"""Of a label before a tab."""


@dataclass(frozen=True, slots=True)
class WordsStarts:
    """Where the words begin behind labels that are layout (code points): of provisions by id, of
    the paragraphs of the other document in order, whose `labels` these are. `prints_in_text`
    tells whether the provisions have such labels in their text."""

    ours: Mapping[str, int]
    theirs: tuple[int, ...]
    labels: tuple[str, ...]
    prints_in_text: bool


def words_starts(
    provisions: Sequence[Provision], paragraphs: Sequence[SourceParagraph]
) -> WordsStarts:
    """The starts for a base and the whole text of somebody; all are 0 where both print labels in
    one way, or nothing shows that they do not."""
    known = frozenset(bare_label(each.label) for each in provisions if each.label)
    theirs = [_typed(each.text, known) for each in paragraphs]
    labels = [_label(*each) for each in zip(paragraphs, theirs, strict=True)]
    if not _differ(provisions, paragraphs, theirs, labels):
        return WordsStarts({}, (0,) * len(theirs), ("",) * len(theirs), prints_in_text=False)
    return WordsStarts(
        {each.id: typed_label_end(each) for each in provisions},
        tuple(map(_end, theirs)),
        tuple(labels),
        prints_in_text=any(each.shows_label for each in provisions),
    )


def typed_label_end(provision: Provision) -> int:
    """Where the words of a provision begin that has its label in its text, as front matter may
    have too, else 0."""
    is_typed = provision.shows_label or not provision.label
    return _end(_typed(provision.text)) if is_typed else 0


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


def _differ(
    provisions: Sequence[Provision],
    paragraphs: Sequence[SourceParagraph],
    typed: Sequence[Label | None],
    labels: Sequence[str],
) -> bool:
    ours: dict[str, list[Provision]] = {}
    for provision in provisions:
        if provision.label:
            ours.setdefault(bare_label(provision.label), []).append(provision)
    pairs = (
        (each, paragraph.text, _end(found))
        for paragraph, found, label in zip(paragraphs, typed, labels, strict=True)
        for each in ours.get(bare_label(label), ())
    )
    return any(_differ_in_label(*pair) for pair in islice(pairs, _MOST_PAIRS))


def _differ_in_label(provision: Provision, text: str, their_end: int) -> bool:
    our_end = typed_label_end(provision)
    if provision.text[:our_end] == text[:their_end]:
        return False
    ours = in_single_spaces(provision.text[our_end:])
    theirs = in_single_spaces(text[their_end:])
    return ours == theirs or fuzz.ratio(ours, theirs) >= _LEAST_LIKENESS


def _label(paragraph: SourceParagraph, typed: Label | None) -> str:
    """The label of a paragraph, automatic or typed."""
    automatic = paragraph.label.strip()
    found = _typed(f"{automatic} ") if automatic else typed
    return found.printed if found is not None else automatic


def _typed(text: str, known: Container[str] = ()) -> Label | None:
    """The label before the words: any before a tab that is one of those `known`, by
    `bare_label`. Else "Article 4" may be the first words themselves."""
    before, tab, _ = text[:_LONGEST].partition("\t")
    if tab and bare_label(before) in known:
        return Label(" ".join(before.split()), len(before) + len(tab), 0)
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
