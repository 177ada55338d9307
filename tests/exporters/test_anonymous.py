"""Without names: the same text, and no name in any byte."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from editor.app.handing_out import ENDINGS, Ending, Kind, Names, Request, handed_out, request_for
from editor.errors import KnownError
from editor.exporters.anonymous import anonymous
from editor.negotiation.amendment import Origin
from editor.negotiation.composition import compose
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.integrity import faults
from editor.negotiation.provision import ProvisionKind
from editor.negotiation.session import Heading, Session
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


@settings(max_examples=50)
@given(sessions(Shape()))
def test_the_composed_text_is_the_same(session: Session) -> None:
    nameless = anonymous(session)
    assert compose(nameless).paragraphs == compose(session).paragraphs


def test_it_is_sound_and_says_nothing_of_its_sources() -> None:
    session = anonymous(sample_with_all_layers_on())
    assert list(faults(session)) == []
    assert (session.files, session.unread, session.reports) == ({}, {}, {})
    assert {each.name for each in session.delegations.values()} == {"Delegation"}


def test_rulings_stay_and_say_nothing() -> None:
    talks = everything()
    noted = {key: replace(each, note="Canada asked") for key, each in talks.rulings.items()}
    assert all(not each.note for each in anonymous(replace(talks, rulings=noted)).rulings.values())


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
    assert anonymous(talks).headings == {"heading": heading}
