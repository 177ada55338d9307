"""What is written on a template or on a file with macros is a document like any other: Word
refuses a `.docx` whose main part is of another type."""

from editor.exporters.word.lint import DOCUMENT_TYPE
from editor.exporters.word.onto_base.package import ChangedPackage

_OF_MACROS = (
    "application/vnd.ms-office.vbaProject",
    "application/vnd.ms-word.vbaData",
    "application/vnd.ms-word.keyMapCustomizations",
    "application/vnd.ms-word.attachedToolbars",
)
"""MS-OFFMACRO2, 2.2: the beginnings of the types of parts that only files with macros have."""


def make_a_document(package: ChangedPackage) -> None:
    """Give the main part the type of a document; macros, and what calls them, go."""
    if package.type_of(package.main_part) == DOCUMENT_TYPE:
        return
    package.retype(package.main_part, DOCUMENT_TYPE)
    for part in package.parts():
        if package.type_of(part).startswith(_OF_MACROS):
            package.remove(part)
