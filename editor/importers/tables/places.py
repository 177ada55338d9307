"""Which provision a row of a table is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from editor.importers.labels import LABEL, bare_label, leading_label
from editor.importers.provision_headings import provision_label
from editor.negotiation.provision import ProvisionKind
from editor.negotiation.session import Session

_LEAST_LIKENESS = 85.0
_ANY_LABEL = re.compile(rf"(?<![\w.]){LABEL}(?![\w])", re.IGNORECASE)
_SUFFIX = re.compile(
    r"[\s.]*(?:bis|ter|quater|quinquies|sexies|septies|octies|alt\.?\s?\d*)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, or with `label` the gap after the base provision `provision`, where a new
    one of that label goes. `confidence` from 0 to 1."""

    provision: str
    label: str = ""
    confidence: float = 1.0


class Places:
    """Finds provisions of a session by what tables call them, or by their words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_label: dict[str, str] = {}
        base = [session.provisions[each] for each in session.base_order]
        proposed = [each for each in session.provisions.values() if not each.is_base]
        for each in (*base, *proposed):
            if each.kind is ProvisionKind.PROVISION and each.label:
                for spelling in _spellings(each.label):
                    self._by_label.setdefault(bare_label(spelling), each.id)
        self._texts = {each.id: " ".join(each.text.split()) for each in base}
        self._number = {each.id: number for number, each in enumerate(base)}
        self._having: dict[str, list[str]] = {}
        for key, text in self._texts.items():
            if text:
                self._having.setdefault(text, []).append(key)

    def find(self, written: str, words: str) -> Place | None:
        """The place called `written` (a label), else that of the base words `words`."""
        for spelling in _spellings(written):
            found = self._by_label.get(bare_label(spelling))
            if found is not None:
                return Place(found)
        return self._new(written) or self._by_words(words)

    def with_words(self, words: str, after: str) -> Place | None:
        """The base provision of just these words; of several the first behind that with the id
        `after`, where there is one."""
        found = self._having.get(" ".join(words.split()), [])
        reached = self._number.get(after, -1)
        behind = (key for key in found if self._number[key] > reached)
        first = next(behind, found[0] if found else None)
        return Place(first) if first is not None else None

    def _new(self, written: str) -> Place | None:
        """The gap for 5 *ter*: after 5 *bis* if that is base, else after 5."""
        for spelling in _spellings(written):
            stem = spelling
            while (shorter := _SUFFIX.sub("", stem)) != stem:
                stem = shorter
                found = self._by_label.get(bare_label(stem))
                if found is not None and self._session.provisions[found].is_base:
                    return Place(found, " ".join(spelling.split()))
        return None

    def _by_words(self, words: str) -> Place | None:
        plain = " ".join(words.split())
        if not plain:
            return None
        best = process.extractOne(
            plain, self._texts, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
        )
        if best is None:
            return None
        _text, score, provision = best
        return Place(provision, confidence=score / 100)


def _spellings(written: str) -> Sequence[str]:
    """The label in what a table or a provision calls it: all of it, without the noun before
    it, at its start."""
    plain = " ".join(written.split()).strip(" .:")
    leading = leading_label(f"{plain} ")
    anywhere = [" ".join(found.group().split()) for found in _ANY_LABEL.finditer(plain)]
    found = (plain, provision_label(plain), leading.printed if leading else "")
    one = anywhere if len(anywhere) == 1 else []
    return [each for each in dict.fromkeys((*found, *one)) if each]
