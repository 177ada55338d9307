"""The attributed marks of one paragraph: base words, and what delegations want of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from editor.importers.compilation.annotations import Mention
from editor.importers.compilation.reading import ReadStance
from editor.importers.house_styles.ground import Ground
from editor.importers.house_styles.house_style import Attribution, HouseStyle, Meaning, Wish
from editor.importers.house_styles.marked_beside import REFERENCE, with_names_in_marks
from editor.importers.house_styles.marks import (
    FORMAT_CLOSES,
    FORMAT_OPENS,
    NAMED,
    STRUCK_CLOSES,
    STRUCK_OPENS,
    Pair,
    paired,
)
from editor.importers.house_styles.tags import Tag, TagReader
from editor.negotiation.provision import Stance

_DELETE = re.compile(r"\s*DELETE\s*:\s*")
_HIDDEN = "\ufffc"
_NAMES = re.compile(rf"{NAMED}(?P<names>[^{FORMAT_CLOSES}{STRUCK_CLOSES}\]]*)")
_UNPRINTED = re.compile(f"[{FORMAT_OPENS}{FORMAT_CLOSES}{STRUCK_OPENS}{STRUCK_CLOSES}]")


@dataclass(slots=True)
class Wanted:
    """A wish: to put `words` in at a place of the ground, or instead of `[start, end)` of it
    (`words` empty: to delete them). `within` is the wish whose words this one amends, `rivals`
    numbers a set of alternatives."""

    ground: Ground
    sponsors: tuple[Mention, ...]
    raw: str
    words: str = ""
    place: int | None = None
    span: tuple[int, int] = (0, 0)
    within: int | None = None
    rivals: int | None = None
    stances: tuple[ReadStance, ...] = ()
    inner: Ground | None = None


@dataclass(frozen=True, slots=True)
class SaidOfBase:
    """A stance on the base words `[start, end)`."""

    mention: Mention
    stance: Stance
    span: tuple[int, int]


@dataclass(slots=True)
class ParagraphMarks:
    """What stands of a paragraph without any proposal, the wishes, the stances on base words,
    and the brackets without a partner that were taken to close at the paragraph's end."""

    ground: Ground = field(default_factory=Ground)
    wishes: list[Wanted] = field(default_factory=list)
    said: list[SaidOfBase] = field(default_factory=list)
    closed_at_end: int = 0


class ParagraphReader:
    """Reads paragraphs in one house style. `whose` wants what only a format or a word marks."""

    def __init__(self, style: HouseStyle, tags: TagReader, whose: Mention) -> None:
        self._style = style
        self._tags = tags
        self._whose = whose

    def read(self, text: str) -> ParagraphMarks:
        text = with_names_in_marks(text, self._style, self._tags.known)
        openings = self._style.marks + FORMAT_OPENS + STRUCK_OPENS
        pairing = paired(text, openings)
        found = ParagraphMarks()
        for offset in reversed(pairing.alone):
            if text[offset] in "[({" and self._tag(text[offset + 1 :]):
                text += {"[": "]", "(": ")", "{": "}"}[text[offset]]
                found.closed_at_end += 1
                pairing = paired(text, openings)
                break
        _Paragraph(self._style, self._tag, self._whose, text, pairing.pairs, found).read()
        return found

    def _tag(self, content: str) -> Tag | None:
        if self._style.attribution is Attribution.LEADING:
            return self._tags.leading(content)
        if self._style.attribution is Attribution.TRAILING:
            return self._tags.trailing(content)
        return None


class _Paragraph:
    def __init__(
        self,
        style: HouseStyle,
        tag: Callable[[str], Tag | None],
        whose: Mention,
        text: str,
        pairs: Sequence[Pair],
        found: ParagraphMarks,
    ) -> None:
        self._style = style
        self._tag = tag
        self._whose = whose
        self._text = text
        self._pairs = {each.start: each.end for each in pairs}
        self._found = found
        self._rival_sets = 0
        self._last_leading: tuple[int, int] | None = None

    def read(self) -> None:
        self._walk(0, len(self._text), self._found.ground, None)

    def _walk(self, start: int, end: int, ground: Ground, within: int | None) -> None:
        position = plain = start
        while position < end:
            close = self._pairs.get(position)
            if close is None or close > end:
                position += 1
                continue
            ground.add(self._text[plain:position])
            self._bracket(position, close, ground, within)
            position = plain = close + 1
        ground.add(self._text[plain:end])

    def _bracket(self, start: int, close: int, ground: Ground, within: int | None) -> None:
        opening = self._text[start]
        masked = self._masked(start + 1, close)
        raw = _as_printed(self._text[start : close + 1])
        end, whose = self._named(start + 1, close, masked)
        if opening == FORMAT_OPENS:
            self._put_in(start + 1, end, whose, raw, ground, within)
        elif opening == STRUCK_OPENS:
            self._strike(start + 1, end, whose, raw, ground, within)
        elif self._style.capitals is Meaning.ADDED and (found := _DELETE.match(masked)):
            self._strike(start + 1 + found.end(), close, whose, raw, ground, within)
        elif self._deletes(opening) and not REFERENCE.fullmatch(masked):
            self._strike(start + 1, end, whose, raw, ground, within)
        elif not self._take_tagged(start, close, masked, raw, ground, within):
            ground.add(opening)
            self._walk(start + 1, close, ground, within)
            ground.add(self._text[close])

    def _deletes(self, opening: str) -> bool:
        """Whether such a bracket deletes its words, whoever is named."""
        is_beside = self._style.attribution is Attribution.BESIDE
        return is_beside and self._style.meaning_of(opening) is Meaning.DELETED

    def _named(self, start: int, end: int, masked: str) -> tuple[int, tuple[Mention, ...]]:
        """Where the words of a mark end, and who is named beside it."""
        words, *names = masked.split(NAMED)
        if not names:
            return end, (self._whose,)
        return start + len(words), tuple(map(Mention, names))

    def _masked(self, start: int, end: int) -> str:
        """The content of a bracket with nested ones made unreadable, of the same length."""
        pieces, position = [], start
        while position < end:
            close = self._pairs.get(position)
            if close is not None and close < end:
                pieces.append(_HIDDEN * (close + 1 - position))
                position = close + 1
            else:
                pieces.append(self._text[position])
                position += 1
        return "".join(pieces)

    def _take_tagged(
        self, start: int, close: int, masked: str, raw: str, ground: Ground, within: int | None
    ) -> bool:
        """Whether the bracket had a tag and was read by it."""
        parts = (
            self._parts(masked)
            if self._style.attribution is Attribution.TRAILING
            else [(0, len(masked))]
        )
        tags = [self._tag(masked[first:last]) for first, last in parts]
        if not any(tags):
            return False
        spans = [
            (
                start + 1 + first + (tag.start if tag else 0),
                start + 1 + (first + tag.end if tag else last),
            )
            for (first, last), tag in zip(parts, tags, strict=True)
        ]
        if len(parts) > 1:
            self._alternatives(spans, tags, raw, ground, within)
        elif tags[0] is not None:
            self._single(start, close, spans[0], tags[0], raw, ground, within)
        return True

    def _parts(self, masked: str) -> list[tuple[int, int]]:
        parts, position = [], 0
        for piece in masked.split(self._style.separator):
            parts.append((position, position + len(piece)))
            position += len(piece) + len(self._style.separator)
        return parts

    def _single(
        self,
        start: int,
        close: int,
        span: tuple[int, int],
        tag: Tag,
        raw: str,
        ground: Ground,
        within: int | None,
    ) -> None:
        proposers = tag.of(Wish.PROPOSE)
        deleters = tag.of(Wish.DELETE)
        if self._style.meaning_of(self._text[start]) is Meaning.DELETED:
            self._strike(*span, (*proposers, *deleters), raw, ground, within, _against(tag))
        elif proposers:
            number = self._put_in(*span, proposers, raw, ground, within, _for_and_against(tag))
            if self._style.attribution is Attribution.LEADING:
                self._chain(number, start, close, ground)
        elif deleters:
            self._strike(*span, deleters, raw, ground, within, _against(tag))
        else:
            self._say(tag, self._keep(*span, ground, within), raw)

    def _chain(self, number: int, start: int, close: int, ground: Ground) -> None:
        """Tagged brackets with nothing between them are alternatives."""
        last = self._last_leading
        if last is not None and not self._text[last[0] + 1 : start].strip():
            before = self._found.wishes[last[1]]
            if before.ground is ground:
                before.rivals = before.rivals or self._new_rivals()
                self._found.wishes[number].rivals = before.rivals
        self._last_leading = (close, number)

    def _alternatives(
        self,
        spans: Sequence[tuple[int, int]],
        tags: Sequence[Tag | None],
        raw: str,
        ground: Ground,
        within: int | None,
    ) -> None:
        """`[a - EU retain / b - US]`: what is untagged or retained is the text, the rest would
        stand instead; where nothing is, all are proposals."""
        base = next(
            (n for n, tag in enumerate(tags) if tag is None or not tag.of(Wish.PROPOSE)), None
        )
        rivals = self._new_rivals()
        kept = (0, 0)
        if base is not None:
            kept = self._keep(*spans[base], ground, within)
            tag = tags[base]
            if tag is not None:
                self._say(tag, kept, raw)
                if deleters := tag.of(Wish.DELETE):
                    self._add(Wanted(ground, deleters, raw, span=kept, within=within))
        for number, (span, tag) in enumerate(zip(spans, tags, strict=True)):
            if number == base:
                continue
            sponsors = (tag.of(Wish.PROPOSE) or (self._whose,)) if tag else (self._whose,)
            stances = _for_and_against(tag) if tag else ()
            index = self._put_in(*span, sponsors, raw, ground, within, stances)
            wish = self._found.wishes[index]
            wish.rivals = rivals
            if base is not None:
                wish.place, wish.span = None, kept

    def _say(self, tag: Tag, span: tuple[int, int], raw: str) -> None:
        stances = {Wish.RETAIN: Stance.SUPPORT, Wish.RESERVE: Stance.RESERVE}
        for voice in tag.voices:
            if voice.wish in stances:
                self._found.said.append(SaidOfBase(voice.mention, stances[voice.wish], span))

    def _keep(self, start: int, end: int, ground: Ground, within: int | None) -> tuple[int, int]:
        """Read words into the ground; returns where they stand."""
        text = self._text[start:end]
        lead = len(text) - len(text.lstrip())
        ground.add(text[:lead])
        first = ground.length
        self._walk(start + lead, start + len(text.rstrip()), ground, within)
        return first, ground.length

    def _strike(
        self,
        start: int,
        end: int,
        sponsors: tuple[Mention, ...],
        raw: str,
        ground: Ground,
        within: int | None,
        stances: tuple[ReadStance, ...] = (),
    ) -> None:
        span = self._keep(start, end, ground, within)
        self._add(Wanted(ground, sponsors, raw, span=span, within=within, stances=stances))

    def _put_in(
        self,
        start: int,
        end: int,
        sponsors: tuple[Mention, ...],
        raw: str,
        ground: Ground,
        within: int | None,
        stances: tuple[ReadStance, ...] = (),
    ) -> int:
        inner = Ground()
        wish = Wanted(
            ground, sponsors, raw, place=ground.leave_gap(), within=within, stances=stances
        )
        number = self._add(wish)
        self._walk(start, end, inner, number)
        wish.inner = inner
        wish.words = inner.text.strip()
        return number

    def _add(self, wish: Wanted) -> int:
        self._found.wishes.append(wish)
        return len(self._found.wishes) - 1

    def _new_rivals(self) -> int:
        self._rival_sets += 1
        return self._rival_sets


def _as_printed(marked: str) -> str:
    """The words of a mark as the document has them, who is named behind them in brackets."""
    named = _NAMES.sub(lambda found: f" [{found['names'].replace(NAMED, ', ')}]", marked)
    return " ".join(_UNPRINTED.sub("", named).split())


def _for_and_against(tag: Tag) -> tuple[ReadStance, ...]:
    meant = {
        Wish.RETAIN: Stance.SUPPORT,
        Wish.DELETE: Stance.OPPOSE,
        Wish.RESERVE: Stance.RESERVE,
    }
    return tuple(
        ReadStance(each.mention, meant[each.wish]) for each in tag.voices if each.wish in meant
    )


def _against(tag: Tag) -> tuple[ReadStance, ...]:
    """Who speaks on a deletion: to retain the words is against it."""
    meant = {Wish.RETAIN: Stance.OPPOSE, Wish.RESERVE: Stance.RESERVE}
    return tuple(
        ReadStance(each.mention, meant[each.wish]) for each in tag.voices if each.wish in meant
    )
