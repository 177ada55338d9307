"""A house style: what the marks of one way of marking up a text mean, as data."""

import re
from dataclasses import dataclass, field
from enum import StrEnum


class Meaning(StrEnum):
    """What it means that words stand in a mark."""

    PLAIN = "plain"
    """Nothing: ordinary punctuation."""
    ADDED = "added"
    DELETED = "deleted"
    OPEN = "open"
    """Not agreed, and nobody says who wants what."""


class Attribution(StrEnum):
    """Where the delegations stand."""

    NONE = "none"
    TRAILING = "trailing"
    """After a dash, before the closing mark."""
    LEADING = "leading"
    """Before a colon, after the opening mark."""
    BESIDE = "beside"
    """In brackets of their own right behind the marked words, if at all."""


class Wish(StrEnum):
    """What a stance word says of the words in the mark."""

    PROPOSE = "propose"
    RETAIN = "retain"
    DELETE = "delete"
    RESERVE = "reserve"


_STANCE_WORDS = (
    ("retain", Wish.RETAIN),
    ("keep", Wish.RETAIN),
    ("support", Wish.RETAIN),
    ("delete", Wish.DELETE),
    ("remove", Wish.DELETE),
    ("oppose", Wish.DELETE),
    ("reserve", Wish.RESERVE),
    ("reservation", Wish.RESERVE),
    ("bracket", Wish.RESERVE),
    ("propose", Wish.PROPOSE),
    ("add", Wish.PROPOSE),
)
_ORDINAL = r"\d{1,2}\s?(?:bis|ter|quater)?|[IVX]{1,4}|[ivx]{1,4}|\([a-z]{1,3}\)|\d{1,2}\)"
BEHIND_LABEL = "\u2003"
"""An em space: between the label of an option that was a paragraph of its own, and its words."""
OPTION = re.compile(
    rf"(?:Option|Alternative|Alt)\.?\s?(?P<ordinal>{_ORDINAL})(?![\w)])"
    r"(?:\s?\([^()\n]{1,60}\)(?=:))?"
    rf"(?P<alone>[:.]?{BEHIND_LABEL}|\s*[:.]?\s*$)?(?(alone)|\s*(?:[:.][ ]?|(?=\n)))"
)
"""`Option 1:`, `Option (a):`, `Alt 2.`, `Option 1 (chapeau):`, or such words alone in their
paragraph."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One house style. `square`, `round` and `curly` say what words in such brackets are when a
    delegation is named; without one, square brackets are always open. `separator` stands between
    alternatives in one bracket. `short_codes` are codes that only this style uses."""

    name: str
    square: Meaning = Meaning.OPEN
    round: Meaning = Meaning.PLAIN
    curly: Meaning = Meaning.PLAIN
    bold: Meaning = Meaning.PLAIN
    underlined: Meaning = Meaning.PLAIN
    struck: Meaning = Meaning.PLAIN
    capitals: Meaning = Meaning.PLAIN
    attribution: Attribution = Attribution.NONE
    separator: str = " / "
    stance_words: tuple[tuple[str, Wish], ...] = _STANCE_WORDS
    short_codes: tuple[tuple[str, str], ...] = ()
    option: re.Pattern[str] = field(default=OPTION)

    @property
    def marks(self) -> str:
        """The opening brackets that mean something here."""
        meanings = {"[": self.square, "(": self.round, "{": self.curly}
        return "".join(mark for mark, what in meanings.items() if what is not Meaning.PLAIN)

    def meaning_of(self, opening: str) -> Meaning:
        """What words in an attributed bracket that starts with `opening` are."""
        return {"[": self.square, "(": self.round, "{": self.curly}[opening]


TRAILING_TAG = HouseStyle("trailing-tag", Meaning.ADDED, attribution=Attribution.TRAILING)
"""`[words - US; G77 delete]`: the words are what the first delegations propose, and others
oppose. Only a tag without such delegations (`[words - US delete]`, `[words - EU retain]`) is
about words of the text: the tag would name who put them there if anybody in the room had."""

PARENTHESIS = HouseStyle(
    "parenthesis", Meaning.DELETED, Meaning.ADDED, attribution=Attribution.TRAILING
)
"""`(words - Jordan, EU)` added, `[words - India]` deleted."""

LEADING_TAG = HouseStyle(
    "leading-tag",
    Meaning.ADDED,
    curly=Meaning.ADDED,
    attribution=Attribution.LEADING,
    short_codes=(
        ("J", "Japan"), ("CH", "Switzerland"), ("NZ", "New Zealand"), ("N", "Norway"),
        ("AU", "Australia"), ("CA", "Canada"), ("BR", "Brazil"), ("IN", "India"),
        ("CN", "China"), ("KR", "Republic of Korea"), ("MX", "Mexico"), ("ZA", "South Africa"),
    ),
)  # fmt: skip
"""`[US/J: words]`, `{EU/CH/J: words}`; brackets that follow each other are alternatives."""

OPEN_BRACKETS = HouseStyle("brackets")
"""Brackets and options that nobody is named in."""

BOLD_ADDED = HouseStyle(
    "bold",
    Meaning.DELETED,
    bold=Meaning.ADDED,
    struck=Meaning.DELETED,
    attribution=Attribution.BESIDE,
)
"""Bold words are added, struck ones and those in square brackets deleted; whose they are is not
printed, or stands behind them: `**words** [Jordan, EU]`."""

UNDERLINED_ADDED = HouseStyle(
    "underlined",
    underlined=Meaning.ADDED,
    struck=Meaning.DELETED,
    attribution=Attribution.BESIDE,
)
"""Underlined words are added and struck ones deleted, as a legend says; whose they are may stand
behind them."""

CAPITALS_ADDED = HouseStyle("capitals", capitals=Meaning.ADDED)
"""Words in capitals are added, `[DELETE: words]` deleted; one file for each delegation."""

HOUSE_STYLES = (
    TRAILING_TAG,
    PARENTHESIS,
    LEADING_TAG,
    OPEN_BRACKETS,
    BOLD_ADDED,
    UNDERLINED_ADDED,
    CAPITALS_ADDED,
)
