"""Names of elements in WordprocessingML (ISO/IEC 29500, transitional)."""

from typing import Final

WORD_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{WORD_NAMESPACE}}}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16DU: Final = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"

STRICT_TO_TRANSITIONAL: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD_NAMESPACE.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1].encode(),
}
"""Namespaces of a Strict file that the reader looks at."""

STRICT_RELATIONSHIP: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
COMMENTS_EXTENDED: Final = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"

ON_VALUES: Final = frozenset({"1", "true", "on"})
OFF_VALUES: Final = frozenset({"0", "false", "off", "none"})
