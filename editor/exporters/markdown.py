"""A paper as Markdown: paragraphs, headings, footnotes. Looks are HTML tags, which unlike the
marks of Markdown can stand within words."""

import re
from collections import Counter
from collections.abc import Iterator

from editor.exporters.compilation.paper import Look, Paper, PaperParagraph, PaperPiece, PaperStyle

_MARKUP = re.compile(r"([\\`*_<>&~\[\]]|\{(?=[-+=]))")
_BLOCK_AT_START = re.compile(r"(?P<number>\d{1,9})(?P<mark>[.)])|(?P<sign>[#+=|:-])")
_LINE_BREAK = re.compile("\r\n|[\n\r\u2028]")


def markdown(paper: Paper) -> bytes:
    """The paper in UTF-8. Notes that share a label are told apart by `~2`, `~3` …"""
    keys = _keys(paper)
    blocks = [f"---\ntitle: {paper.title}\n---"]
    for paragraph in paper.paragraphs:
        if paragraph.style is not PaperStyle.TITLE:
            blocks.append(_block(paragraph, keys))
    for note in paper.notes:
        lines = (_block_text(_escaped(each)) for each in note.paragraphs)
        blocks.append(f"[^{keys[note.key]}]: " + "\n\n    ".join(lines))
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _keys(paper: Paper) -> dict[str, str]:
    times: Counter[str] = Counter()
    keys: dict[str, str] = {}
    for note in paper.notes:
        times[note.label] += 1
        number = times[note.label]
        keys[note.key] = note.label if number == 1 else f"{note.label}~{number}"
    return keys


def _block(paragraph: PaperParagraph, keys: dict[str, str]) -> str:
    heading = "#" * paragraph.level + " " if paragraph.style is PaperStyle.HEADING else ""
    return heading + _block_text("".join(_inline(paragraph, keys)))


def _inline(paragraph: PaperParagraph, keys: dict[str, str]) -> Iterator[str]:
    for piece in paragraph.pieces:
        yield f"[^{keys[piece.note]}]" if piece.note else _tagged(piece, _escaped(piece.text))


def _tagged(piece: PaperPiece, text: str) -> str:
    for tag, applies in (
        ("i", piece.italic),
        ("b", piece.bold or piece.look is Look.SAID),
        ("del", piece.struck),
        ("ins", piece.look is not Look.BASE),
    ):
        if applies and text:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _escaped(text: str) -> str:
    return _LINE_BREAK.sub("<br>", _MARKUP.sub(r"\\\1", text))


def _block_text(text: str) -> str:
    return _safe_start(_with_visible_edges(text))


def _with_visible_edges(text: str) -> str:
    """White space at the ends of a block, which Markdown would drop, as entities."""
    within = text.strip()
    start = text.index(within) if within else len(text)
    end = start + len(within)
    return f"{_entities(text[:start])}{within}{_entities(text[end:])}"


def _entities(text: str) -> str:
    return "".join(f"&#{ord(each)};" for each in text)


def _safe_start(text: str) -> str:
    """A paragraph that begins like a list, a heading or a table is none."""
    found = _BLOCK_AT_START.match(text)
    if found is None:
        return text
    at = found.start("mark") if found["mark"] else 0
    return f"{text[:at]}\\{text[at:]}"
