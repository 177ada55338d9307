"""Notes: reasons of delegations, one part for each delegation that speaks in a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.importers.compilation.annotations import Known, Mention

_SPEAKER = re.compile(r"(?:^|(?<=[.!?…]\s))(?P<name>[^\s:.,;][^:.;,\n]{1,60}?):\s+")
_STRAY_BRACKET = re.compile(r"^([^\[]*)\]$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one delegation says in a note; `name` is empty if none is named."""

    name: str
    text: str


def spoken_parts(text: str, known: Known) -> Iterator[Spoken]:
    """The parts of a note, each from a delegation's name and colon to the next."""
    text = text.strip()
    stray = _STRAY_BRACKET.match(text)
    if stray:
        text = stray.group(1)
    speakers = [found for found in _SPEAKER.finditer(text) if known(found["name"].strip())]
    if not speakers or speakers[0].start() > 0:
        yield Spoken("", text[: speakers[0].start()].strip() if speakers else text)
    for number, speaker in enumerate(speakers):
        end = speakers[number + 1].start() if number + 1 < len(speakers) else len(text)
        yield Spoken(speaker["name"].strip(), text[speaker.end() : end].strip())


def mention_of(spoken: Spoken, anchored: Mention | None) -> Mention | None:
    """Who speaks: the delegation named in the note, else the one that the note stands on."""
    if spoken.name:
        return Mention(spoken.name)
    return anchored
