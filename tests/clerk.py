"""A clerk of a delegation who edits a Word file with tracking on: the marks are made as Word makes
them, on the elements, without anything of ours."""

import random
from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = "2024-05-06T07:08:09Z"
_BODY = "word/document.xml"
_WORDS = ("promptly", "and fully", "where feasible", "in good faith", "upon request", "jointly")
_SENTENCES = (
    "Parties should report on this every second year.",
    "Nothing in this text affects existing commitments.",
    "Means of support should be adequate and foreseeable.",
)
_ENOUGH_WORDS = 6


def edited(data: bytes, author: str, seed: int) -> bytes:
    """The DOCX with some of its paragraphs changed by `author`: words put in, taken out and
    replaced, paragraphs added, split, joined and deleted."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    root = etree.fromstring(parts[_BODY])
    clerk = _Clerk(author, random.Random(seed))
    body = root.find(f"{_W}body")
    assert body is not None
    for paragraph in body.findall(f"{_W}p"):
        clerk.look_at(paragraph)
    parts[_BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


class _Clerk:
    def __init__(self, author: str, chance: random.Random) -> None:
        self._author, self._chance = author, chance
        self._ids = count(5000)

    def look_at(self, paragraph: etree._Element) -> None:
        """Change a paragraph or leave it, whichever it happens to be."""
        runs = _plain_runs(paragraph)
        if not runs:
            return
        dice = self._chance.random()
        if dice < 0.25:
            self._change_words(self._chance.choice(runs))
        elif dice < 0.28:
            self._add_after(paragraph)
        elif dice < 0.30:
            self._split(paragraph, self._chance.choice(runs))
        elif dice < 0.33 and _may_go(paragraph, runs):
            self._delete(paragraph, runs)
        elif dice < 0.35 and _may_go(paragraph, runs) and _is_like_the_next(paragraph):
            self._join(paragraph)

    def _change_words(self, run: etree._Element) -> None:
        before, old, after = self._parted(run)
        made: list[etree._Element] = [before]
        kind = self._chance.choice(("put in", "taken out", "replaced"))
        if kind == "put in":
            made.append(self._inserted([_like(run, self._chance.choice(_WORDS) + " ")]))
            made.append(old)
        else:
            made.append(self._deleted([old]))
        if kind == "replaced":
            made.append(self._inserted([_like(run, self._chance.choice(_WORDS) + " ")]))
        _exchange(run, [*made, after])

    def _parted(self, run: etree._Element) -> list[etree._Element]:
        """A run as three, the middle one a few words."""
        words = _text(run).split(" ")
        start = self._chance.randrange(1, len(words) - 3)
        end = start + self._chance.randrange(1, 4)
        texts = (words[:start], words[start:end], words[end:])
        first, middle, last = (" ".join(each) for each in texts)
        return [_like(run, f"{first} "), _like(run, f"{middle} "), _like(run, last)]

    def _add_after(self, paragraph: etree._Element) -> None:
        new = etree.Element(f"{_W}p")
        self._mark(new, "ins")
        run = etree.Element(f"{_W}r")
        new.append(self._inserted([_like(run, self._chance.choice(_SENTENCES))]))
        following = paragraph.getnext()
        if following is not None and following.tag == f"{_W}p":
            paragraph.addnext(new)

    def _split(self, paragraph: etree._Element, run: etree._Element) -> None:
        """Enter is pressed within a run: the first half has the new mark."""
        before, middle, after = self._parted(run)
        first = etree.Element(f"{_W}p")
        properties = paragraph.find(f"{_W}pPr")
        if properties is not None:
            first.append(deepcopy(properties))
        for each in list(paragraph):
            if each is run:
                break
            if each.tag != f"{_W}pPr":
                first.append(each)
        first.append(before)
        _exchange(run, [middle, after])
        self._mark(first, "ins")
        paragraph.addprevious(first)

    def _delete(self, paragraph: etree._Element, runs: Iterable[etree._Element]) -> None:
        for run in runs:
            deletion = self._deleted([_like(run, _text(run))])
            _exchange(run, [deletion])
        self._mark(paragraph, "del")

    def _join(self, paragraph: etree._Element) -> None:
        paragraph.append(self._inserted([_like(etree.Element(f"{_W}r"), " ")]))
        self._mark(paragraph, "del")

    def _inserted(self, runs: Iterable[etree._Element]) -> etree._Element:
        return self._revision("ins", runs)

    def _deleted(self, runs: Iterable[etree._Element]) -> etree._Element:
        deletion = self._revision("del", runs)
        for text in deletion.iter(f"{_W}t"):
            text.tag = f"{_W}delText"
        return deletion

    def _revision(self, kind: str, runs: Iterable[etree._Element]) -> etree._Element:
        made = etree.Element(f"{_W}{kind}")
        made.set(f"{_W}id", str(next(self._ids)))
        made.set(f"{_W}author", self._author)
        made.set(f"{_W}date", _DATE)
        made.extend(runs)
        return made

    def _mark(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{_W}rPr")
        if look is None:
            look = etree.SubElement(properties, f"{_W}rPr")
        look.insert(0, self._revision(kind, ()))


def _plain_runs(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph that are long enough to be changed."""
    return [each for each in paragraph.findall(f"{_W}r") if _is_long(each)]


def _is_long(run: etree._Element) -> bool:
    return len(_text(run).split(" ")) >= _ENOUGH_WORDS


def _may_go(paragraph: etree._Element, runs: list[etree._Element]) -> bool:
    """One of words alone, and one that another paragraph follows."""
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != f"{_W}pPr"]
    return content == runs and following is not None and following.tag == f"{_W}p"


def _is_like_the_next(paragraph: etree._Element) -> bool:
    """Of one style: pandoc moves what is joined to a heading behind it."""
    style = f"{_W}pPr/{_W}pStyle"
    following = paragraph.getnext()
    found = [None if e is None else e.find(style) for e in (paragraph, following)]
    one, other = (None if each is None else each.get(f"{_W}val") for each in found)
    return one == other


def _text(run: etree._Element) -> str:
    """Empty if there is more than one text in it."""
    content = [each for each in run if each.tag != f"{_W}rPr"]
    if len(content) != 1 or content[0].tag != f"{_W}t":
        return ""
    return content[0].text or ""


def _like(run: etree._Element, text: str) -> etree._Element:
    made = etree.Element(f"{_W}r")
    made.extend(deepcopy(each) for each in run.iterchildren(f"{_W}rPr"))
    content = etree.SubElement(made, f"{_W}t")
    content.text = text
    content.set(_SPACE, "preserve")
    return made


def _exchange(run: etree._Element, others: Iterable[etree._Element]) -> None:
    for each in _backwards(others):
        run.addnext(each)
    above = run.getparent()
    assert above is not None
    above.remove(run)


def _backwards(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return reversed(list(elements))
