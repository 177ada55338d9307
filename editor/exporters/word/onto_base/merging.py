"""What an export adds to the other parts of the base package: comments, who signs, tracking."""

from collections.abc import Iterable, Iterator
from itertools import count

from editor.exporters.manuscript import Form
from editor.exporters.word.comments import CommentStyles, people
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.package import ChangedPackage
from editor.exporters.word.package import PackagePart, word_part
from editor.exporters.word.properties import settings

_PEOPLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
_PEOPLE = "http://schemas.microsoft.com/office/2011/relationships/people"
_STORIES = ("footnotes", "endnotes", "comments", "header", "footer")
_HIDES_NAMES = tuple(map(name, ("w:removePersonalInformation", "w:removeDateAndTime")))
_BEFORE_TRACKING = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
    "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle",
    "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
    "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
)  # fmt: skip
"""ISO/IEC 29500-1, 17.15.1.78: what stands before `w:trackRevisions`."""


def free_ids(package: ChangedPackage) -> Iterator[str]:
    """Numbers that no annotation and no note of the package has."""
    key = name("w:id")
    parts = [package.main_part]
    for kind in _STORIES:
        parts.extend(package.all_related(kind))
    taken = {each.get(key) for part in parts for each in package.root(part).iter("{*}*")}
    return (str(number) for number in count(1) if str(number) not in taken)


def add_comments(package: ChangedPackage, comments: Iterable[Element]) -> None:
    """Put comments beside those that the package has."""
    new = list(comments)
    if not new:
        return
    part = package.related("comments")
    if part is None:
        package.add(word_part("comments", "comments", element("w:comments", *new)))
    else:
        package.change(part).extend(new)


def add_people(package: ChangedPackage, authors: Iterable[str]) -> None:
    """List who signs; nobody of them has an account."""
    part = package.related("people")
    known = _people_in(package.root(part)) if part else set()
    missing = set(authors) - known
    if not missing:
        return
    listed = people(missing)
    if part is None:
        package.add(PackagePart("word/people.xml", _PEOPLE_TYPE, _PEOPLE, listed))
    else:
        package.change(part).extend(listed)


def _people_in(root: Element) -> set[str]:
    return {each.get(name("w15:author"), "") for each in root}


def set_tracking(package: ChangedPackage, form: Form) -> None:
    """A redline goes on tracking, and no setting may take the names off it."""
    if form is not Form.REDLINE:
        return
    part = package.related("settings")
    if part is None:
        package.add(word_part("settings", "settings", settings(form)))
        return
    root = package.root(part)
    for tag in _HIDES_NAMES:
        for each in root.findall(tag):
            package.change(part).remove(each)
    if root.find(name("w:trackRevisions")) is None:
        before = {name(f"w:{each}") for each in _BEFORE_TRACKING}
        at = sum(each.tag in before for each in root)
        package.change(part).insert(at, element("w:trackRevisions"))


def comment_styles(package: ChangedPackage) -> CommentStyles:
    """The package's own styles for comments, none where it has none."""
    part = package.related("styles")
    ids: dict[str, str] = {}
    for style in [] if part is None else package.root(part).iter(name("w:style")):
        called = style.find(name("w:name"))
        shown = "" if called is None else called.get(name("w:val"), "")
        ids.setdefault(shown.lower(), style.get(name("w:styleId"), ""))
    return CommentStyles(ids.get("annotation text", ""), ids.get("annotation reference", ""))
