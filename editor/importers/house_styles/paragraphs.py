"""The paragraphs of a marked-up text before its marks are read: what each is, whose provision
it belongs to, the statuses printed between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editor.importers.base_text import BaseParagraph, base_paragraphs
from editor.importers.compilation.profile import VERB_LIST
from editor.importers.house_styles.house_style import BEHIND_LABEL, HouseStyle, Meaning
from editor.importers.house_styles.legend import legend_lines
from editor.importers.house_styles.marks import (
    FORMAT_CLOSES,
    FORMAT_OPENS,
    STRUCK_CLOSES,
    STRUCK_OPENS,
)
from editor.importers.labels import leading_label
from editor.importers.single_lines import in_single_lines
from editor.importers.source import SourceDocument, SourceParagraph, SourceRun
from editor.negotiation.provision import ProvisionKind, ProvisionStatus

_DOTTED = r"\d{1,3}(?:\.\d{1,3})+\s?(?:bis|ter|quater|quinquies)?\.?"
_MORE_LABELS = re.compile(rf"(?P<dotted>{_DOTTED})\s|(?P<glued>\([a-z]{{1,3}}\))(?=\w)")
_HEAD = re.compile(r"(?:[IVX]+|[A-Z])\.\s[^.;\[]{3,}")
_LONGEST_HEAD = 100
_CONTENTS = re.compile(r"\.{5,}\s*\d+\s*$")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CAPITALS = re.compile(r"(?<![\w])[A-Z][A-Z'’-]*(?:[ ,]+[A-Z][A-Z'’-]*)*(?![\w])")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class MarkedParagraph:
    """A paragraph: its text with format marks, what it is, and the number of its provision
    (paragraphs of one provision share it). `section` is an index in the list of paragraphs."""

    text: str
    kind: ProvisionKind
    line: int
    label: str = ""
    level: int = 0
    section: int | None = None
    provision: int = 0
    status: ProvisionStatus = ProvisionStatus.NOT_REACHED
    source: SourceParagraph | None = None
    pending: str = ""
    notes: list[tuple[int, str]] = field(default_factory=list)


def marked_paragraphs(source: SourceDocument, style: HouseStyle) -> list[MarkedParagraph]:
    """The paragraphs of `source`, statuses of their own line taken to the one before."""
    single = in_single_lines(source)
    whole = _with_labels_joined(single.paragraphs, style)
    heads = replace(single, paragraphs=tuple(_with_heading(each) for each in whole))
    small = _small_words(source) if style.capitals is Meaning.ADDED else frozenset()
    legend = legend_lines(single)
    found: list[MarkedParagraph] = []
    places: list[int] = []
    for each in base_paragraphs(heads):
        status = VERB_LIST.status_of(each.source.text.strip().strip("[]").strip())
        bracketed = each.source.text.strip()[:1] == "["
        last = next((row for row in reversed(found) if row.kind is ProvisionKind.PROVISION), None)
        if status and bracketed and last is not None:
            last.status, last.pending = status
            places.append(len(found) - 1)
            continue
        places.append(len(found))
        section = None if each.section is None else places[each.section]
        if each.source.line in legend and each.kind is ProvisionKind.PROVISION:
            each = replace(each, kind=ProvisionKind.FRONT_MATTER, label="")
        found.append(_marked(each, section, style, small))
    _number_provisions(found)
    return found


def _with_labels_joined(
    paragraphs: Sequence[SourceParagraph], style: HouseStyle
) -> list[SourceParagraph]:
    """The paragraphs, the label of an option that stands alone joined to what it opens: so the
    option can lose its label and stand."""
    found: list[SourceParagraph] = []
    label: SourceParagraph | None = None
    for each in paragraphs:
        if not each.text.strip():
            continue
        if label is not None:
            plain = SourceRun(f"{label.text.strip()}{BEHIND_LABEL}")
            found.append(replace(each, runs=(plain, *each.runs), line=label.line))
            label = None
        elif style.option.fullmatch(each.text.strip().lstrip("[")):
            label = each
        else:
            found.append(each)
    return found if label is None else [*found, label]


def _with_heading(paragraph: SourceParagraph) -> SourceParagraph:
    text = paragraph.text.strip()
    capitals = text.isupper() and len(text.split()) > 1
    if len(text) <= _LONGEST_HEAD and "[" not in text and (capitals or _HEAD.fullmatch(text)):
        return replace(paragraph, heading=paragraph.heading or 1)
    return paragraph


def _marked(
    each: BaseParagraph, section: int | None, style: HouseStyle, small: frozenset[str]
) -> MarkedParagraph:
    kind, label = each.kind, each.label
    if kind is ProvisionKind.PROVISION and _CONTENTS.search(each.source.text):
        kind, label = ProvisionKind.FRONT_MATTER, ""
    text, notes = _text_and_notes(each.source, style, kind)
    if kind is ProvisionKind.PROVISION and not label:
        label = _label(text)
    if style.capitals is Meaning.ADDED and kind is ProvisionKind.PROVISION:
        text = _CAPITALS.sub(lambda found: _if_shouted(found.group(), small), text)
    level = each.level
    return MarkedParagraph(
        text, kind, each.source.line, label, level, section, source=each.source, notes=notes
    )


def _text_and_notes(
    paragraph: SourceParagraph, style: HouseStyle, kind: ProvisionKind
) -> tuple[str, list[tuple[int, str]]]:
    """The words with marks around those that a format sets apart: only provisions have any."""
    pieces: list[str] = []
    notes: list[tuple[int, str]] = []
    length = 0
    words = [run for run in paragraph.runs if run.text.strip()]
    is_title = all(run.bold for run in words) or bool(paragraph.heading)
    for run in paragraph.runs:
        if run.note:
            notes.append((length, run.note))
        text = _PRIVATE.sub("", run.text)
        if kind is ProvisionKind.PROVISION and text.strip():
            text = _set_apart(run, text, style, is_title)
        pieces.append(text)
        length += len(text)
    together = "".join(pieces)
    for mark, closing in ((FORMAT_OPENS, FORMAT_CLOSES), (STRUCK_OPENS, STRUCK_CLOSES)):
        together = together.replace(closing + mark, "")
    return together, notes


def _set_apart(run: SourceRun, text: str, style: HouseStyle, is_title: bool) -> str:
    if run.struck and style.struck is Meaning.DELETED:
        return f"{STRUCK_OPENS}{text}{STRUCK_CLOSES}"
    is_new = (run.bold and style.bold is Meaning.ADDED and not is_title) or (
        run.underlined and style.underlined is Meaning.ADDED
    )
    return f"{FORMAT_OPENS}{text}{FORMAT_CLOSES}" if is_new else text


def _label(text: str) -> str:
    stripped = text.rpartition(BEHIND_LABEL)[2].lstrip().lstrip("[").lstrip()
    found = leading_label(stripped)
    if found is not None:
        return found.printed
    more = _MORE_LABELS.match(stripped)
    return (more["dotted"] or more["glued"]).rstrip(".") if more else ""


def _small_words(source: SourceDocument) -> frozenset[str]:
    return frozenset(
        word for each in source.paragraphs for word in _WORD.findall(each.text) if word.islower()
    )


def _if_shouted(words: str, small: frozenset[str]) -> str:
    """Marks capitals as set apart if they are words of the language and not abbreviations."""
    each = [word.lower() for word in _WORD.findall(words)]
    shouted = [word for word in each if len(word) > 1 and word in small]
    is_phrase = len(each) > 1 and any(len(word) > 4 for word in each)
    return f"{FORMAT_OPENS}{words}{FORMAT_CLOSES}" if shouted or is_phrase else words


def _number_provisions(found: Sequence[MarkedParagraph]) -> None:
    """A number of its own opens a provision; letters and what has no label go on with it."""
    current = 0
    for index, each in enumerate(found):
        if each.kind is not ProvisionKind.PROVISION or (each.label and each.label[0] != "("):
            current = index + 1
        each.provision = current
