"""Synthetic negotiations of a given size, always the same for the same numbers."""

from random import Random

from editor.negotiation.amendment import Amendment, Sponsorship
from editor.negotiation.delegation import CHAIR, Delegation
from editor.negotiation.entering import identity
from editor.negotiation.provision import Provision
from editor.negotiation.session import Session
from editor.text.edit import Edit
from editor.text.normal_form import normal_form

_WORDS = [
    "states",
    "should",
    "consider",
    "appropriate",
    "measures",
    "shared",
    "water",
    "basin",
    "monitoring",
    "upstream",
    "network",
    "report",
    "timely",
    "local",
    "authorities",
    "training",
    "data",
    "river",
    "warning",
    "exchange",
    "technical",
    "support",
    "community",
    "annual",
    "review",
    "coordination",
    "funding",
    "drought",
    "flood",
    "forecast",
    "station",
    "access",
]


def negotiation(provisions: int, words: int, layers: int, proposals: int, seed: int = 7) -> Session:
    """A session of `provisions` paragraphs with about `words` words, `layers` delegations and
    `proposals` proposals (replacements, insertions, deletions of a few words)."""
    random = Random(seed)
    each = max(3, words // provisions)
    texts = [_sentence(random, each) for _ in range(provisions)]
    delegations = {
        f"d{n}": Delegation(f"d{n}", f"D{n:03}", f"Delegation {n}") for n in range(layers)
    }
    amendments: dict[str, Amendment] = {}
    known: dict[object, str] = {}
    for number in range(proposals):
        place = number % provisions if proposals <= provisions * 2 else random.randrange(provisions)
        if proposals <= provisions * 2:
            place = random.randrange(provisions)
        edits = normal_form(texts[place], [_edit(random, texts[place])])
        if not edits:
            continue
        voice = Sponsorship(f"d{random.randrange(layers)}", number)
        amendment = Amendment(
            f"a{number}", f"p{place}", edits=edits, ordinal=number, sponsorships=(voice,)
        )
        if known.setdefault(identity(amendment), amendment.id) == amendment.id:
            amendments[amendment.id] = amendment
    return Session(
        delegations={CHAIR.id: CHAIR, **delegations},
        provisions={
            f"p{n}": Provision(f"p{n}", n, text, str(n + 1)) for n, text in enumerate(texts)
        },
        amendments=amendments,
    )


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _edit(random: Random, text: str) -> Edit:
    """Replace, delete, or insert one to three words."""
    starts = [0] + [index + 1 for index, character in enumerate(text) if character == " "]
    first = random.randrange(len(starts))
    last = min(first + random.randint(1, 3), len(starts))
    start = starts[first]
    end = starts[last] - 1 if last < len(starts) else len(text) - 1
    words = " ".join(random.choice(_WORDS) for _ in range(random.randint(1, 3)))
    match random.randrange(3):
        case 0:
            return Edit(start, end, words)
        case 1:
            return Edit(start, min(end + 1, len(text)), "")
        case _:
            return Edit(start, start, words + " ")
