"""Faults of paragraphs, runs and texts: where they stand, and the order of their properties."""

from collections.abc import Iterator

from editor.exporters.word.elements import Element, W, name

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
IN_ORDER = {
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "w:rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
        "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath rPrChange"
    ),
}
"""ISO/IEC 29500-1, 17.3: the children that may be there, in the order of the schema."""

WordFault = tuple[str, str]
"""A code and a detail."""


def faults_of_words(root: Element) -> Iterator[WordFault]:
    """The faults of one story: the body, the notes, the comments."""
    for each in root.iter(name("w:t"), name("w:delText")):
        in_deletion = next(each.iterancestors(name("w:del"), name("w:moveFrom")), None) is not None
        if each.tag == name("w:t") and in_deletion:
            yield "text_in_deletion", each.text or ""
        if each.tag == name("w:delText") and not in_deletion:
            yield "deleted_text_outside", each.text or ""
        if each.get(_SPACE) != "preserve":
            yield "space_not_preserved", each.text or ""
        parent = each.getparent()
        if parent is None or parent.tag != name("w:r"):
            yield "text_outside_run", each.text or ""
    for tag, order in IN_ORDER.items():
        places = {name(f"w:{each}"): number for number, each in enumerate(order.split())}
        for properties in root.iter(name(tag)):
            ours = [each for each in properties if str(each.tag).startswith(W)]
            found = [places.get(each.tag, -1) for each in ours]
            if -1 in found or sorted(set(found)) != found:
                yield "properties_out_of_order", " ".join(str(each.tag) for each in properties)
    for cell in root.iter(name("w:tc")):
        if not len(cell) or cell[-1].tag != name("w:p"):
            yield "cell_without_last_paragraph", ""
    for link in root.iter(name("w:hyperlink")):
        parent = link.getparent()
        if parent is not None and parent.tag in (name("w:ins"), name("w:del")):
            yield "link_in_revision", ""
