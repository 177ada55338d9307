"""Automatic numbers of the base document: as printed, whatever comes between or goes."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.onto_base.package import ChangedPackage

_ON = ("1", "true", "on")
_OVERRIDE, _LEVEL = name("w:lvlOverride"), name("w:ilvl")


class Lists:
    """The lists that a package defines."""

    def __init__(self, package: ChangedPackage) -> None:
        self._package = package
        self._part = package.related("numbering")
        self._styles = package.related("styles")

    def indent(self, list_id: str, level: int, properties: Element | None) -> Element | None:
        """Where a list puts the words of a paragraph with these properties, if these and its
        style do not say it themselves."""
        if self._part is None or self._style_indents(properties):
            return None
        found = self._level(list_id, level)
        return None if found is None else found.find(f"{name('w:pPr')}/{name('w:ind')}")

    def take_number(self, properties: Element, indent: Element | None) -> None:
        """Take the automatic number away and leave the words where they are. Where the style has
        a number it is denied by list 0 (ISO/IEC 29500-1, 17.9.18)."""
        for own in properties.findall(name("w:numPr")):
            properties.remove(own)
        if self._style_numbers(properties):
            level, none = element("w:ilvl", val="0"), element("w:numId", val="0")
            put_in_order(properties, element("w:numPr", level, none))
        if indent is not None and properties.find(name("w:ind")) is None:
            put_in_order(properties, deepcopy(indent))

    def restarted(self, list_id: str, level: int, value: int) -> str | None:
        """The id of a list that goes on like `list_id`, but counts `value` at a level next."""
        found = self._number(list_id)
        if self._part is None or found is None:
            return None
        root = self._package.change(self._part)
        numbers = root.findall(name("w:num"))
        new = deepcopy(found)
        ids = [int(each.get(name("w:numId"), "0")) for each in numbers]
        new.set(name("w:numId"), str(max(ids) + 1))
        for override in new.findall(_OVERRIDE):
            for start in override.findall(name("w:startOverride")):
                override.remove(start)
            if not len(override):
                new.remove(override)
        wanted = str(level)
        found = next((o for o in new.findall(_OVERRIDE) if o.get(_LEVEL) == wanted), None)
        override = element("w:lvlOverride", ilvl=wanted) if found is None else found
        if found is None:
            new.append(override)
        override.insert(0, element("w:startOverride", val=str(value)))
        numbers[-1].addnext(new)
        return new.get(name("w:numId"))

    def _number(self, list_id: str) -> Element | None:
        return self._find("w:num", "w:numId", list_id)

    def _find(self, tag: str, key: str, value: str) -> Element | None:
        if self._part is None:
            return None
        root = self._package.root(self._part)
        return next((e for e in root.iterfind(name(tag)) if e.get(name(key)) == value), None)

    def _level(self, list_id: str, level: int) -> Element | None:
        number = self._number(list_id)
        if number is None:
            return None
        abstract = number.find(name("w:abstractNumId"))
        key = "" if abstract is None else abstract.get(name("w:val"), "")
        definition = self._find("w:abstractNum", "w:abstractNumId", key)
        own = [each for o in number.findall(_OVERRIDE) for each in o.findall(name("w:lvl"))]
        shared = [] if definition is None else definition.findall(name("w:lvl"))
        return next((each for each in (*own, *shared) if each.get(_LEVEL) == str(level)), None)

    def _style_indents(self, properties: Element | None) -> bool:
        """Whether the number is the style's, and the style has an indent beside it."""
        if properties is not None and properties.find(name("w:numPr")) is not None:
            return False
        indent = f"{name('w:pPr')}/{name('w:ind')}"
        return any(each.find(indent) is not None for each in self._styles_of(properties))

    def _style_numbers(self, properties: Element) -> bool:
        number = f"{name('w:pPr')}/{name('w:numPr')}"
        return any(each.find(number) is not None for each in self._styles_of(properties))

    def _styles_of(self, properties: Element | None) -> Iterator[Element]:
        """The style of a paragraph with these properties, and those that it is based on."""
        root = None if self._styles is None else self._package.root(self._styles)
        if root is None:
            return
        styles = {each.get(name("w:styleId"), ""): each for each in root.iter(name("w:style"))}
        stated = None if properties is None else properties.find(name("w:pStyle"))
        found = _default(styles.values())
        if stated is not None:
            found = styles.get(stated.get(name("w:val"), ""))
        seen: set[Element] = set()
        while found is not None and found not in seen:
            seen.add(found)
            yield found
            based = found.find(name("w:basedOn"))
            found = None if based is None else styles.get(based.get(name("w:val"), ""))


def _default(styles: Iterable[Element]) -> Element | None:
    """The style of paragraphs that name none."""
    kind, default = name("w:type"), name("w:default")
    return next((e for e in styles if e.get(kind) == "paragraph" and e.get(default) in _ON), None)
