"""All the delegations that the program knows, and how to find one by what a paper calls it."""

import re
from collections.abc import Callable, Iterable
from types import MappingProxyType

from editor.errors import BugError
from editor.importers.names.designation import Designation
from editor.importers.names.name import Name
from editor.importers.names.normal_spelling import normal_spelling
from editor.importers.names.resemblance import likeness, misspelling
from editor.importers.names.split import Recognition, designations

_WITH_ABBREVIATION = re.compile(r"^(?P<long>[^()]+)\((?P<short>[^()]+)\)$")
_LEAST_TO_SUGGEST = 0.55
_LEAST_LEAD = 0.05

_Score = Callable[[str, str], float]


class NameBook:
    """Names by their spellings. Does not change after it is made."""

    __slots__ = ("_by_code", "_by_spelling", "names")

    def __init__(self, names: Iterable[Name]) -> None:
        """Raises `BugError` if two names share a code, or a spelling that is not a code."""
        self.names = tuple(names)
        self._by_code = MappingProxyType({name.code: name for name in self.names})
        if len(self._by_code) < len(self.names):
            raise BugError("two names share a code")
        self._by_spelling = MappingProxyType(_by_spelling(self.names))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all names: not to be given to a delegation that the book does not know."""
        return frozenset(self._by_code)

    def with_code(self, code: str) -> Name | None:
        """The name with exactly this code."""
        return self._by_code.get(code)

    def find(self, written: str) -> Name | None:
        """The name of which `written` is a spelling, whatever its case, accents and points.

        "European Union (EU)" is found too; lists of delegations are not: see `read`.
        """
        both = _WITH_ABBREVIATION.match(written.strip())
        found = self._by_spelling.get(normal_spelling(written))
        if found is None and both is not None:
            found = self._by_spelling.get(normal_spelling(both["long"]))
            if found is not self._by_spelling.get(normal_spelling(both["short"])):
                return None
        return found

    def suggest(self, written: str, limit: int = 3) -> tuple[tuple[Name, float], ...]:
        """Names that `written` may mean, the likeliest first, with a score from 0 to 1."""
        scored = self._scored(written, likeness)
        return tuple(item for item in scored if item[1] >= _LEAST_TO_SUGGEST)[:limit]

    def read(self, written: str) -> tuple[Designation, ...]:
        """The delegations that `written` names, in its order.

        Lists are split ("A, B and C", "A/B"), names that contain a separator are not ("Trinidad
        and Tobago", "G77 and China"), "X on behalf of G" is G spoken by X. What is unknown is kept
        as written; where both sides of a lone "and" are unknown, they stay together.
        """
        return designations(written, Recognition(self.find, self.recognise))

    def recognise(self, written: str) -> Designation:
        """`written` taken as one delegation.

        A misspelling is recognised only if one name is clearly nearest.
        """
        found = self.find(written)
        if found is not None:
            return Designation(written, found, 1.0)
        nearest = self._scored(written, misspelling)
        if not nearest:
            return Designation(written, None, 0.0)
        (name, score), *others = nearest
        if others and score - others[0][1] < _LEAST_LEAD:
            return Designation(written, None, 0.0)
        return Designation(written, name, score)

    def _scored(self, written: str, score_of: _Score) -> list[tuple[Name, float]]:
        """Names whose score is above 0, the highest first, equal ones by code."""
        spelling = normal_spelling(written)
        scores: dict[str, float] = {}
        for known, name in self._by_spelling.items():
            score = score_of(spelling, known)
            if score > scores.get(name.code, 0.0):
                scores[name.code] = score
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [(self._by_code[code], score) for code, score in ranked]


def _by_spelling(names: tuple[Name, ...]) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for name in names:
        for written in (name.name, *name.aliases):
            if found.setdefault(normal_spelling(written), name) is not name:
                raise BugError(f"{written} is a spelling of {name.code} and of another name")
    for name in names:
        # A code gives way to a spelling: NAM is Namibia in a table, the Movement in a paper.
        found.setdefault(normal_spelling(name.code), name)
    return found
