"""A Word package that is changed in few parts; all others stay as they are, byte for byte."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from editor.exporters.word.elements import Element
from editor.exporters.word.package import PackagePart, serialised

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class ChangedPackage:
    """The parts of a package. A root element asked for with `root` may be changed, and is
    written if it was told with `change`."""

    def __init__(self, data: bytes, main_part: str, main: Element) -> None:
        self.main_part = main_part
        self._archive = ZipFile(BytesIO(data))
        self._roots: dict[str, Element] = {main_part: main}
        self._changed: dict[str, Element] = {}

    @property
    def is_strict(self) -> bool:
        """Whether it is of the Strict kind (ISO/IEC 29500-1), whose names are others."""
        return _STRICT in self._archive.read(self.main_part)

    def related(self, kind: str, part: str | None = None) -> str | None:
        """The name of the part to which a relationship leads whose address ends with `kind`,
        from the main part if not said otherwise ("" for the package itself)."""
        return next(self.all_related(kind, part), None)

    def all_related(self, kind: str, part: str | None = None) -> Iterator[str]:
        source = self.main_part if part is None else part
        folder, listed = posixpath.dirname(source), _relationships_of(source)
        if listed not in self._names():
            return
        for each in self.root(listed).iter(_RELATIONSHIP):
            target = each.get("Target", "")
            is_inside = each.get("TargetMode", "Internal") != "External"
            if is_inside and each.get("Type", "").endswith(f"/{kind}"):
                name = target.lstrip("/") if target[:1] == "/" else _joined(folder, target)
                if name in self._names():
                    yield name

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

    def written(self) -> bytes:
        """The bytes of the package as it is now; equal parts give equal bytes."""
        done = BytesIO()
        with ZipFile(done, "w", ZIP_DEFLATED) as target:
            for entry in self._archive.infolist():
                changed = self._changed.get(entry.filename)
                content = self._archive.read(entry) if changed is None else serialised(changed)
                target.writestr(_entry(entry.filename, entry.date_time), content)
            for name in self._changed.keys() - set(self._archive.namelist()):
                root = self._changed[name]
                target.writestr(_entry(name, _BEGINNING_OF_ZIP_TIME), serialised(root))
        return done.getvalue()

    def _names(self) -> set[str]:
        return {*self._archive.namelist(), *self._roots}

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


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))
