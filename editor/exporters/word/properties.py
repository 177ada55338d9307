"""Settings and properties of a file. Nobody's name is in them, and no path."""

from lxml import etree

from editor.exporters.manuscript import Form
from editor.exporters.word.elements import Element, element, xml_text
from editor.exporters.word.package import PackagePart

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def settings(form: Form) -> Element:
    """The root of the settings part. A redline goes on tracking."""
    tracking = [element("w:trackRevisions")] if form is Form.REDLINE else []
    return element(
        "w:settings",
        element("w:zoom", percent="100"),
        *tracking,
        element("w:defaultTabStop", val="567"),
        element("w:characterSpacingControl", val="doNotCompress"),
        element("w:footnotePr", element("w:footnote", id="-1"), element("w:footnote", id="0")),
        element(
            "w:compat",
            element(
                "w:compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val="15",
            ),
        ),
        element("w:decimalSymbol", val="."),
        element("w:listSeparator", val=","),
    )


def core_properties(title: str, time: str) -> PackagePart:
    """Title and time (UTC, ISO 8601) only."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    etree.SubElement(root, f"{{{_DC}}}title").text = xml_text(title)
    for tag in ("created", "modified"):
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
        stamp.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        stamp.text = time
    content_type = "application/vnd.openxmlformats-package.core-properties+xml"
    return PackagePart("docProps/core.xml", content_type, f"{_PACKAGE}core-properties", root)


def program_properties() -> PackagePart:
    root = etree.XML(f'<Properties xmlns="{_EXTENDED}"/>')
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "Rolling Text"
    content_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return PackagePart("docProps/app.xml", content_type, f"{_OFFICE}extended-properties", root)
