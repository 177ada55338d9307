"""Tags: who stands behind words in a bracket, and with which wish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.importers.compilation.annotations import Mention
from editor.importers.house_styles.house_style import HouseStyle, Wish
from editor.importers.house_styles.known_names import KnownNames
from editor.importers.names import NameBook

_DASH = re.compile(r"\s*(?<![\w–—-])[-–—]\s*(?=\w)|\s*[-–—]\s+(?=\w)|(?<=[.,;])\s*[-–—]\s*(?=\w)")
# No space ends a name: if it could, every separator would be read in two ways.
_WRITTEN = r"[A-Z][\w.&'-]*(?: +[\w.&'-]+)*"
_LEADING = re.compile(rf"\s*(?P<names>{_WRITTEN}(?:\s*[/,]\s?{_WRITTEN})*)\s*:\s*")
_LONGEST_TAG = 300
_REACH_OF_TAG = _LONGEST_TAG + 20
"""With the dash before it and the spaces around."""
_LONGEST_NAME = 6
_NAME = re.compile(r"(?:[A-Z0-9][\w.&'’-]*|and|of|the|its|as|well|on|behalf|Member|States)")


@dataclass(frozen=True, slots=True)
class Voice:
    """A delegation and its wish."""

    mention: Mention
    wish: Wish


@dataclass(frozen=True, slots=True)
class Tag:
    """`[start, end)` of the content is the words; the rest is the tag of these voices."""

    start: int
    end: int
    voices: tuple[Voice, ...]

    def of(self, *wishes: Wish) -> tuple[Mention, ...]:
        return tuple(each.mention for each in self.voices if each.wish in wishes)


class TagReader:
    """Reads tags in one house style."""

    def __init__(self, style: HouseStyle, names: NameBook) -> None:
        self._names = names
        self.known = KnownNames(names)
        self._short = dict(style.short_codes)
        words = "|".join(re.escape(word) for word, _wish in style.stance_words)
        self._wishes = dict(style.stance_words)
        self._last_word = re.compile(
            rf"(?:^|[\s:])(?:to\s+)?(?P<word>{words})(?:s|d|ed)?[\s.]*$", re.I
        )
        self._first_word = re.compile(rf"^(?P<word>{words})(?:s|d|ed)?(?:\s+by)?\s*:?\s+", re.I)

    def trailing(self, content: str) -> Tag | None:
        """The tag after the first dash behind which there is nothing but delegations."""
        for dash in _DASH.finditer(content, max(len(content) - _REACH_OF_TAG, 0)):
            tail = content[dash.end() :]
            if len(tail) <= _LONGEST_TAG and (voices := tuple(self._voices(tail))):
                return Tag(0, dash.start(), voices)
        return None

    def leading(self, content: str) -> Tag | None:
        """The tag before the first colon."""
        found = _LEADING.match(content)
        if found is None or len(found["names"]) > _LONGEST_TAG:
            return None
        voices = tuple(self._voices(found["names"].replace("/", ", ")))
        return Tag(found.end(), len(content), voices) if voices else None

    def _voices(self, text: str) -> Iterator[Voice]:
        """The voices in `text`; none if it is not a list of delegations."""
        found: list[Voice] = []
        known = False
        for segment in text.strip(" .").split(";"):
            wish, names = self._wish_of(segment.strip(" ."))
            for each in self._names.read(names):
                if not self._is_name(each.written):
                    return
                known = known or each.confidence > 0 or each.written in self._short
                found.append(Voice(Mention(self._short.get(each.written, each.written)), wish))
        if known:
            yield from found

    def _wish_of(self, segment: str) -> tuple[Wish, str]:
        for pattern in (self._last_word, self._first_word):
            word = pattern.search(segment)
            if word:
                rest = segment[: word.start()] + " " + segment[word.end() :]
                return self._wishes[word["word"].lower()], rest.strip(" :,")
        return Wish.PROPOSE, segment

    def _is_name(self, written: str) -> bool:
        words = written.split()
        return bool(words) and (
            self._names.find(written) is not None
            or (len(words) <= _LONGEST_NAME and all(_NAME.match(word) for word in words))
        )
