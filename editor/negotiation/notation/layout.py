"""What a paragraph of a compilation is unless it says otherwise. Writer and reader both ask
here, so that only what differs has to be printed."""

import re
from dataclasses import dataclass

from editor.negotiation.provision import ProvisionKind

HEADING_LEVELS = range(1, 7)
LEGEND_HEADING = "How to read this compilation"
"""The heading of the annex, by which such a compilation is known."""
DELEGATION_SEPARATOR = " — "
"""Between the name, the code and the kind of a delegation in the annex."""
TOGETHER = "Proposed together: "
"""Before the numbers of proposals that are one group."""
NOTES = "notes"
"""In brackets before the words of a provision: its notes."""

_SUFFIX = r"(?:\s(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies))*"
_END_OF_HEADING = re.compile(rf".*?(?<!\S)(\d[\w.]*?{_SUFFIX})[.:]?", re.IGNORECASE | re.DOTALL)
_LEADING = re.compile(r"\[?(\([a-z]{1,5}\)|\(\d{1,3}\)|\d[\d.]*(?=[.)]\s))", re.IGNORECASE)
_ROMAN = re.compile(r"\([ivxl]{2,}\)", re.IGNORECASE)
_LETTER = re.compile(r"\([a-z]{1,2}\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the next paragraph is expected to be: its kind as that of the last one, and the
    label that a heading right above gives it."""

    kind: ProvisionKind = ProvisionKind.FRONT_MATTER
    label: str = ""

    def kind_of(self, printed_label: str) -> ProvisionKind:
        """The kind of a paragraph with this label printed before its words."""
        return ProvisionKind.PROVISION if printed_label or self.label else self.kind

    def label_of(self, text: str, kind: ProvisionKind) -> str:
        """The label of a paragraph that has none printed before its words."""
        if kind is not ProvisionKind.PROVISION:
            return ""
        leading = _LEADING.match(text)
        return self.label or (leading[1].rstrip(".") if leading else "")

    def after_heading(self, text: str) -> "Expectation":
        label = _END_OF_HEADING.fullmatch(text.strip())
        return Expectation(self.kind, label[1].rstrip(".") if label else "")

    @staticmethod
    def after_paragraph(kind: ProvisionKind) -> "Expectation":
        return Expectation(kind)


def expected_level(label: str, kind: ProvisionKind) -> int:
    """How deep a paragraph with such a label stands."""
    if kind is not ProvisionKind.PROVISION:
        return 0
    if _ROMAN.fullmatch(label):
        return 2
    return 1 if _LETTER.fullmatch(label) else 0
