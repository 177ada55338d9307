"""Annotations as text, and text as annotations: `read_annotation` gives back what
`annotation_text` wrote."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.notation.annotation import (
    STANCE_ON_WORDS,
    Annotation,
    Verb,
    Voice,
)
from editor.negotiation.notation.quotation import Quotation, quotation_at
from editor.negotiation.notation.signs import NOTE_SIGN, is_sign
from editor.negotiation.provision import Stance

_STANCE_WORDS = {
    Stance.SUPPORT: "support",
    Stance.OPPOSE: "retain",
    Stance.RESERVE: "reserve",
    Stance.ACCEPT: "can live with",
    Stance.CONDITIONAL: "conditional",
}
_OPPOSED_INSERTION = "remove"
_STANCES = {words: stance for stance, words in _STANCE_WORDS.items()} | {
    _OPPOSED_INSERTION: Stance.OPPOSE
}
_PUT_IN = frozenset({Verb.ADD, Verb.PROPOSED})
_VERBS = sorted(Verb, key=len, reverse=True)
_NOTES = re.compile(f"{NOTE_SIGN}*")
_ATTRIBUTES = re.compile(r" \(([^()]*)\)")
_STANCE = re.compile(rf", ({'|'.join(map(re.escape, _STANCES))}): ")
_CHOICE = re.compile(r" \(choice (-?\d+)\)")
_PLACES = re.compile(rf" ([^:()\[\]]+?)(?= with this text|(?: \(|:|\]| {NOTE_SIGN}))")
_WITH_TEXT = " with this text"


def annotation_text(annotation: Annotation) -> str:
    """The annotation in its brackets."""
    return "".join(
        (
            "[and " if annotation.goes_on else "[",
            _verb_text(annotation),
            _attributes_text(annotation),
            ": " if annotation.sponsors else "",
            _names_text(annotation.sponsors),
            *(_stance_text(annotation.verb, *each) for each in annotation.stances),
            f" {annotation.notes}" if annotation.notes else "",
            "]",
        )
    )


def _verb_text(annotation: Annotation) -> str:
    old = annotation.old.written if annotation.old else ""
    new = annotation.new.written if annotation.new else ""
    match annotation.verb:
        case Verb.ADD:
            return f"add {new}"
        case Verb.REPLACE:
            return f"replace {old} with {new}"
        case Verb.DELETE:
            return f"delete {old}"
        case Verb.MOVE_AFTER:
            return f"{annotation.verb} {annotation.places[0]}"
        case Verb.COMBINE:
            return f"combine {'; '.join(annotation.places)}"
        case Verb.COMBINE_WITH_TEXT:
            return f"combine {'; '.join(annotation.places)}{_WITH_TEXT}"
        case verb if verb in STANCE_ON_WORDS:
            return f"{verb} {old}"
        case verb:
            return verb.value


def _attributes_text(annotation: Annotation) -> str:
    said = [str(annotation.number)] if annotation.number is not None else []
    if annotation.target is not None:
        said.append(f"on {annotation.target}")
    if annotation.character is not None:
        said.append(f"character {annotation.character}")
    if annotation.alternatives:
        said.append(f"or {', '.join(map(str, annotation.alternatives))}")
    if annotation.state is not AmendmentState.PROPOSED:
        said.append(annotation.state.value)
    return f" ({'; '.join(said)})" if said else ""


def _names_text(voices: Sequence[Voice]) -> str:
    return ", ".join(
        f"{each.name}{'' if each.choice is None else f' (choice {each.choice})'}{each.notes}"
        for each in voices
    )


def _stance_text(verb: Verb, stance: Stance, voices: Sequence[Voice]) -> str:
    words = _STANCE_WORDS[stance]
    if stance is Stance.OPPOSE and verb in _PUT_IN:
        words = _OPPOSED_INSERTION
    return f", {words}: {_names_text(voices)}"


def read_annotation(
    text: str, position: int, names: Collection[str]
) -> tuple[Annotation, int] | None:
    """The annotation that starts at `position`, and where it ends; None if none does. `names`
    are those of all delegations."""
    reader = _Reader(text, position, sorted(names, key=len, reverse=True))
    try:
        found = reader.annotation()
    except ValueError:
        return None
    return None if found is None else (found, reader.position)


class _Reader:
    """Reads from `position` on; every method takes what it finds, and nothing if it fails."""

    def __init__(self, text: str, position: int, names: Sequence[str]) -> None:
        self.position = position
        self._text = text
        self._names = names

    def annotation(self) -> Annotation | None:
        if not self._take("["):
            return None
        goes_on = self._take("and ")
        verb = self._verb()
        if verb is None:
            return None
        old = new = None
        places: tuple[str, ...] = ()
        match verb:
            case Verb.ADD:
                new = self._quotation()
            case Verb.REPLACE:
                old = self._quotation()
                if not self._take(" with"):
                    return None
                new = self._quotation()
            case Verb.DELETE:
                old = self._quotation()
            case Verb.COMBINE | Verb.MOVE_AFTER:
                places = self._places()
                if self._take(_WITH_TEXT):
                    verb = Verb.COMBINE_WITH_TEXT
            case _ if verb in STANCE_ON_WORDS:
                old = self._quotation()
        if not _is_said(verb, old, new, places):
            return None
        said = self._attributes(Annotation(verb, old, new, places, goes_on=goes_on))
        sponsors = self._voices() if self._take(": ") else ()
        stances = tuple(self._stances())
        notes = self._notes() if self._take(" ") else ""
        if sponsors is None or not self._take("]"):
            return None
        return replace(said, sponsors=sponsors, stances=stances, notes=notes)

    def _take(self, words: str) -> bool:
        if not self._text.startswith(words, self.position):
            return False
        self.position += len(words)
        return True

    def _matched(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def _verb(self) -> Verb | None:
        return next((each for each in _VERBS if self._take(each.value)), None)

    def _quotation(self) -> Quotation | None:
        found = quotation_at(self._text, self.position + 1)
        if found is None or not self._take(" "):
            return None
        quotation, self.position = found
        return quotation

    def _places(self) -> tuple[str, ...]:
        found = self._matched(_PLACES)
        return tuple(found[1].split("; ")) if found else ()

    def _attributes(self, annotation: Annotation) -> Annotation:
        found = self._matched(_ATTRIBUTES)
        for each in found[1].split("; ") if found else ():
            key, _, value = each.partition(" ")
            match key:
                case "on":
                    annotation = replace(annotation, target=int(value))
                case "or":
                    others = tuple(map(int, value.split(", ")))
                    annotation = replace(annotation, alternatives=others)
                case "character":
                    annotation = replace(annotation, character=int(value))
                case _ if key.isdecimal():
                    annotation = replace(annotation, number=int(key))
                case _:
                    annotation = replace(annotation, state=AmendmentState(each))
        return annotation

    def _voices(self) -> tuple[Voice, ...] | None:
        found: list[Voice] = []
        while True:
            name = next((each for each in self._names if self._names_here(each)), None)
            if name is None:
                return None
            self.position += len(name)
            choice = self._matched(_CHOICE)
            found.append(Voice(name, int(choice[1]) if choice else None, self._notes()))
            if _STANCE.match(self._text, self.position) or not self._take(", "):
                return tuple(found)

    def _names_here(self, name: str) -> bool:
        after = self._text[self.position + len(name) : self.position + len(name) + 1]
        is_whole = after in (",", "]") or is_sign(after) or after == " "
        return is_whole and self._text.startswith(name, self.position)

    def _stances(self) -> list[tuple[Stance, tuple[Voice, ...]]]:
        found: list[tuple[Stance, tuple[Voice, ...]]] = []
        while (said := self._matched(_STANCE)) is not None:
            voices = self._voices()
            if voices is None:
                return []
            found.append((_STANCES[said[1]], voices))
        return found

    def _notes(self) -> str:
        found = self._matched(_NOTES)
        return found[0] if found else ""


def _is_said(
    verb: Verb, old: Quotation | None, new: Quotation | None, places: Sequence[str]
) -> bool:
    """Whether everything was found that a verb needs."""
    if verb in (Verb.COMBINE, Verb.COMBINE_WITH_TEXT, Verb.MOVE_AFTER):
        return bool(places)
    if verb is Verb.REPLACE:
        return old is not None and new is not None
    if verb is Verb.ADD:
        return new is not None
    return old is not None or not (verb is Verb.DELETE or verb in STANCE_ON_WORDS)
