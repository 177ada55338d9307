"""Files damaged at random: their bytes, the parts of an archive, elements, words, values."""

import json
import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from editor.importers.archive import Archive
from tests.importers.compilation.damage import damaged
from tests.importers.word_files import zipped

_ODD_VALUES = ("", "-1", "0", "99999999999", "x", "%1%9", "true", "A", "F0B7", "1e400", "☃" * 300)
_ODD_WORDS = (
    "\u202eabc\u202c", "\u2066", "\u200b", "\ufeff", "\u2028", "\x85", "e\u0301" * 40, "𝒳😀",
    "[", "]", "][", "[[[[", "~~", "**", "“", "<b>", "[^1]", "Option 1:", "(a)", "\t\t", " ",
    "[Canada: delete “", "- US / ", "1" * 40, "÷", "العربية", "\n\n\n", "---\n", "* * *", "\f",
)  # fmt: skip
_ODD_JSON: tuple[Any, ...] = (
    None, "", "p1", -1, 2**31, 2**70, 1.5, True, [], {}, [[]], ["a1", "a1"], "\u202e", "chair",
    {"delegation": "FJI"}, "\x00",
)  # fmt: skip
_MOST = 12


def mutated(content: bytes, chance: random.Random) -> bytes:
    """`content` damaged inside as fits its format, or in its bytes, or both."""
    if chance.random() < 0.85:
        content = _mutated_inside(content, chance)
    if chance.random() < 0.25:
        content = _mutated_bytes(content, chance)
    return content


def _mutated_inside(content: bytes, chance: random.Random) -> bytes:
    if content.startswith(b"PK"):
        return _mutated_archive(content, chance)
    if content.startswith(b"{"):
        return _mutated_json(content, chance)
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    return _mutated_text(content.decode(encoding), chance).encode(encoding)


def _mutated_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, _MOST)):
        start = chance.randrange(len(changed) or 1)
        match chance.randrange(8):
            case 0:
                del changed[start : start + chance.randint(1, 40)]
            case 1:
                changed[start:start] = changed[start : start + chance.randint(1, 400)]
            case 2 if chance.random() < 0.2:
                del changed[start:]
            case _:
                changed[start : start + 1] = bytes([chance.randrange(256)])
    return bytes(changed)


def _mutated_archive(content: bytes, chance: random.Random) -> bytes:
    archive = Archive(content, "")
    parts: dict[str, bytes] = {each: archive.read(each) for each in sorted(archive.part_names)}
    for _ in range(chance.randint(1, 3)):
        name, other = chance.choice(list(parts)), chance.choice(list(parts))
        match chance.randrange(12):
            case 0 if len(parts) > 1:
                del parts[name]
            case 1:
                parts[name], parts[other] = parts[other], parts[name]
            case 2:
                parts[name] = _mutated_bytes(parts[name], chance)
            case _:
                of_words = [each for each in parts if len(parts[each]) > 300]
                name = chance.choice(of_words or [name])
                parts[name] = _mutated_part(parts[name], chance)
    return zipped(parts)


def _mutated_part(content: bytes, chance: random.Random) -> bytes:
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return _mutated_bytes(content, chance)
    for _ in range(chance.randint(1, _MOST)):
        elements = list(root.iter(etree.Element))
        chance.choice(_OF_ELEMENTS)(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root)


def _drop(element: etree._Element, _other: etree._Element, _chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element, _other: etree._Element, _chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in reversed(element):
            parent.insert(parent.index(element), child)
        parent.remove(element)


def _move(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    if other not in element.iter():
        other.insert(chance.randint(0, len(other)), element)


def _double(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    if sum(1 for _ in element.iter()) < 200:
        copy = deepcopy(element)
        copy.tail = None
        other.insert(chance.randint(0, len(other)), copy)


def _swap(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    element.tag, other.tag = other.tag, element.tag


def _change_value(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    names = [str(name) for name in element.attrib]
    if names:
        element.set(chance.choice(names), chance.choice(_ODD_VALUES))


def _take_values(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    for name in other.attrib:
        element.set(str(name), str(other.attrib[name]))


def _drop_value(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    names = [str(name) for name in element.attrib]
    if names:
        del element.attrib[chance.choice(names)]


def _change_words(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    words = element.text or ""
    at = chance.randint(0, len(words))
    odd = chance.choice([each for each in _ODD_WORDS if each != "\f"])
    element.text = words[:at] + odd + (other.text or "")[:200] + words[at:]


_OF_ELEMENTS: tuple[Callable[[etree._Element, etree._Element, random.Random], None], ...] = (
    _drop, _unwrap, _move, _double, _swap, _change_value, _take_values, _drop_value,
    _change_words, _change_words,
)  # fmt: skip


def _mutated_text(text: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        text = damaged(text, chance)
    for _ in range(chance.randint(1, _MOST)):
        start = chance.randint(0, len(text))
        end = start + chance.randint(0, 60)
        at = chance.randint(0, len(text))
        match chance.randrange(4):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:at] + text[start:end] + text[at:]
            case 2:
                text = (
                    text[:at] + chance.choice(_ODD_WORDS) * chance.choice((1, 1, 2, 60)) + text[at:]
                )
            case _:
                text = text[:start] + text[start:end].swapcase()[::-1] + text[end:]
    return text


def _mutated_json(content: bytes, chance: random.Random) -> bytes:
    document = json.loads(content)
    for _ in range(chance.randint(1, _MOST)):
        holders = [each for each in _holders(document) if each]
        holder, other = chance.choice(holders), chance.choice(holders)
        key, value = _any_of(holder, chance), other[_any_of(other, chance)]
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = chance.choice(_ODD_JSON)
            case 2 if isinstance(holder, list):
                holder.insert(key, json.loads(json.dumps(holder[key])))
            case 3 if isinstance(holder, dict):
                holder[chance.choice(("odd", "", "id", "text"))] = json.loads(json.dumps(value))
            case _:
                holder[key] = json.loads(json.dumps(value))
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode()


def _holders(value: Any) -> list[Any]:
    found = [value] if isinstance(value, dict | list) else []
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        found.extend(_holders(each))
    return found


def _any_of(holder: Any, chance: random.Random) -> Any:
    return (
        chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    )
