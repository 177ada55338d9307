"""What pandoc reads in a Word file."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc

_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def pandoc_lines(data: bytes, track_changes: str) -> list[str]:
    """The paragraphs of a DOCX with its changes accepted or rejected (`accept`, `reject`), in
    single spaces; pandoc leaves out empty paragraphs."""
    command = [
        pypandoc.get_pandoc_path(), "--from=docx", "--to=json", f"--track-changes={track_changes}"
    ]  # fmt: skip
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    blocks = json.loads(done.stdout)["blocks"]
    return [line for block in blocks for line in _lines(block) if line]


def in_single_spaces(lines: list[str]) -> list[str]:
    """Lines as `pandoc_lines` gives them."""
    return [line for each in lines if (line := " ".join(each.split()))]


def _lines(block: dict[str, Any]) -> Iterator[str]:
    match block["t"]:
        case "Para" | "Plain":
            yield " ".join(_text(block["c"]).split())
        case "Header":
            yield " ".join(_text(block["c"][2]).split())
        case "BlockQuote":
            for inner in block["c"]:
                yield from _lines(inner)
        case "Div":
            for inner in block["c"][1]:
                yield from _lines(inner)
        case other:
            raise AssertionError(f"pandoc found a {other}")


def _text(inlines: list[Any]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: dict[str, Any]) -> str:
    kind: str = inline["t"]
    content: Any = inline.get("c")
    if kind in _SPACES:
        return _SPACES[kind]
    if kind == "Str":
        return str(content)
    if kind == "Note":
        return ""
    if kind in ("Span", "Quoted", "Link"):
        return _text(content[1])
    return _text(content)
