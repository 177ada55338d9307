"""Attributed marks that enclose several paragraphs."""

from collections.abc import Sequence

from editor.importers.house_styles.house_style import Attribution, HouseStyle
from editor.importers.house_styles.marks import CLOSING, paired
from editor.importers.house_styles.paragraphs import MarkedParagraph
from editor.importers.house_styles.tags import TagReader
from editor.negotiation.provision import ProvisionKind

_MOST_PARAGRAPHS = 12


def with_marks_in_each(
    paragraphs: Sequence[MarkedParagraph], tags: TagReader, style: HouseStyle
) -> frozenset[int]:
    """Where a tagged bracket opens a paragraph and closes a later one, give each paragraph
    between a bracket with the tag of its own. Returns the indices of these paragraphs."""
    if style.attribution is not Attribution.TRAILING:
        return frozenset()
    found: set[int] = set()
    for first, paragraph in enumerate(paragraphs):
        text = paragraph.text.lstrip()
        if paragraph.kind is not ProvisionKind.PROVISION or text[:1] not in style.marks:
            continue
        if not text or 0 not in paired(text, style.marks).alone:
            continue
        last = _last(paragraphs, first, text[0], tags, style)
        if last is not None:
            _spread(paragraphs[first : last + 1], text[0], tags)
            found.update(range(first, last + 1))
    return frozenset(found)


def _last(
    paragraphs: Sequence[MarkedParagraph],
    first: int,
    opening: str,
    tags: TagReader,
    style: HouseStyle,
) -> int | None:
    """The paragraph that ends with the closing bracket and a tag before it."""
    for index in range(first + 1, min(first + _MOST_PARAGRAPHS, len(paragraphs))):
        each = paragraphs[index]
        if each.kind is not ProvisionKind.PROVISION:
            return None
        text = each.text.rstrip()
        alone = paired(text, style.marks).alone
        if alone:
            is_end = alone == (len(text) - 1,) and text[-1] == CLOSING[opening]
            return index if is_end and tags.trailing(text[:-1]) else None
    return None


def _spread(paragraphs: Sequence[MarkedParagraph], opening: str, tags: TagReader) -> None:
    last = paragraphs[-1]
    content = last.text.rstrip()[:-1]
    tag = tags.trailing(content)
    if tag is None:
        return
    written = content[tag.end :]
    for each in paragraphs:
        text = each.text.strip()
        if each is paragraphs[0]:
            text = text[1:]
        if each is last:
            text = text[: len(text) - 1 - len(written)]
        each.text = f"{opening}{text}{written}{CLOSING[opening]}"
