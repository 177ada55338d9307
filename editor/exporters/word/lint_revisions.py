"""Faults of tracked changes."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from editor.exporters.voice_names import LONGEST_AUTHOR, LONGEST_INITIALS
from editor.exporters.word.elements import Element, name
from editor.exporters.word.lint_words import WordFault

_INS, _DEL = name("w:ins"), name("w:del")
_PARAGRAPH, _MARK = name("w:p"), f"{name('w:pPr')}/{name('w:rPr')}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CONTENT = tuple(
    map(
        name,
        (
            "w:t", "w:tab", "w:br", "w:footnoteReference", "w:endnoteReference", "w:drawing",
            "w:pict", "w:object", "w:sym", "mc:AlternateContent",
        ),
    )
)  # fmt: skip
_DELETED_CONTENT = (*_CONTENT, name("w:delText"))


def faults_of_revisions(root: Element, authors: Collection[str]) -> Iterator[WordFault]:
    """The faults of one story; `authors` are the names that may sign."""
    yield from _signatures(root, authors)
    yield from _nesting(root)
    yield from _moves(root)
    for flow in _flows(root):
        yield from _marks(flow)
    yield from _rows(root)


def _signatures(root: Element, authors: Collection[str]) -> Iterator[WordFault]:
    for each in root.iter(_INS, _DEL, name("w:comment")):
        author = each.get(name("w:author"), "")
        if not author.strip() or len(author) > LONGEST_AUTHOR:
            yield "bad_author", author
        elif author not in authors:
            yield "unknown_author", author
        if not _DATE.fullmatch(each.get(name("w:date"), "")):
            yield "bad_date", each.get(name("w:date"), "")
        if len(each.get(name("w:initials"), "")) > LONGEST_INITIALS:
            yield "bad_initials", each.get(name("w:initials"), "")


def _nesting(root: Element) -> Iterator[WordFault]:
    """An insertion may hold a deletion, and nothing else may hold another."""
    for each in root.iter(_INS, _DEL):
        around = [a.tag for a in each.iterancestors(_INS, _DEL)]
        if each.tag in around or (each.tag == _INS and around):
            yield "nested_revisions", each.get(name("w:id"), "")
        if root.tag == name("w:comments"):
            yield "revision_in_comment", each.get(name("w:id"), "")
        parent = each.getparent()
        is_mark = parent is not None and parent.tag in (name("w:rPr"), name("w:trPr"))
        if is_mark is bool(len(each)):
            yield "empty_or_full_revision", each.get(name("w:id"), "")


def _moves(root: Element) -> Iterator[WordFault]:
    ends = [
        Counter(each.get(name("w:name"), "") for each in root.iter(name(f"w:{end}RangeStart")))
        for end in ("moveFrom", "moveTo")
    ]
    if ends[0] != ends[1]:
        yield "unpaired_move", ""
    for end in ("moveFrom", "moveTo"):
        starts = Counter(_id(each) for each in root.iter(name(f"w:{end}RangeStart")))
        closed = Counter(_id(each) for each in root.iter(name(f"w:{end}RangeEnd")))
        if starts != closed:
            yield "unpaired_move", end
        if next(root.iter(name(f"w:{end}")), None) is not None and not starts:
            yield "unpaired_move", end


def _flows(root: Element) -> Iterator[list[Element]]:
    """The paragraphs that follow each other: of a section of the body, a cell, a note, a
    comment. A tracked row comes or goes with all the marks in it, the last one of a cell too."""
    for tag in ("w:body", "w:tc", "w:footnote", "w:endnote", "w:comment"):
        for container in root.iter(name(tag)):
            if _is_in_tracked_row(container):
                continue
            flow: list[Element] = []
            for child in container:
                if child.tag == _PARAGRAPH:
                    flow.append(child)
                    if _ends_section(child):
                        yield flow
                        flow = []
                elif child.tag in (name("w:tbl"), name("w:sdt")):
                    yield flow
                    flow = []
            yield flow


def _marks(flow: list[Element]) -> Iterator[WordFault]:
    """No mark on the last paragraph; no words deleted so that an empty paragraph is left."""
    if flow and (_has_mark(flow[-1], _INS) or _has_mark(flow[-1], _DEL)):
        yield "mark_on_last_paragraph", ""
    joined: list[Element] = []
    left_empty = kept = 0
    after_split = False
    for paragraph in flow:
        joined.append(paragraph)
        if _has_mark(paragraph, _DEL):
            continue
        splits = _has_mark(paragraph, _INS)
        if any(_has_words(each) for each in joined):
            kept += 1
        elif all(map(_has_deleted_words, joined)) and not _ends_section(paragraph):
            # Half of a split paragraph may be empty; a whole one may not. One that was empty
            # before may stay, and one that ends a section has to.
            left_empty += not (splits or after_split)
        joined, after_split = [], splits
    if left_empty and (kept or left_empty > 1):
        yield "deleted_paragraph_without_mark", ""


def _has_mark(paragraph: Element, tag: str) -> bool:
    return paragraph.find(f"{_MARK}/{tag}") is not None


def _has_deleted_words(paragraph: Element) -> bool:
    return any(
        next(each.iterancestors(_INS), None) is None
        for deletion in paragraph.iter(_DEL)
        for each in deletion.iter(*_DELETED_CONTENT)
    )


def _ends_section(paragraph: Element) -> bool:
    return paragraph.find(f"{name('w:pPr')}/{name('w:sectPr')}") is not None


def _has_words(paragraph: Element) -> bool:
    return any(next(each.iterancestors(_DEL), None) is None for each in _content(paragraph))


def _content(paragraph: Element) -> Iterator[Element]:
    for run in paragraph.iter(name("w:r")):
        yield from (each for each in run if each.tag in _CONTENT)


def _rows(root: Element) -> Iterator[WordFault]:
    """A tracked row has its mark, and every run and mark in it is tracked too."""
    for row in root.iter(name("w:tr")):
        for tag in (_INS, _DEL):
            if not _row_mark(row, tag):
                continue
            runs = (r for r in row.iter(name("w:r")) if next(r.iterancestors(tag), None) is None)
            if next(runs, None) is not None:
                yield "row_mark_without_content", "w:r"
            marks = [p.find(f"{_MARK}/{tag}") is not None for p in row.iter(_PARAGRAPH)]
            if not all(marks):
                yield "row_mark_without_content", "w:p"


def _is_in_tracked_row(cell: Element) -> bool:
    row = cell.getparent()
    return row is not None and (_row_mark(row, _INS) or _row_mark(row, _DEL))


def _row_mark(row: Element, tag: str) -> bool:
    return row.find(f"{name('w:trPr')}/{tag}") is not None


def _id(element: Element) -> str:
    return element.get(name("w:id"), "")
