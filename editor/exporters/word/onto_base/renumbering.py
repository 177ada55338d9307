"""Keeping automatic numbers as they were printed when paragraphs went or moved."""

from collections.abc import Mapping

from editor.exporters.manuscript import Tracked
from editor.exporters.word.elements import Element, element, name
from editor.exporters.word.onto_base.looks import look_between, runs_like
from editor.exporters.word.onto_base.numbering import Lists
from editor.exporters.word.onto_base.order import put_in_order
from editor.exporters.word.onto_base.paragraphs import (
    change_properties,
    like,
    properties_of,
    replace_properties,
)
from editor.exporters.word.onto_base.pen import Pen
from editor.exporters.word.onto_base.word_base import WordBase
from editor.negotiation.delegation import CHAIR_ID


def keep_numbers(base: WordBase, numbered: Mapping[int, Element], lists: Lists, pen: Pen) -> None:
    """Restart a list where it would go on with another number than printed, and write the
    number out where that does not help. `numbered` are the paragraphs that are left, in order,
    by their number in the base document."""
    order = [number for number in numbered if base.paragraphs[number].list_id]
    for number, (list_id, level, value, suffices) in base.restarts(order).items():
        paragraph = numbered[number]
        properties = like(properties_of(paragraph))
        new = lists.restarted(list_id, level, value) if suffices else None
        if new is not None:
            reference = element("w:numId", val=new)
            counted = element("w:numPr", element("w:ilvl", val=str(level)), reference)
            put_in_order(properties, counted)
        else:
            indent = lists.indent(list_id, level, properties)
            lists.take_number(properties, indent)
            _write_out(paragraph, base.paragraphs[number].label, pen)
        change(paragraph, properties, pen)


def change(paragraph: Element, properties: Element, pen: Pen) -> None:
    """Give a paragraph other properties, as a tracked change if changes are tracked."""
    if pen.tracks:
        change_properties(paragraph, properties, pen.tracker, CHAIR_ID)
    else:
        replace_properties(paragraph, properties)


def _write_out(paragraph: Element, label: str, pen: Pen) -> None:
    if not label:
        return
    first = paragraph.find(f".//{name('w:r')}")
    runs = list(runs_like(look_between(first, None), f"{label}\t"))
    if pen.tracks:
        runs = list(pen.tracker.wrapped(runs, Tracked.INSERTED, CHAIR_ID))
    for run in reversed(runs):
        properties_of(paragraph).addnext(run)
