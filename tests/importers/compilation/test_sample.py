"""The sample compilation against what its makers say is in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editor.importers.compilation.build import compilation_patch
from editor.importers.compilation.read import read_compilation
from editor.importers.labels import bare_label
from editor.importers.names import load_names
from editor.importers.open_source import read_source
from editor.negotiation.amendment import Amendment
from editor.negotiation.entering import inserted_text
from editor.negotiation.patch import patched
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import ImportReport, Session
from editor.resources import sample_path
from editor.text.edit import apply_edits
from tests.importers.compilation.accounting import kept_words, printed_words
from tests.importers.compilation.papers import FILE

_HEADING_WORDS = {"Draft", "draft", "recommendation", "Recommendation"}
_MARKDOWN, _WORD = "compilation.md", "compilation.docx"


@cache
def _session(name: str, base: str = "") -> Session:
    beside = read_source(sample_path(base)) if base else None
    reading = read_compilation(read_source(sample_path(name)), load_names(), beside)
    return patched(Session(), compilation_patch(Session(), reading, FILE))


@cache
def _truth() -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(Path(sample_path("truth.json")).read_text("utf-8"))
    return truth


def _provisions(session: Session) -> Iterator[tuple[dict[str, Any], Provision]]:
    rows = {bare_label(each.label): each for each in session.provisions.values() if each.label}
    for told in _truth()["provisions"]:
        yield told, rows[bare_label(told["label"])]


def _code(name: str) -> str:
    found = load_names().find(name.removeprefix("the "))
    assert found is not None, name
    return found.code


def _codes(session: Session, delegations: Iterator[str]) -> set[str]:
    return {session.delegations[each].code for each in delegations}


def _is_read(session: Session, row: Provision, told: dict[str, Any], all_told: Any) -> bool:
    """Whether some proposal on the provision is the one told: kind, sponsors, opponents, and
    the exact words that go and come."""
    sponsors = {_code(each) for each in told["sponsors"]}
    opponents = {_code(each) for each in told.get("opponents", [])}
    for amendment in session.amendments.values():
        if row.id not in (amendment.provision, *amendment.provisions):
            continue
        opposed = (each.delegation for each in amendment.positions if _opposes(each.stance))
        if (
            amendment.kind.value == told["kind"]
            and _codes(session, iter(amendment.sponsors)) == sponsors
            and _codes(session, opposed) == opponents
            and _has_the_words(session, row, amendment, told, all_told)
        ):
            return True
    return False


def _opposes(stance: Stance) -> bool:
    return stance is Stance.OPPOSE


def _has_the_words(
    session: Session, row: Provision, amendment: Amendment, told: dict[str, Any], all_told: Any
) -> bool:
    if told["kind"] in ("replace_provision", "join", "new_provision"):
        return bool(amendment.text == told["text"])
    if told["kind"] == "delete_provision":
        return True
    (edit,) = told["edits"]
    if told.get("target"):
        if amendment.target is None:
            return False
        target = next(each for each in all_told if each["id"] == told["target"])
        before = target.get("text") or target["new"]
        mine = apply_edits(inserted_text(session.amendments[amendment.target]), amendment.edits)
        wanted = before[: edit["start"]] + edit["text"] + before[edit["end"] :]
        return re.findall(r"\w+", mine) == re.findall(r"\w+", wanted)
    old = " ".join(row.text[each.start : each.end] for each in amendment.edits)
    new = " ".join(each.text for each in amendment.edits)
    return _changed(old, new) == _changed(told["old"], told["new"])


def _changed(old: str, new: str) -> tuple[Counter[str], Counter[str]]:
    """Words that go and words that come, those in both left out."""
    before, after = Counter(re.findall(r"\w+", old)), Counter(re.findall(r"\w+", new))
    return before - after, after - before


def _missing(session: Session) -> list[str]:
    return [
        told["id"]
        for provision, row in _provisions(session)
        for told in provision["proposals"]
        if not _is_read(session, row, told, provision["proposals"])
    ]


@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_with_the_base_beside_it_every_proposal_is_exact(name: str) -> None:
    session = _session(name, "base.md")
    assert _missing(session) == []
    for told, row in _provisions(session):
        text = told["text"] if told["text"] is not None else told["proposals"][0]["text"]
        assert row.text == text


@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_without_it_nine_in_ten_are_exact(name: str) -> None:
    missing = _missing(_session(name))
    proposals = sum(len(each["proposals"]) for each in _truth()["provisions"])
    assert len(missing) < 0.1 * proposals, missing


@pytest.mark.parametrize("base", ["", "base.md"])
@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_labels_statuses_and_origins(name: str, base: str) -> None:
    session = _session(name, base)
    labels = [each.label for each in session.provisions.values() if each.label]
    assert labels == [each["label"] for each in _truth()["provisions"]]
    for told, row in _provisions(session):
        assert row.status.value == told["status"]
        pending_on = {_code(each) for each in told["pending_on"]}
        assert _codes(session, iter(row.pending_on)) == pending_on
        proposer = session.delegations[row.proposed_by].code if row.proposed_by else None
        assert proposer == (_code(told["proposed_by"]) if told["proposed_by"] else None)


@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_every_bracket_is_accounted_for(name: str) -> None:
    session = _session(name)
    brackets = sum(len(each["annotations"]) for each in _truth()["provisions"])
    statuses = sum(each["status"] != "not_reached" for each in _truth()["provisions"])
    (report,) = session.reports.values()
    assert isinstance(report, ImportReport)
    assert report.annotations == report.understood + report.guessed == brackets - statuses


@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_notes_have_their_delegations_and_places(name: str) -> None:
    session = _session(name)
    rows = session.provisions
    read = {
        (
            each.label,
            session.delegations[each.delegation].code if each.delegation else "",
            rows[each.anchor.provision].label,
            "status" if each.anchor.on_status else "proposal" * bool(each.anchor.amendment),
            each.text,
        )
        for each in session.notes.values()
        if each.anchor.provision and rows[each.anchor.provision].label
    }
    told = {
        (
            each["label"],
            _code(each["delegation"]) if each["delegation"] else "",
            provision["label"],
            "" if each["anchor"]["on"] == "provision" else each["anchor"]["on"],
            each["text"],
        )
        for provision in _truth()["provisions"]
        for each in provision["notes"]
    }
    assert {each[:4] for each in read} == {each[:4] for each in told}
    assert len(read & told) >= 0.9 * len(told)


@pytest.mark.parametrize("base", ["", "base.md"])
@pytest.mark.parametrize("name", [_MARKDOWN, _WORD])
def test_no_word_is_lost_and_no_mark_is_left(name: str, base: str) -> None:
    session = _session(name, base)
    lost = set(printed_words(read_source(sample_path(name)))) - set(kept_words(session))
    assert lost <= _HEADING_WORDS
    texts = [each.text for each in session.provisions.values()]
    texts += [edit.text for each in session.amendments.values() for edit in each.edits]
    texts += [each.text or "" for each in session.amendments.values()]
    assert not [text for text in texts if re.search(r"~~|\[|\]", text)]
