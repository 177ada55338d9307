"""Without names: the same text, and no name in any byte."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.handing_out import ENDINGS, Ending, Kind, Names, Request, handed_out, request_for
from editor.app.mentions import mentions_in
from editor.errors import KnownError
from editor.exporters.anonymous import anonymous
from editor.exporters.dump import dump
from editor.importers.dump import restored
from editor.importers.names import load_names
from editor.negotiation.amendment import Amendment, AmendmentKind, Origin, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, Delegation, DelegationKind
from editor.negotiation.integrity import faults
from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.session import Heading, Session
from tests.examples import one_in
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.laws.strategies import Shape, sessions

NOW = datetime(2024, 7, 1, tzinfo=UTC)
WITH_NAMES_ONLY = (Kind.MATRIX, Kind.FATE)
ALL = [
    (kind, ending)
    for kind, endings in ENDINGS.items()
    if kind not in WITH_NAMES_ONLY
    for ending in endings
]


def sheets(page: str) -> bytes:
    """What is printed as PDF, before it is packed."""
    return page.encode()


def traces_of(session: Session) -> set[str]:
    """File names, and the words that proposals were read from."""
    origins: list[Origin | None] = []
    for amendment in session.amendments.values():
        origins += [amendment.origin, *(each.origin for each in amendment.sponsorships)]
    files = {each.name for each in session.files.values()}
    return {each for each in files | {origin.file for origin in origins if origin} if each}


def words_of(data: bytes) -> str:
    """All bytes of all members, names of members too."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.namelist()
        return "\n".join([*members, *(archive.read(each).decode() for each in members)])


def names_of(session: Session) -> set[str]:
    """Every name, code and designation but the Chair's."""
    return {
        name
        for each in session.delegations.values()
        if each.kind is not DelegationKind.CHAIR
        for name in (each.name, each.code, *each.as_written)
    }


def names_under_negotiation(session: Session) -> str:
    """The words of provisions and proposals: a name in them is text."""
    provisions = session.provisions.values()
    texts = [each.text for each in provisions if each.kind is ProvisionKind.PROVISION]
    for amendment in session.amendments.values():
        texts += [amendment.text or "", *(edit.text for edit in amendment.edits)]
    return "\n".join(texts)


def nameless(session: Session) -> Session:
    return anonymous(session, mentions_in(session, load_names()))


@pytest.mark.parametrize(("kind", "ending"), ALL)
@pytest.mark.parametrize("make", [everything, sample_with_all_layers_on])
def test_no_name_is_in_any_byte(make: Callable[[], Session], kind: Kind, ending: Ending) -> None:
    session = make()
    request = Request(kind, ending, Names.LEFT_OUT)
    words = words_of(handed_out(compose(session), request, NOW, printer=sheets).data)
    assert not [each for each in traces_of(session) if each in words]
    text = names_under_negotiation(session)
    for name in names_of(session):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        if not pattern.search(text):
            assert not pattern.search(words), name


def test_names_are_there_with_names() -> None:
    """The search above would find them."""
    session = sample_with_all_layers_on()
    for kind in (Kind.REDLINE, Kind.COMPILATION, Kind.TABLE):
        request = request_for(request_path(kind), kind)
        assert "Kiribati" in words_of(handed_out(compose(session), request, NOW).data)


def request_path(kind: Kind) -> Path:
    return Path(f"x{ENDINGS[kind][0]}")


@pytest.mark.parametrize("kind", WITH_NAMES_ONLY)
def test_who_wants_what_is_nothing_without_names(kind: Kind) -> None:
    with pytest.raises(KnownError) as caught:
        request_for(request_path(kind), kind, Names.LEFT_OUT)
    assert caught.value.code == "export_needs_names"


@one_in(2)
@given(sessions(Shape()))
def test_the_composed_text_is_the_same(session: Session) -> None:
    assert compose(nameless(session)).paragraphs == compose(session).paragraphs


@one_in(2)
@given(sessions(Shape()), st.data())
def test_it_is_sound_whatever_is_left_out(session: Session, data: st.DataObject) -> None:
    left_out = data.draw(st.sets(st.sampled_from(session.base_order)))
    provisions = {
        key: replace(each, kind=ProvisionKind.STATEMENT) if key in left_out else each
        for key, each in session.provisions.items()
    }
    texts = {session.provisions[each].text for each in left_out}
    rest = anonymous(replace(session, provisions=provisions), texts.__contains__)
    assert not left_out & rest.provisions.keys()
    assert restored(dump(rest)) == rest


def test_what_goes_after_a_statement_left_out_goes_after_what_stands_before_it() -> None:
    statement = ProvisionKind.STATEMENT
    norway = Delegation("d1", "NOR", "Norway", layer_on=True)
    base = [
        Provision("p1", 1, "Statement of Norway.", kind=statement),
        Provision("p2", 2, "Rivers matter.", "1"),
        Provision("p3", 3, "Second statement of Norway.", kind=statement),
        Provision("p4", 4, "Third statement of Norway.", kind=statement),
        Provision("p5", 5, "Lakes matter.", "2"),
        Provision("p6", 6, "Seas matter.", "3"),
    ]
    voices = (Sponsorship("d1", 1),)
    new, move = AmendmentKind.NEW_PROVISION, AmendmentKind.MOVE
    wishes = [
        Amendment("a1", "q1", new, text="Rain matters.", after="p4", sponsorships=voices),
        Amendment("a2", "p6", move, after="p1", sponsorships=voices),
    ]
    proposed = Provision("q1", 1, "Rain matters.", amendment="a1", proposed_by="d1")
    session = Session(
        delegations={"chair": CHAIR, "d1": norway},
        provisions={each.id: each for each in [*base, proposed]},
        amendments={each.id: each for each in wishes},
    )
    texts = compose(nameless(session)).paragraphs
    assert [each for each in texts if each] == [
        "Seas matter.",
        "Rivers matter.",
        "Rain matters.",
        "Lakes matter.",
    ]


def test_it_is_sound_and_says_nothing_of_its_sources() -> None:
    session = nameless(sample_with_all_layers_on())
    assert list(faults(session)) == []
    assert (session.files, session.unread, session.reports) == ({}, {}, {})
    assert {each.name for each in session.delegations.values()} == {"Delegation"}


def test_rulings_stay_and_say_nothing() -> None:
    talks = everything()
    noted = {key: replace(each, note="Canada asked") for key, each in talks.rulings.items()}
    assert all(not each.note for each in nameless(replace(talks, rulings=noted)).rulings.values())


@pytest.mark.parametrize(("kind", "ending"), ALL)
def test_a_title_that_names_somebody_is_left_out(kind: Kind, ending: Ending) -> None:
    talks = everything()
    heading = Heading("heading", "Proposal of Canada", "After Canada spoke", "TALKS/CAN", "1 May")
    talks = replace(talks, headings={"heading": heading})
    request = Request(kind, ending, Names.LEFT_OUT)
    words = words_of(handed_out(compose(talks), request, NOW, printer=sheets).data)
    assert "Proposal of" not in words
    assert "Canada spoke" not in words
    assert "TALKS/CAN" not in words


def test_a_document_symbol_stays() -> None:
    heading = Heading("heading", "Talks", "First reading", "TALKS/1", "1 May")
    talks = replace(everything(), headings={"heading": heading})
    assert nameless(talks).headings == {"heading": heading}


def test_labels_and_statements_that_name_somebody_in_any_spelling_lose_the_name() -> None:
    america = Delegation("d1", "USA", "United States of America")
    new = Amendment(
        "a1",
        "p4",
        AmendmentKind.NEW_PROVISION,
        text="Rivers are free.",
        label="2 bis [USA]",
        after="p2",
        sponsorships=(Sponsorship("d1", 1),),
    )
    texts = ("Rivers matter.", "Lakes matter.", "Statement by the United\u00a0States")
    kinds = (ProvisionKind.PROVISION, ProvisionKind.PROVISION, ProvisionKind.STATEMENT)
    labels = ("1 (a) (United States)", "United States 2", "")
    base = {
        f"p{n}": Provision(f"p{n}", n, text, label, kind)
        for n, (text, kind, label) in enumerate(zip(texts, kinds, labels, strict=True), start=1)
    }
    base["p4"] = Provision("p4", 1, "Rivers are free.", "2 bis [USA]", proposed_by="d1",
                           amendment="a1")  # fmt: skip
    session = nameless(
        Session(
            delegations={"chair": CHAIR, "d1": america}, provisions=base, amendments={"a1": new}
        )
    )
    assert {key: each.label for key, each in session.provisions.items()} == {
        "p1": "1 (a)",
        "p2": "",
        "p4": "2 bis",
    }
    assert session.amendments["a1"].label == "2 bis"
