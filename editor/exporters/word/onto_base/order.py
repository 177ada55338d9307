"""Properties in the order that the schema demands."""

from editor.exporters.word.elements import Element, name
from editor.exporters.word.lint_words import IN_ORDER


def put_in_order(properties: Element, new: Element) -> None:
    """Put a property among those of a `w:pPr` or `w:rPr`, where the schema wants it; it takes
    the place of one of its kind."""
    kind = "w:pPr" if properties.tag == name("w:pPr") else "w:rPr"
    places = {name(f"w:{each}"): number for number, each in enumerate(IN_ORDER[kind].split())}
    for old in properties.findall(new.tag):
        properties.remove(old)
    mine = places[new.tag]
    at = sum(places.get(each.tag, mine) < mine for each in properties)
    properties.insert(at, new)
