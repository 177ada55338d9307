"""Random negotiations: small, valid, and with every kind of row in them."""

from collections.abc import Sequence
from dataclasses import fields

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from editor.negotiation.amendment import (
    START,
    Amendment,
    AmendmentKind,
    AmendmentState,
    Origin,
    Position,
    Sponsorship,
)
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation, DelegationKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Patch, RowChange
from editor.negotiation.provision import (
    BasePosition,
    Mark,
    MarkKind,
    Provision,
    ProvisionKind,
    ProvisionStatus,
    Stance,
)
from editor.negotiation.ruling import Ruling, RulingKind
from editor.negotiation.session import Decision, Heading, ImportedFile, ImportReport, Session
from editor.negotiation.unread import Unread
from editor.text.edit import Edit
from editor.text.tokens import token_boundaries

WORDS = (
    "shall",
    "should",
    "consider",
    "States",
    "and",
    "the",
    "Ærø",
    "各国",
    "naïve",
    "👩‍👩‍👧",
    "الدول",
)

ANY_TEXT = st.sampled_from(
    (
        "",
        "a",
        "Ünï 各国",
        "👩‍👩‍👧",
        "a\nb\r\n\tc",
        "\x00\x1f\x7f",
        '"\\/',
        "\u2028\ufeff\uffff",
        "null",
        "0",
    )
)
"""What nobody expects of a name or a note. Drawn from a list, for speed."""

TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
"""What a provision says, or a proposal puts into it."""

TIMES = st.sampled_from(("", "2024-05-06T07:08:09+00:00"))

NUMBERS = st.integers(-1, 9)


def origins() -> SearchStrategy[Origin]:
    return st.builds(
        Origin, file=ANY_TEXT, line=st.integers(0, 99), raw=ANY_TEXT, confidence=st.floats(0, 1)
    )


def delegations(key: str) -> SearchStrategy[Delegation]:
    return st.builds(
        Delegation,
        id=st.just(key),
        code=st.just(key.upper()),
        name=ANY_TEXT,
        kind=st.sampled_from((DelegationKind.STATE, DelegationKind.GROUP, DelegationKind.OBSERVER)),
        as_written=st.lists(ANY_TEXT, max_size=2).map(tuple),
        rank=st.none() | NUMBERS,
        colour=st.none() | st.integers(0, 20),
        layer_on=st.booleans(),
    )


@composite
def ranges(draw: DrawFn, text: str) -> tuple[int, int]:
    """Start and end on token boundaries of `text`; equal for a point."""
    places = sorted(token_boundaries(text))
    start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
    return start, end


@composite
def edits(draw: DrawFn, text: str, *, at_most: int = 2) -> tuple[Edit, ...]:
    """Edits of `text` on token boundaries, disjoint and in order, none of them nothing."""
    places = sorted(token_boundaries(text))
    ends = sorted(draw(st.lists(st.sampled_from(places), max_size=2 * at_most)))
    drawn = [
        Edit(start, end, draw(TEXTS)) for start, end in zip(ends[::2], ends[1::2], strict=False)
    ]
    return tuple(each for each in drawn if not each.is_nothing)


@composite
def marks(draw: DrawFn, text: str) -> Mark:
    start, end = draw(ranges(text))
    return Mark(draw(st.sampled_from((MarkKind.ITALIC, MarkKind.BOLD))), start, end)


@composite
def base_positions(draw: DrawFn, text: str, who: Sequence[str]) -> BasePosition:
    start, end = draw(ranges(text))
    return BasePosition(
        draw(st.sampled_from(who)),
        start,
        end,
        draw(st.sampled_from(Stance)),
        draw(ANY_TEXT),
        draw(st.booleans()),
    )


@composite
def provisions(draw: DrawFn, key: str, ordinal: int, who: Sequence[str]) -> Provision:
    text = draw(TEXTS)
    return Provision(
        id=key,
        ordinal=ordinal,
        text=text,
        label=draw(st.sampled_from(("", "1", "11 bis", "(a)"))),
        kind=draw(st.sampled_from(ProvisionKind)),
        level=draw(st.integers(0, 3)),
        status=draw(st.sampled_from(ProvisionStatus)),
        pending_on=draw(st.lists(st.sampled_from(who), max_size=1).map(tuple)),
        marks=draw(st.lists(marks(text), max_size=2).map(tuple)),
        positions=draw(st.lists(base_positions(text, who), max_size=1).map(tuple)),
    )


@composite
def sponsorships(draw: DrawFn, who: Sequence[str]) -> tuple[Sponsorship, ...]:
    """At least one; each delegation at most once."""
    names = draw(st.lists(st.sampled_from(who), min_size=1, max_size=3, unique=True))
    return tuple(
        Sponsorship(name, draw(NUMBERS), draw(st.none() | origins()), draw(TIMES)) for name in names
    )


def positions(who: Sequence[str]) -> SearchStrategy[tuple[Position, ...]]:
    each = st.builds(
        Position,
        delegation=st.sampled_from(who),
        stance=st.sampled_from(Stance),
        note=ANY_TEXT,
        private=st.booleans(),
        rank=st.none() | NUMBERS,
        time=TIMES,
    )
    return st.lists(each, max_size=2, unique_by=lambda position: position.delegation).map(tuple)


@composite
def amendments(draw: DrawFn, key: str, base: Sequence[Provision], who: Sequence[str]) -> Amendment:
    """A proposal of any kind but a new provision, to one of the provisions `base`."""
    provision = draw(st.sampled_from(base))
    kind = draw(st.sampled_from([each for each in AmendmentKind if each != "new_provision"]))
    text = provision.text
    with_text = kind is AmendmentKind.REPLACE_PROVISION or (
        kind is AmendmentKind.JOIN and draw(st.booleans())
    )
    joined = st.lists(st.sampled_from([each.id for each in base]), max_size=2, unique=True)
    return Amendment(
        id=key,
        provision=provision.id,
        kind=kind,
        edits=draw(edits(text)) if kind is AmendmentKind.EDIT else (),
        provisions=tuple(dict.fromkeys([provision.id, *draw(joined)]))
        if kind is AmendmentKind.JOIN
        else (),
        text=draw(TEXTS) if with_text else None,
        after=draw(st.sampled_from([START, *(each.id for each in base)]))
        if kind is AmendmentKind.MOVE
        else None,
        at=draw(st.sampled_from(sorted(token_boundaries(text))))
        if kind is AmendmentKind.SPLIT
        else None,
        group=draw(st.sampled_from(("", "g1"))),
        ordinal=draw(NUMBERS),
        sponsorships=draw(sponsorships(who)),
        positions=draw(positions(who)),
        state=draw(st.sampled_from(AmendmentState)),
        origin=draw(st.none() | origins()),
        is_new=draw(st.booleans()),
    )


@composite
def amendments_to(draw: DrawFn, key: str, target: Amendment, who: Sequence[str]) -> Amendment:
    """A proposal to change the words that `target` puts in."""
    return Amendment(
        id=key,
        provision=target.provision,
        edits=draw(edits(inserted_text(target))),
        target=target.id,
        sponsorships=draw(sponsorships(who)),
    )


@composite
def new_provisions(
    draw: DrawFn, key: str, base: Sequence[Provision], who: Sequence[str]
) -> tuple[Amendment, Provision]:
    """The proposal of a new provision, and the provision proposed."""
    text, label = draw(TEXTS), draw(st.sampled_from(("", "2 bis")))
    amendment = Amendment(
        id=key,
        provision=f"{key}n",
        kind=AmendmentKind.NEW_PROVISION,
        text=text,
        label=label,
        after=draw(st.sampled_from([START, *(each.id for each in base)])),
        sponsorships=draw(sponsorships(who)),
    )
    proposed = Provision(
        amendment.provision,
        0,
        text,
        label,
        proposed_by=amendment.sponsors[0],
        amendment=key,
    )
    return amendment, proposed


@composite
def rulings(draw: DrawFn, key: str, named: Sequence[str]) -> Ruling:
    members = draw(st.lists(st.sampled_from(named), min_size=1, max_size=4, unique=True))
    return Ruling(
        id=key,
        members=frozenset(members),
        how=draw(st.sampled_from(RulingKind)),
        choice=tuple(draw(st.lists(st.sampled_from(members), max_size=2, unique=True))),
        text=draw(TEXTS),
        note=draw(ANY_TEXT),
        time=draw(TIMES),
    )


@composite
def notes(draw: DrawFn, key: str, session: Session) -> Note:
    """A note on something in `session`, or on nothing."""
    nobody: list[str | None] = [None]
    return Note(
        id=key,
        text=draw(ANY_TEXT),
        label=draw(ANY_TEXT),
        source_note=draw(st.sampled_from(("", "12"))),
        delegation=draw(st.sampled_from([*nobody, *session.delegations])),
        anchor=NoteAnchor(
            draw(st.sampled_from(["", *session.provisions])),
            draw(st.sampled_from(["", *session.amendments])),
            draw(st.booleans()),
        ),
    )


def unread(key: str, where: Sequence[str]) -> SearchStrategy[Unread]:
    return st.builds(
        Unread,
        id=st.just(key),
        raw=ANY_TEXT,
        reason=ANY_TEXT,
        provision=st.sampled_from(["", *where]),
        line=st.integers(0, 99),
        file=ANY_TEXT,
    )


def reports(key: str) -> SearchStrategy[ImportReport]:
    count = st.integers(0, 9)
    warnings = st.lists(st.tuples(ANY_TEXT, count, ANY_TEXT), max_size=2).map(tuple)
    return st.builds(
        ImportReport,
        id=st.just(key),
        file=ANY_TEXT,
        annotations=count,
        understood=count,
        guessed=count,
        warnings=warnings,
    )


@composite
def sessions(
    draw: DrawFn, *, most_provisions: int = 4, most_delegations: int = 4, most_amendments: int = 6
) -> Session:
    """A session in which every reference holds."""
    who = [f"d{number}" for number in range(1, draw(st.integers(2, most_delegations)) + 1)]
    members = {each.id: each for each in (draw(delegations(key)) for key in who)}
    speakers = [CHAIR_ID, *who]
    base = [
        draw(provisions(f"p{number}", number, speakers))
        for number in range(1, draw(st.integers(1, most_provisions)) + 1)
    ]
    proposals: dict[str, Amendment] = {}
    proposed: dict[str, Provision] = {}
    for number in range(1, draw(st.integers(0, most_amendments)) + 1):
        key = f"a{number}"
        shape = draw(st.sampled_from(("plain", "plain", "plain", "new", "on another")))
        if shape == "new":
            proposals[key], provision = draw(new_provisions(key, base, speakers))
            proposed[provision.id] = provision
        elif shape == "on another" and proposals:
            target = proposals[draw(st.sampled_from(list(proposals)))]
            proposals[key] = draw(amendments_to(key, target, speakers))
        else:
            proposals[key] = draw(amendments(key, base, speakers))
    places = {each.id: each for each in base} | proposed
    bare = Session(
        headings={"heading": Heading("heading", *(draw(ANY_TEXT) for _ in range(4)))},
        delegations={CHAIR_ID: CHAIR, **members},
        provisions=places,
        amendments=proposals,
    )
    return Session(
        headings=bare.headings,
        delegations=bare.delegations,
        provisions=places,
        amendments=proposals,
        notes={key: draw(notes(key, bare)) for key in _some(draw, "n")},
        rulings={key: draw(rulings(key, list(proposals))) for key in _some(draw, "r")}
        if proposals
        else {},
        unread={key: draw(unread(key, list(places))) for key in _some(draw, "u")},
        decisions={
            key: Decision(key, draw(st.booleans())) for key in proposals if draw(st.booleans())
        },
        files={
            key: ImportedFile(key, draw(ANY_TEXT), "0" * 64, draw(TIMES), draw(st.booleans()))
            for key in _some(draw, "f")
        },
        reports={key: draw(reports(key)) for key in _some(draw, "i")},
    )


def _some(draw: DrawFn, prefix: str) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, draw(st.integers(0, 2)) + 1)]


def difference(before: Session, after: Session) -> tuple[RowChange, ...]:
    """What leads from one session to another, row by row."""
    changes = []
    for each in fields(Session):
        old, new = getattr(before, each.name), getattr(after, each.name)
        for key in [*old, *(key for key in new if key not in old)]:
            if old.get(key) != new.get(key):
                changes.append(RowChange(each.name, key, old.get(key), new.get(key)))
    return tuple(changes)


@composite
def patches(draw: DrawFn, session: Session, other: Session) -> Patch:
    """Some of the rows in which `other` differs, created, changed and deleted in any order,
    without regard to references: what a store must keep whatever the commands are."""
    changes = difference(session, other)
    chosen = [each for each in changes if draw(st.booleans())]
    return Patch(tuple(draw(st.permutations(chosen))))
