"""A convention profile: what the marks of one house style mean, as data."""

import re
from dataclasses import dataclass
from enum import StrEnum

from editor.importers.provision_headings import NARRATIVE, NOUN, PROVISION_HEADING
from editor.negotiation.provision import ProvisionStatus


class Verb(StrEnum):
    """What a clause of an annotation asks for."""

    ADD = "add"
    DELETE = "delete"
    MODIFY = "modify"
    REPLACE = "replace"
    RETAIN = "retain"
    SUPPORT = "support"
    RESERVE = "reserve"
    DELETE_PROVISION = "delete_provision"
    DELETE_SENTENCE = "delete_sentence"
    USE_PROPOSAL = "use_proposal"
    JOIN = "join"
    SPLIT_SENTENCE = "split_sentence"
    NEW_SENTENCE = "new_sentence"
    PROPOSED = "proposed"
    SUGGESTS = "suggests"
    TEXT_OF = "text_of"
    """A bracket with nothing but delegations: whose text the paragraph before it is."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A way to write a verb. The first form that matches where a clause starts counts."""

    pattern: re.Pattern[str]
    verb: Verb


@dataclass(frozen=True, slots=True)
class ConventionProfile:
    """One house style.

    `provision_heading` has a group `label`; `statement_heading` opens the narrative part;
    `openings` are the operative formulas that one delegation replaces by another ("should",
    "are encouraged to"); `subordinators` are words that can open an inserted phrase.
    """

    name: str
    verbs: tuple[VerbForm, ...]
    separators: str
    opening_quotes: str
    closing_quotes: str
    statuses: tuple[tuple[str, ProvisionStatus], ...]
    pending_on: re.Pattern[str]
    """All of a status, with groups `status` and `whom`."""
    provision_heading: re.Pattern[str]
    statement_heading: re.Pattern[str]
    section_heading: re.Pattern[str]
    option: re.Pattern[str]
    openings: tuple[str, ...]
    subordinators: frozenset[str]

    def verb_at(self, text: str, position: int) -> tuple[Verb, re.Match[str]] | None:
        """The verb that starts at `position` of `text`, with the words that say so."""
        for form in self.verbs:
            found = form.pattern.match(text, position)
            if found:
                return form.verb, found
        return None

    def status_of(self, text: str) -> tuple[ProvisionStatus, str] | None:
        """The status that `text`, all of a bracket, names, and on whom it is pending."""
        found = self.pending_on.fullmatch(" ".join(text.split()).rstrip(".:"))
        if found is None:
            return None
        words = (found["status"] or found["pending"]).lower()
        status = next((status for phrase, status in self.statuses if words == phrase), None)
        return (status, found["whom"] or found["of_whom"] or "") if status else None


_THE_WHOLE = r"(?:(?:the|this)\s+)?(?:whole\s+|entire\s+|full\s+)?"


def _form(pattern: str, verb: Verb) -> VerbForm:
    return VerbForm(re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), verb)


_SUBORDINATORS = """
and or including include such in with where when which who that as especially particularly notably
if insofar based to for by through whenever whether without subject taking bearing having while
unless until once provided
"""

VERB_LIST = ConventionProfile(
    name="verb list",
    verbs=(
        _form(r"split\s+(?:the|this)\s+sentence(?:\s+and\s+modify\s+as\s+tracked)?",
              Verb.SPLIT_SENTENCE),
        _form(r"(?:add\s+(?:a\s+)?full\s+stop(?:\s+and\s+)?)?(?:start\s+a\s+new\s+sentence)"
              r"(?:\s+as\s+(?:proposed|tracked))?", Verb.NEW_SENTENCE),
        _form(rf"(?:combine|merge|join)\s+(?:with\s+)?{NOUN}s?", Verb.JOIN),
        _form(rf"(?:delete\s+and\s+)?replace\s+(?:{_THE_WHOLE}{NOUN}\s+)?(?:with|by)\s+"
              r"(?:the\s+)?(?:proposal|text|alternative|option)\s*\(\w+\)", Verb.USE_PROPOSAL),
        _form(rf"(?:delete|remove|drop|omit)\s+(?:the\s+|this\s+)(?:whole\s+|entire\s+)?{NOUN}",
              Verb.DELETE_PROVISION),
        _form(rf"(?:delete|remove|drop|omit)\s+(?:whole|entire)\s+{NOUN}",
              Verb.DELETE_PROVISION),
        _form(rf"(?:delete|remove|drop|omit)\s+{_THE_WHOLE}sentence", Verb.DELETE_SENTENCE),
        _form(r"(?:modify|modified|amend|amended|change|changed)\s+as\s+tracked"
              r"(?:\s+or\s+with)?", Verb.MODIFY),
        _form(r"(?:replace|substitute)(?:\s+(?:with|by))?", Verb.REPLACE),
        _form(r"(?:modify|amend|change)", Verb.MODIFY),
        _form(r"(?:add|insert)", Verb.ADD),
        _form(r"(?:delete|remove|strike|omit)", Verb.DELETE),
        _form(r"(?:retain|keep|maintain)(?:\s+(?:as\s+original|as\s+is|the\s+original))?",
              Verb.RETAIN),
        _form(r"(?:support|supported\s+by)", Verb.SUPPORT),
        _form(r"(?:reserve|reservation)", Verb.RESERVE),
        _form(r"(?:new\s+)?proposed\s+by", Verb.PROPOSED),
    ),
    separators=":;÷",
    opening_quotes="“‘'\"”„«",
    closing_quotes="”’'\"“»",
    statuses=(
        ("pending", ProvisionStatus.PENDING),
        ("agreed", ProvisionStatus.AGREED),
        ("agreed as amended", ProvisionStatus.AGREED_AS_AMENDED),
        ("agreed ad ref", ProvisionStatus.AGREED_AD_REF),
        ("agreed ad referendum", ProvisionStatus.AGREED_AD_REF),
        ("agreed in informals", ProvisionStatus.AGREED_IN_INFORMALS),
        ("open", ProvisionStatus.OPEN),
        ("reopened", ProvisionStatus.REOPENED),
        ("deleted", ProvisionStatus.DELETED),
        ("not reached", ProvisionStatus.NOT_REACHED),
    ),
    pending_on=re.compile(
        r"(?!pending)(?P<status>[a-z][a-z ]*?)(?:[,;]?\s*pending\s+(?:on\s+)?(?P<whom>.+))?"
        r"|(?:(?P<pending>pending)(?:\s+on\s+(?P<of_whom>.+))?)",
        re.IGNORECASE,
    ),
    provision_heading=PROVISION_HEADING,
    statement_heading=NARRATIVE,
    section_heading=re.compile(
        r"(?:[IVXL]+|[A-H])\.\s|(?:part|section|chapter|annex|agenda\s+item)\s", re.IGNORECASE
    ),
    option=re.compile(r"option\s+(\w+)\s*[:.]\s*", re.IGNORECASE),
    openings=(
        "should", "shall", "may", "must", "will", "could", "can",
        "should consider", "shall consider", "may consider", "should be encouraged to",
        "should strive to", "should endeavour to", "shall provide for",
        "are encouraged to", "are urged to", "are invited to", "are requested to",
        "are called upon to", "is encouraged to", "is invited to", "is requested to",
        "are recommended to", "undertake to", "agree to", "commit to", "resolve to",
        "may wish to", "might", "would",
        "are encouraged", "are urged", "are invited", "be encouraged to", "be invited to",
    ),
    subordinators=frozenset(_SUBORDINATORS.split()),
)  # fmt: skip
"""The annotation language of a United Nations compilation: verb, colon, delegations."""
