"""Headings that carry the label of a provision: "Draft recommendation 11 bis", "Article 4"."""

import re

from editor.importers.labels import LABEL

NOUN = (
    r"(?:recommendation|paragraph|para|article|provision|principle|guideline|measure|action|"
    r"commitment|objective|option|conclusion|decision|text)"
)
"""What a provision is called in annotations ("delete the recommendation")."""
_NOUN_OF_HEADING = (
    r"(?:recommendation|paragraph|article|provision|principle|guideline|measure|action|"
    r"commitment|objective|conclusion)"
)
PROVISION_HEADING = re.compile(
    rf"(?:(?:draft|proposed|new)\s+){{0,2}}{_NOUN_OF_HEADING}\s+(?P<label>{LABEL})\.?",
    re.IGNORECASE,
)
NARRATIVE = re.compile(
    r"narrative|general\s+(?:comment|statement|remark)s?|^(?:[IVX]+\.\s+)?(?:statements?|letters?)\b",
    re.IGNORECASE,
)
"""Headings of the part that is no draft: letters, statements, general comments."""


def provision_label(text: str) -> str:
    """The label that a heading line carries, in single spaces; empty if it is none."""
    found = PROVISION_HEADING.fullmatch(text.strip())
    return " ".join(found.group("label").split()) if found else ""
