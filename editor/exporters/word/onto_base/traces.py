"""What a base file tells of who worked on it, and where: names and accounts of users, numbers of
their sessions, paths of their disks. None of it is handed out; nor is a lock, which would keep the
receivers from accepting or rejecting anything.

A link to somebody's disk is its author's content, so it stays, but names the file only, as if
both stood in one folder; so does what a picture is called.
"""

import re
from collections.abc import Iterator

from lxml import etree

from editor.exporters.word.comments import authors_in, people
from editor.exporters.word.elements import NAMESPACES, Element, W, name
from editor.exporters.word.onto_base.package import ChangedPackage
from editor.exporters.word.package import serialised

_NAMES_OF_USERS = frozenset({"creator", "lastModifiedBy", "Manager", "manager"})
_PROPERTIES = ("core-properties", "extended-properties")
_USUAL_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_UNWANTED = tuple(
    map(
        name,
        (
            "w:attachedTemplate", "w:documentProtection", "w:mailMerge", "w:rsids",
            "w:saveThroughXslt", "w:writeProtection",
        ),
    )
)  # fmt: skip
_OF_SETTINGS = "wordprocessingml.settings+xml"
_SESSION = f"{W}rsid"
_LOCAL = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
_INSTRUCTIONS = (name("w:instrText"), name("w:delInstrText"))
_SIMPLE_FIELD, _INSTRUCTION = name("w:fldSimple"), name("w:instr")
_LOCAL_IN_FIELD = re.compile(r'"((?:file:|[a-z]:[\\/]|\\\\)[^"]*)"', re.IGNORECASE)
_NOWHERE = "#"
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_CALLED = frozenset({"name", "descr", "title", "alt"})
_OF_PEOPLE = "wordprocessingml.people+xml"
_PERSON = name("w15:person")


def take_out_traces(package: ChangedPackage) -> None:
    """Leave no trace of a user in the package; call it when all else is written."""
    _clear_properties(package)
    for part in _settings(package):
        _clear_settings(package, part)
    _forget_accounts(package)
    _shorten_links(package)
    for part in _stories(package):
        if _shorten_fields(package.root(part)) | _shorten_names(package.root(part)):
            package.change(part)
    package.change(package.main_part)
    for root in package.changed():
        _forget_sessions(root)


def _clear_properties(package: ChangedPackage) -> None:
    found = [part for kind in _PROPERTIES for part in package.all_related(kind, "")]
    for part in {*found, *(each for each in package.parts() if each in _USUAL_PROPERTIES)}:
        for each in package.root(part):
            if each.text and _is_user(each):
                package.change(part)
                each.text = ""


def _is_user(each: Element) -> bool:
    return isinstance(each.tag, str) and etree.QName(each).localname in _NAMES_OF_USERS


def _settings(package: ChangedPackage) -> set[str]:
    """Those of the text, and of a glossary beside it."""
    typed = {each for each in package.parts() if package.type_of(each).endswith(_OF_SETTINGS)}
    return typed.union(package.all_related("settings"))


def _clear_settings(package: ChangedPackage, part: str) -> None:
    for each in package.root(part).findall("*"):
        if each.tag in _UNWANTED:
            referred = set(_references(each))
            package.change(part).remove(each)
            package.unrelate(part, referred)


def _references(root: Element) -> Iterator[str]:
    """The relationships that an element and what is in it refer to."""
    for each in root.iter("{*}*"):
        for key, value in each.attrib.items():
            if etree.QName(key).namespace == NAMESPACES["r"]:
                yield str(value)


def _shorten_links(package: ChangedPackage) -> None:
    for listed, relationship in list(package.relationships()):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External" and _LOCAL.match(target):
            package.change(listed)
            relationship.set("Target", _file_name(target))


def _stories(package: ChangedPackage) -> list[str]:
    """The parts that hold text."""
    return [package.main_part, *(part for kind in _STORIES for part in package.all_related(kind))]


def _forget_accounts(package: ChangedPackage) -> None:
    """Of the people who worked on the file only who still signs something, without an account."""
    signing = set(authors_in(*(package.root(part) for part in _stories(package))))
    for part in package.parts():
        if not package.type_of(part).endswith(_OF_PEOPLE):
            continue
        listed = [each.get(name("w15:author"), "") for each in package.root(part).iter(_PERSON)]
        known = people(each for each in listed if each in signing)
        if len(known) == 0:
            package.remove(part)
        elif serialised(known) != serialised(package.root(part)):
            package.change(part)[:] = list(known)


def _shorten_fields(root: Element) -> bool:
    """Whether there was anything to shorten."""
    changed = False
    for each in root.iter(*_INSTRUCTIONS, _SIMPLE_FIELD):
        is_simple = each.tag == _SIMPLE_FIELD
        before = each.get(_INSTRUCTION, "") if is_simple else each.text or ""
        after = _shortened(before)
        if after == before:
            continue
        changed = True
        if is_simple:
            each.set(_INSTRUCTION, after)
        else:
            each.text = after
    return changed


def _shorten_names(root: Element) -> bool:
    """Pictures are often called after the file that they were; whether one was."""
    changed = False
    for each in root.iter("{*}*"):
        for key, value in each.attrib.items():
            if etree.QName(key).localname in _CALLED and _LOCAL.match(str(value)):
                each.set(key, re.split(r"[\\/]", str(value))[-1])
                changed = True
    return changed


def _shortened(instruction: str) -> str:
    return _LOCAL_IN_FIELD.sub(lambda found: f'"{_file_name(found[1])}"', instruction)


def _file_name(target: str) -> str:
    """The file of a path; a folder has none to go to."""
    last = re.split(r"[\\/:]", target)[-1]
    return last if "." in last else _NOWHERE


def _forget_sessions(root: Element) -> None:
    for each in root.iter("{*}*"):
        for key in [key for key in each.attrib if str(key).startswith(_SESSION)]:
            del each.attrib[key]
