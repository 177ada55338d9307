"""Automatic numbers of the base document: as printed, whatever comes between or goes."""

from copy import deepcopy

from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.package import ChangedPackage

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
        style = None if properties is None else properties.find(name("w:pStyle"))
        id = "" if style is None else style.get(name("w:val"), "")
        seen: set[str] = set()
        root = None if self._styles is None else self._package.root(self._styles)
        while root is not None and id and id not in seen:
            seen.add(id)
            own = (e for e in root.iter(name("w:style")) if e.get(name("w:styleId")) == id)
            found = next(own, None)
            if found is None:
                break
            if found.find(f"{name('w:pPr')}/{name('w:ind')}") is not None:
                return True
            based = found.find(name("w:basedOn"))
            id = "" if based is None else based.get(name("w:val"), "")
        return False
