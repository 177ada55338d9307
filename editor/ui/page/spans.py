"""Spans: what is written on the page for one provision, in each of the four views.

Built from the runs of the composition and nothing else. A span knows which base words it
shows, so that the page can say where the caret is; tags and brackets show none.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import regex
from PySide6.QtCore import QCoreApplication

from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.run import EMPTY_OPTION, Option, Run, RunKind


class View(StrEnum):
    BASE = "base"
    REDLINE = "redline"
    BRACKETS = "brackets"
    CLEAN = "clean"


class Look(StrEnum):
    """How a span is drawn; the delegation adds colour and pattern."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    STRUCK = "struck"
    CONTESTED = "contested"
    BRACKET = "bracket"
    TAG = "tag"
    PILL = "pill"
    BREAK = "break"
    NOTE = "note"
    """The number of a footnote."""
    REASON = "reason"
    """The mark after a tag whose delegations gave a reason."""


class Span(NamedTuple):
    """`start` and `end` are code points of the base text it shows (equal for inserted words);
    `run` is the run behind it; `conflict` the conflict whose brackets it stands in; `note` the
    id of the footnote whose number it is; `amendments` those that a tag or a mark speaks of."""

    text: str
    look: Look
    delegation: str = ""
    start: int = 0
    end: int = 0
    run: Run | None = None
    conflict: str = ""
    note: str = ""
    amendments: tuple[str, ...] = ()


Tag = Callable[[tuple[str, ...]], str]
"""Words the code tag of some delegations: `CAN`, `EGY +2`."""

PILCROW = "¶"
LINE_BREAK = "\u2028"
PARAGRAPH_MARK = PILCROW + LINE_BREAK
NO_BREAK_SPACE = "\u00a0"
BREAK = "\n"
"""How a composed text writes a paragraph break."""
_ISOLATE, _END_OF_ISOLATE = "\u2066", "\u2069"
_RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_IDEOGRAPH = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
WORD_JOINER = "\u2060"
_CHANGES = (RunKind.INSERTED, RunKind.DELETED, RunKind.STRUCK)
_READ = (RunKind.KEPT, RunKind.INSERTED)


def spans_of(runs: Iterable[Run], view: View, base: str, tag: Tag) -> list[Span]:
    """The spans of a provision with base text `base`, composed as `runs`."""
    runs = list(runs)
    foreign = [run.text for run in runs if not run.text.isascii()]
    if any(map(_RIGHT_TO_LEFT.search, foreign)):
        tag = _isolated(tag)
    elif any(map(_IDEOGRAPH.search, foreign)):
        tag = _joined(tag)
    match view:
        case View.BASE:
            text = in_one_block(base)
            return [Span(text, Look.PLAIN, start=0, end=len(base))] if base else []
        case View.CLEAN:
            return [span for run in runs for span in _clean(run)]
        case View.BRACKETS:
            return list(_bracketed(runs, tag))
        case View.REDLINE:
            return list(_redline(runs, tag))


def in_one_block(text: str) -> str:
    """`text` as one block of the document can hold it: with lines instead of paragraphs."""
    return text.replace(BREAK, LINE_BREAK)


def _redline(runs: list[Run], tag: Tag) -> Iterator[Span]:
    contested: Run | None = None
    tagged: tuple[str, ...] = ()
    for index, run in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else None
        contested = run if run.contested else contested
        tagged = (*tagged, *run.amendments) if run.kind in _CHANGES else ()
        if run.kind is RunKind.ALTERNATIVES:
            yield from _alternatives(run, tag)
        elif run.text == BREAK:
            yield from _paragraph_mark(run, tag, tagged)
            tagged = ()
        else:
            yield from _words(run, _look(run))
            if run.kind in _CHANGES and not run.contested and not _goes_on(run, following):
                yield _tag(run, tag)._replace(amendments=tagged)
                tagged = ()
        if contested is not None and not _still_contested(runs, index):
            yield _contested_tag(contested, tag)
            contested = None


def _bracketed(runs: list[Run], tag: Tag) -> Iterator[Span]:
    contested: Run | None = None
    for index, run in enumerate(runs):
        if run.contested and contested is None:
            yield Span("[", Look.BRACKET, start=run.start, end=run.start, run=run)
            contested = run
        if run.kind is RunKind.ALTERNATIVES:
            yield from _alternatives(run, tag)
        elif run.kind in _READ:
            yield from _words(run, Look.CONTESTED if run.contested else Look.PLAIN)
        if contested is not None and not _still_contested(runs, index):
            yield Span("]", Look.BRACKET, start=run.end, end=run.end, run=contested)
            yield _contested_tag(contested, tag)
            contested = None


def _still_contested(runs: list[Run], index: int) -> bool:
    """Whether a contested deletion reaches beyond what is inserted inside it."""
    for run in runs[index + 1 :]:
        if run.contested:
            return True
        if run.kind is RunKind.KEPT:
            return False
    return False


def _clean(run: Run) -> Iterator[Span]:
    if run.kind is RunKind.ALTERNATIVES:
        text = in_one_block(run.text)
        yield Span(text, Look.PLAIN, "", run.start, run.end, run, run.conflict)
    elif run.kind in _READ:
        for span in _words(run, Look.PLAIN):
            yield span._replace(text=LINE_BREAK) if span.look is Look.BREAK else span


def _alternatives(run: Run, tag: Tag) -> Iterator[Span]:
    def mark(text: str) -> Span:
        return Span(text, Look.BRACKET, "", run.start, run.end, run, run.conflict)

    yield mark("[")
    for index, option in enumerate(run.options):
        if index:
            yield mark(" / ")
        yield from _option(run, option, tag)
        if option.delegations:
            text, first = tag(option.delegations), option.delegations[0]
            made = Span(text, Look.TAG, first, run.end, run.end, run, run.conflict)
            yield made._replace(amendments=option.amendments)
    yield mark("]")


def _option(run: Run, option: Option, tag: Tag) -> Iterator[Span]:
    if not option.text:
        yield Span(EMPTY_OPTION, Look.BRACKET, "", run.start, run.end, run, run.conflict)
    for inner in option.runs:
        if inner.kind is RunKind.ALTERNATIVES:
            yield from _alternatives(inner, tag)
        elif inner.kind in _READ:
            look = Look.INSERTED if inner.kind is RunKind.INSERTED else Look.PLAIN
            for span in _words(inner, look):
                yield span._replace(conflict=run.conflict)


def _isolated(tag: Tag) -> Tag:
    """Code tags that stay one thing in the middle of a text from right to left."""

    def isolated(delegations: tuple[str, ...]) -> str:
        return f"{_ISOLATE}{tag(delegations)}{_END_OF_ISOLATE}"

    return isolated


def _joined(tag: Tag) -> Tag:
    """Code tags that stay on the line of their words, where lines may end after any sign."""
    return lambda delegations: f"{WORD_JOINER}{tag(delegations)}"


def _look(run: Run) -> Look:
    if run.contested:
        return Look.CONTESTED if run.kind is RunKind.KEPT else Look.INSERTED
    return {
        RunKind.INSERTED: Look.INSERTED,
        RunKind.DELETED: Look.DELETED,
        RunKind.STRUCK: Look.STRUCK,
    }.get(run.kind, Look.PLAIN)


def _words(run: Run, look: Look) -> Iterator[Span]:
    """The words of a run; a paragraph break is shown as one."""
    delegation = run.delegations[0] if run.delegations and look is not Look.PLAIN else ""
    first, *more = run.text.split(BREAK)
    if first:
        yield Span(first, look, delegation, run.start, run.end, run)
    for part in more:
        yield Span(PARAGRAPH_MARK, Look.BREAK, delegation, run.end, run.end, run)
        if part:
            yield Span(part, look, delegation, run.end, run.end, run)


def _paragraph_mark(run: Run, tag: Tag, tagged: tuple[str, ...]) -> Iterator[Span]:
    """A paragraph break with its tag at the end of the line."""
    first = run.delegations[0] if run.delegations else ""
    yield Span(PILCROW, Look.BREAK, first, run.end, run.end, run)
    yield _tag(run, tag)._replace(amendments=tagged)
    yield Span(LINE_BREAK, Look.BREAK, first, run.end, run.end, run)


def _tag(run: Run, tag: Tag) -> Span:
    text = tag(run.delegations)
    if run.by_chair_alone:
        text = f"({text})"
    first = run.delegations[0] if run.delegations else ""
    return Span(text, Look.TAG, first, run.end, run.end, run, amendments=run.amendments)


def _contested_tag(run: Run, tag: Tag) -> Span:
    """The tag of a deletion that is not settled."""
    return _tag(run, lambda delegations: contested_words(tag(delegations), AmendmentKind.EDIT))


def contested_words(codes: str, kind: AmendmentKind) -> str:
    """What stands beside words that somebody would delete, replace or join: `EGY: delete?`."""
    words = {
        AmendmentKind.REPLACE_PROVISION: QCoreApplication.translate("span", "{codes}: replace?"),
        AmendmentKind.JOIN: QCoreApplication.translate("span", "{codes}: join?"),
    }
    delete = QCoreApplication.translate("span", "{codes}: delete?")
    return words.get(kind, delete).format(codes=codes).replace(" ", NO_BREAK_SPACE)


def _goes_on(run: Run, following: Run | None) -> bool:
    """Whether the next run is a change of the same delegations: they share one tag."""
    return (
        following is not None
        and following.kind in _CHANGES
        and following.delegations == run.delegations
        and following.by_chair_alone == run.by_chair_alone
    )
