"""A Word package that is changed in few parts; all others stay as they are, byte for byte."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from editor.exporters.word.elements import Element
from editor.exporters.word.package import PackagePart, serialised

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class ChangedPackage:
    """The parts of a package. A root element asked for with `root` may be changed, and is
    written if it was told with `change`."""

    def __init__(self, data: bytes, main_part: str, main: Element) -> None:
        self.main_part = main_part
        self._archive = ZipFile(BytesIO(data))
        self._roots: dict[str, Element] = {main_part: main}
        self._changed: dict[str, Element] = {}
        self._removed: set[str] = set()

    @property
    def is_strict(self) -> bool:
        """Whether it is of the Strict kind (ISO/IEC 29500-1), whose names are others."""
        return _STRICT in self._archive.read(self.main_part)

    def related(self, kind: str, part: str | None = None) -> str | None:
        """The name of the part to which a relationship leads whose address ends with `kind`,
        from the main part if not said otherwise ("" for the package itself)."""
        return next(self.all_related(kind, part), None)

    def all_related(self, kind: str, part: str | None = None) -> Iterator[str]:
        listed = _relationships_of(self.main_part if part is None else part)
        if listed not in self._names():
            return
        for each in self.root(listed).iter(_RELATIONSHIP):
            name = _leads_to(listed, each)
            if each.get("Type", "").endswith(f"/{kind}") and name in self._names():
                yield name

    def parts(self) -> list[str]:
        """The names of all parts, in the order of the archive; new ones last."""
        names = dict.fromkeys((*self._archive.namelist(), *self._changed))
        return [each for each in names if each in self._names() and each != _CONTENT_TYPES]

    def relationships(self) -> Iterator[tuple[str, Element]]:
        """Every relationship, after the name of the part that lists it."""
        for listed in self.parts():
            if listed.endswith(".rels"):
                for each in self.root(listed).iter(_RELATIONSHIP):
                    yield listed, each

    def type_of(self, part: str) -> str:
        """The content type of a part, "" if none is stated."""
        overrides, defaults = self._types()
        ending = part.rpartition(".")[2].lower()
        return overrides.get(part.lower()) or defaults.get(ending, "")

    def _types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Those of parts, and those of all parts with one ending; their names in small letters."""
        root = self.root(_CONTENT_TYPES)
        return (
            {_part_of(each): each.get("ContentType", "") for each in root.iter(_OVERRIDE)},
            {
                each.get("Extension", "").lower(): each.get("ContentType", "")
                for each in root.iter(_DEFAULT)
            },
        )

    def root(self, part: str) -> Element:
        """The root element of a part."""
        if part not in self._roots:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            self._roots[part] = etree.fromstring(self._archive.read(part), parser)
        return self._roots[part]

    def change(self, part: str) -> Element:
        """The root element of a part, to be changed."""
        self._changed[part] = self.root(part)
        return self._changed[part]

    def add(self, part: PackagePart) -> None:
        """A new part beside the main part, under a name that is free."""
        folder = posixpath.dirname(self.main_part)
        name = self._free_name(_joined(folder, posixpath.basename(part.name)))
        self._changed[name] = self._roots[name] = part.root
        types = self.change(_CONTENT_TYPES)
        etree.SubElement(types, _OVERRIDE, PartName=f"/{name}", ContentType=part.content_type)
        listed = _relationships_of(self.main_part)
        if listed not in self._names():
            empty = f'<Relationships xmlns="{etree.QName(_RELATIONSHIP).namespace}"/>'
            self._roots[listed] = etree.fromstring(empty)
        relationships = self.change(listed)
        ids = {each.get("Id") for each in relationships}
        number = next(n for n in range(1, len(ids) + 2) if f"rId{n}" not in ids)
        etree.SubElement(
            relationships,
            _RELATIONSHIP,
            Id=f"rId{number}",
            Type=part.relationship,
            Target=posixpath.relpath(name, folder or "."),
        )

    def retype(self, part: str, content_type: str) -> None:
        """Give a part another content type."""
        types = self.change(_CONTENT_TYPES)
        self._forget_type(part)
        etree.SubElement(types, _OVERRIDE, PartName=f"/{part}", ContentType=content_type)

    def remove(self, part: str) -> None:
        """Take a part out, with its type and whatever leads to it or from it."""
        for listed, each in list(self.relationships()):
            if _leads_to(listed, each) == part:
                _take_out(each)
                self.change(listed)
        self._forget_type(part)
        self._removed |= {part, _relationships_of(part)}
        self._forget_endings()

    def unrelate(self, part: str, ids: Collection[str]) -> None:
        """Take out relationships of a part, and what only they lead to."""
        listed = _relationships_of(part)
        if not ids or listed not in self._names():
            return
        led: set[str] = set()
        for each in list(self.root(listed).iter(_RELATIONSHIP)):
            if each.get("Id") in ids:
                led.add(_leads_to(listed, each))
                _take_out(each)
                self.change(listed)
        led -= {_leads_to(*each) for each in self.relationships()}
        for target in led & self._names():
            self.remove(target)

    def _forget_type(self, part: str) -> None:
        for each in list(self.root(_CONTENT_TYPES).iter(_OVERRIDE)):
            if _part_of(each) == part.lower():
                _take_out(each)
                self.change(_CONTENT_TYPES)

    def _forget_endings(self) -> None:
        """Take out the types of endings that no part has any more."""
        left = {each.rpartition(".")[2].lower() for each in self.parts()} | {"xml", "rels"}
        for each in list(self.root(_CONTENT_TYPES).iter(_DEFAULT)):
            if each.get("Extension", "").lower() not in left:
                _take_out(each)
                self.change(_CONTENT_TYPES)

    def changed(self) -> list[Element]:
        """The root elements of the parts that are written anew."""
        return list(self._changed.values())

    def written(self) -> bytes:
        """The bytes of the package as it is now; equal parts give equal bytes."""
        done = BytesIO()
        with ZipFile(done, "w", ZIP_DEFLATED) as target:
            for entry in self._archive.infolist():
                if entry.filename in self._removed:
                    continue
                changed = self._changed.get(entry.filename)
                content = self._archive.read(entry) if changed is None else serialised(changed)
                target.writestr(_entry(entry.filename, entry.date_time), content)
            new = self._changed.keys() - set(self._archive.namelist())
            for name in sorted(new - self._removed):
                root = self._changed[name]
                target.writestr(_entry(name, _BEGINNING_OF_ZIP_TIME), serialised(root))
        return done.getvalue()

    def _names(self) -> set[str]:
        return {*self._archive.namelist(), *self._roots} - self._removed

    def _free_name(self, name: str) -> str:
        stem, _, ending = name.rpartition(".")
        taken = {each.lower() for each in self._names()}
        names = (f"{stem}{n or ''}.{ending}" for n in range(len(taken) + 1))
        return next(each for each in names if each.lower() not in taken)


def _entry(name: str, time: tuple[int, int, int, int, int, int]) -> ZipInfo:
    entry = ZipInfo(name, time)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _relationships_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _leads_to(listed: str, relationship: Element) -> str:
    """The name of the part that a relationship leads to, "" if that is outside."""
    target = relationship.get("Target", "")
    if relationship.get("TargetMode") == "External":
        return ""
    folder = posixpath.dirname(posixpath.dirname(listed))
    return target.lstrip("/") if target[:1] == "/" else _joined(folder, target)


def _part_of(override: Element) -> str:
    return override.get("PartName", "").lstrip("/").lower()


def _take_out(each: Element) -> None:
    above = each.getparent()
    if above is not None:
        above.remove(each)


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))
