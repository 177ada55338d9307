"""The fonts and the theme of a file. Both may be left out (ISO/IEC 29500-1, 11.3), but Word always
writes them, and there are validators that miss them."""

from lxml import etree

from editor.exporters.word.elements import Element, element
from editor.exporters.word.package import PackagePart, word_part
from editor.exporters.word.styles import EAST_ASIAN, LATIN

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_THEME_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
    "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def design() -> list[PackagePart]:
    """Both parts."""
    theme = PackagePart("word/theme/theme1.xml", _THEME_TYPE, _THEME_RELATIONSHIP, _theme())
    return [word_part("fontTable", "fontTable", _fonts()), theme]


def _fonts() -> Element:
    return element(
        "w:fonts",
        _font(LATIN, "02020603050405020304", "00", "roman"),
        _font(EAST_ASIAN, "02010600030101010101", "86", "auto"),
    )


def _font(font: str, shape: str, characters: str, family: str) -> Element:
    return element(
        "w:font",
        element("w:panose1", val=shape),
        element("w:charset", val=characters),
        element("w:family", val=family),
        element("w:pitch", val="variable"),
        name=font,
    )


def _theme() -> Element:
    colours = "".join(
        f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in _COLOURS.items()
    )
    font = f'<a:latin typeface="{LATIN}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return etree.XML(
        f'<a:theme xmlns:a="{_DRAWING}" name="Plain"><a:themeElements>'
        f'<a:clrScheme name="Plain">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Plain"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
