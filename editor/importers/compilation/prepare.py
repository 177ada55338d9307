"""From printed tokens to the ground: debris of tracked changes cleared, fused words taken apart,
base words recognised where a base text or a long quotation gives them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from editor.importers.compilation.brackets import Annotation, Printed
from editor.importers.compilation.grammar_words import BARE_VERB_AFTER, GRAMMAR_WORDS
from editor.importers.compilation.ground import Ground, Word
from editor.importers.compilation.profile import ConventionProfile, Verb
from editor.importers.compilation.quoted import scattered, words_of
from editor.importers.compilation.stream import Token, text_of
from editor.importers.compilation.tracked_words import is_tracked, touch, tracked_words, word_of
from editor.importers.source import Revision
from editor.text.sequence_match import matching_blocks

_FUSED = re.compile(r"(?P<new>\w{2,}(?:ing|ion|ment|ance|ence))(?P<rest>e|es|ed|y|ies)", re.I)
_DASHES = frozenset("-–—")
_LONG_QUOTE = 5
_SHORTEST_WORD = 3
_CHANGES_WORDS = frozenset({Verb.ADD, Verb.MODIFY, Verb.REPLACE, Verb.SPLIT_SENTENCE})


def ground_of(
    printed: Printed,
    span: tuple[int, int],
    vocabulary: Mapping[str, int],
    profile: ConventionProfile,
    base: Sequence[str] | None,
) -> Ground:
    """The ground of the printed words `span` with the annotations that stand in it; `base` are
    the words of the true base text if it is known."""
    first, last = span
    builder = _Builder(printed.tokens[first:last], first, printed.annotations, vocabulary)
    builder.build()
    ground = builder.ground(profile)
    if base is not None:
        _settle_by_base(ground, base)
    else:
        _settle_by_quotations(ground)
    return ground


class _Builder:
    def __init__(
        self,
        tokens: Sequence[Token],
        first: int,
        annotations: Sequence[Annotation],
        vocabulary: Mapping[str, int],
    ) -> None:
        self._tokens = tokens
        self._first = first
        last = first + len(tokens)
        self._annotations = [each for each in annotations if first <= each.at <= last]
        self._vocabulary = vocabulary
        self._words: list[Word] = []
        self._starts: list[int] = []
        self._warnings: list[tuple[str, int, str]] = []

    def build(self) -> None:
        position = 0
        while position < len(self._tokens):
            self._starts.append(len(self._words))
            used = self._take(position)
            self._starts.extend([len(self._words)] * (used - 1))
            position += used
        self._starts.append(len(self._words))

    def ground(self, profile: ConventionProfile) -> Ground:
        at = {each.serial: self._starts[each.at - self._first] for each in self._annotations}
        return Ground(
            self._words,
            list(self._annotations),
            at,
            profile,
            self._starts,
            self._first,
            self._warnings,
        )

    def _take(self, position: int) -> int:
        """Add the word at `position`; returns how many tokens that took."""
        token = self._tokens[position]
        touching = self._touching(position)
        if is_tracked(touching):
            self._words.extend(tracked_words(touching))
            return len(touching)
        if self._is_doubled_comma(position):
            around = self._tokens[max(0, position - 2) : position + 2]
            self._warn("doubled_mark", token, text_of(around))
            return 1
        if self._is_doubled_word(position):
            self._warn("doubled_word", token, text_of(self._tokens[position : position + 2]))
            return 1
        after = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        if after is not None and after.is_word and not after.spaced:
            if self._is_stray_dash(token, after, position):
                self._warn("stray_mark", token, f"{token.text}{after.text}")
                self._take_after(after)
                return 2
            is_cut = token.run != after.run and after.revision is Revision.NONE
            if token.is_word and is_cut and not after.text[0].isdigit():
                return self._take_glued(token, after)
        if after is not None and self._is_stray_letter(token, after):
            self._take_stray_letter(token, after, position)
            return 2
        fused = self._taken_apart(token, position)
        if fused:
            self._add_pair(token, *fused)
        else:
            self._words.append(word_of(token))
        return 1

    def _touching(self, position: int) -> Sequence[Token]:
        """The tokens from `position` on that are one word, before or after the changes."""
        end = position + 1
        while (
            end < len(self._tokens)
            and not any(each.at == end + self._first for each in self._annotations)
            and touch(self._tokens[end - 1], self._tokens[end])
        ):
            end += 1
        return self._tokens[position:end]

    def _is_doubled_comma(self, position: int) -> bool:
        """Two commas with nothing but an annotation between are one, if neither is tracked."""
        if not position or self._tokens[position].text != ",":
            return False
        at = position + self._first
        before = self._tokens[position - 1]
        return (
            before.text == ","
            and before.revision is Revision.NONE
            and any(each.at == at for each in self._annotations)
        )

    def _is_doubled_word(self, position: int) -> bool:
        """A grammar word that ends an insertion and stands again right after the annotation:
        both mean the one that follows."""
        pair = self._tokens[position : position + 2]
        if len(pair) < 2 or any(each.struck or each.revision for each in pair):
            return False
        here = position + self._first
        return (
            pair[0].text in GRAMMAR_WORDS
            and pair[0].text == pair[1].text
            and not any(each.at == here for each in self._annotations)
            and any(each.at == here + 1 and _prints_words(each) for each in self._annotations)
        )

    def _is_stray_dash(self, token: Token, after: Token, position: int) -> bool:
        """A dash that touches only the word after it, is no minus sign, and opens no aside that
        another dash closes."""
        if token.text not in _DASHES or not (token.spaced or not self._words):
            return False
        closes = (
            one.text in _DASHES and not one.spaced and two.spaced
            for one, two in pairwise(self._tokens[position + 1 :])
        )
        return not after.text[0].isdigit() and not any(closes)

    def _take_after(self, token: Token) -> None:
        self._words.append(word_of(replace(token, spaced=True)))

    def _take_glued(self, token: Token, after: Token) -> int:
        """Two runs in one word: what was typed and what was struck of it."""
        whole = token.text + after.text
        if len(token.text) == 1 and token.struck and token.text.lower() == after.text[0].lower():
            self._warn("fused_word", token, whole)
            old = replace_word(word_of(token), token.text + after.text[1:], in_base=True)
            self._words.append(old)
            self._words.append(
                replace_word(replace(word_of(after), spaced=True), after.text, in_base=False)
            )
            return 2
        pair = self._pair(token.text, after.text)
        if pair is None and self._are_two_words(token, after):
            self._warn("fused_word", token, f"{whole}: {token.text}, {after.text}")
            self._words.extend((word_of(token), word_of(after)))
            return 2
        if pair is None:
            self._words.append(word_of(replace(token, text=whole)))
        else:
            self._add_pair(replace(token, text=whole), *pair)
        if pair is None and not self._vocabulary.get(whole.lower()):
            self._warn("fused_word", token, whole)
        return 2

    def _are_two_words(self, token: Token, after: Token) -> bool:
        """Whether a strike begins or ends between two words rather than inside one."""
        if token.struck == after.struck or min(len(token.text), len(after.text)) < _SHORTEST_WORD:
            return False
        return not self._vocabulary.get((token.text + after.text).lower())

    def _taken_apart(self, token: Token, position: int) -> tuple[str, str] | None:
        if not token.is_word or self._vocabulary.get(token.text.lower(), 0) > 1:
            return None
        found = _FUSED.fullmatch(token.text)
        if found is None:
            return None
        pair = self._pair(found["new"], found["rest"])
        if pair is None and self._is_annotated(position):
            stem = re.sub(r"(?:ing|ion|ment|ance|ence)$", "", found["new"])
            return stem + found["rest"], found["new"]
        return pair

    def _is_annotated(self, position: int) -> bool:
        """Whether an annotation that changes words stands right after the word."""
        at = position + self._first + 1
        return any(
            each.at == at and each.clauses[0].verb in _CHANGES_WORDS for each in self._annotations
        )

    def _pair(self, new: str, rest: str) -> tuple[str, str] | None:
        """(old, new) of a fused word: `rest` is the old ending that was struck."""
        for length in range(len(new) - 1, 2, -1):
            old = new[:length] + rest
            if old.lower() != new.lower() and self._vocabulary.get(old.lower()):
                return old, new
        return None

    def _add_pair(self, token: Token, old: str, new: str) -> None:
        self._warn("fused_word", token, f"{token.text}: {old}, {new}")
        before = self._words[-1].key if self._words else ""
        if before in BARE_VERB_AFTER:
            bare = new if old.endswith("ing") else old
            self._words.append(word_of(replace(token, text=bare)))
            return
        self._words.append(replace_word(word_of(token), old, in_base=True))
        self._words.append(replace_word(word_of(token), new, in_base=False))

    def _is_stray_letter(self, token: Token, after: Token) -> bool:
        return (
            len(token.text) == 1
            and token.is_word
            and token.struck
            and token.text.lower() == after.text[0].lower()
            and token.text != after.text[0]
            and len(after.text) > 1
        )

    def _take_stray_letter(self, token: Token, after: Token, position: int) -> None:
        """A changed initial: the letter was typed, the one in the word struck."""
        changed = token.text + after.text[1:]
        self._warn("fused_word", token, f"{token.text} {after.text}")
        following = next(
            (each for each in self._annotations if each.at - self._first > position + 1), None
        )
        if following is None or following.clauses[0].verb not in _CHANGES_WORDS:
            self._words.append(word_of(after))
            return
        self._words.append(replace_word(word_of(after), changed, in_base=False))
        self._words.append(replace_word(word_of(after), after.text, in_base=True))

    def _warn(self, code: str, token: Token, detail: str) -> None:
        self._warnings.append((code, token.line, detail))


def _prints_words(annotation: Annotation) -> bool:
    """Whether the new words of the annotation are those printed before it."""
    clause = annotation.clauses[0]
    return clause.verb in _CHANGES_WORDS and clause.new is None


def replace_word(word: Word, text: str, in_base: bool) -> Word:
    return replace(word, text=text, in_base=in_base, is_fused=True)


def _settle_by_quotations(ground: Ground) -> None:
    """Long quotations of words to delete or replace are base text: they tell base words from
    insertions where they are printed with changes in them."""
    for annotation in ground.annotations:
        for clause in annotation.clauses:
            if clause.verb not in (Verb.DELETE, Verb.REPLACE):
                continue
            for quote in clause.old:
                words = words_of(quote)
                if len(words) >= _LONG_QUOTE:
                    _settle_by_quotation(ground, words, ground.at[annotation.serial])


def _settle_by_quotation(ground: Ground, quote: Sequence[str], place: int) -> None:
    indices = scattered(ground, quote, place)
    if indices is None:
        return
    inside = set(range(indices[0], indices[-1] + 1))
    for index, written in zip(indices, quote, strict=True):
        word = ground.words[index]
        if word.in_base is None:
            word.in_base = True
            word.base_text = written if written != word.text else ""
    for index in inside.difference(indices):
        if ground.words[index].in_base is None:
            ground.words[index].in_base = False


def _settle_by_base(ground: Ground, base: Sequence[str]) -> None:
    """Mark every printed word as base or not by comparison with the base text, and put base
    words that were not printed where they belong."""
    printed = [word.key for word in ground.words]
    blocks = matching_blocks([word.lower() for word in base], printed)
    matched = {b.new + i: b.old + i for b in blocks for i in range(b.length)}
    for index, word in enumerate(ground.words):
        word.in_base = index in matched
        if word.in_base and base[matched[index]] != word.text:
            word.base_text = base[matched[index]]
    missing = sorted(set(range(len(base))) - set(matched.values()))
    places = {old: new for new, old in matched.items()}
    _slide_insertions(ground)
    for old in reversed(missing):
        before = max((places[each] + 1 for each in places if each < old), default=0)
        _put_base_word(ground, before, base[old])


def _slide_insertions(ground: Ground) -> None:
    """Where a word is printed twice, comparison cannot tell which is the inserted one: the
    annotation can, for insertions end at it."""
    ends = set(ground.at.values())
    position = 0
    while position < len(ground.words):
        end = position
        while end < len(ground.words) and ground.words[end].in_base is False:
            end += 1
        if end > position:
            _slide(ground.words, position, end, ends)
        position = end + 1


def _slide(words: list[Word], start: int, end: int, ends: set[int]) -> None:
    steps = 0
    while (
        end - steps not in ends
        and start - steps > 0
        and (words[start - steps - 1].key == words[end - steps - 1].key)
    ):
        steps += 1
    if end - steps not in ends:
        return
    for step in range(steps):
        words[start - step - 1].in_base = False
        words[end - step - 1].in_base = True


def _put_base_word(ground: Ground, place: int, text: str) -> None:
    line = ground.words[place - 1].line if place else 0
    ground.words.insert(place, Word(text, struck=True, line=line, in_base=True))
    for serial, at in ground.at.items():
        if at > place:
            ground.at[serial] = at + 1
    ground.word_of = [each + (each > place) for each in ground.word_of]
