"""Twelve delegations' tracked files against the sample's base, in one go and out again."""

import resource
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from editor.app.switching import Switches, switched
from editor.negotiation.composition import compose
from editor.negotiation.integrity import faults
from editor.negotiation.session import Session
from tests.exporters.word.pandoc import pandoc_lines
from tests.twelve_delegations import TWELVE, Sent, all_names, brought_in, redline, sent, words_of
from tests.word_text import Settled, says_after_labels, word_text


class Arrived(NamedTuple):
    """What was sent, and the session on each kind of base."""

    sent: Sent
    sessions: dict[str, Session]
    seconds: dict[str, float]
    """Of the processors, for reading and bringing in."""


@pytest.fixture(scope="module")
def arrived(tmp_path_factory: pytest.TempPathFactory) -> Arrived:
    folder = tmp_path_factory.mktemp("twelve")
    files = sent(folder)
    sessions, seconds = {}, {}
    for base in (files.plain, files.word):
        started = _processor_time()
        path = folder / f"{base.suffix}.rolling"
        sessions[base.suffix] = brought_in(path, base, files.files)
        seconds[base.suffix] = _processor_time() - started
    return Arrived(files, sessions, seconds)


def _processor_time() -> float:
    """Also of the worker that reads the files."""
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


@pytest.mark.parametrize("base", [".md", ".docx"])
def test_all_come_in_within_five_seconds(arrived: Arrived, base: str) -> None:
    assert arrived.seconds[base] < 5


@pytest.mark.parametrize("base", [".md", ".docx"])
def test_each_layer_is_the_final_text_of_its_file(arrived: Arrived, base: str) -> None:
    session = arrived.sessions[base]
    assert list(faults(session)) == []
    assert not session.unread
    assert len(session.amendments) > 100
    for name in TWELVE:
        only = compose(switched(session, Switches.only([name])))
        assert says_after_labels(
            word_text(arrived.sent.files[name].read_bytes()).body, words_of(only.paragraphs)
        ), name


@pytest.mark.parametrize("base", [".md", ".docx"])
def test_the_redline_of_all_twelve_is_both_texts_with_all_names(
    arrived: Arrived, base: str
) -> None:
    composition = compose(switched(arrived.sessions[base], Switches.all()))
    made = redline(composition, arrived.sent)
    session = composition.session
    original = [session.provisions[each].text for each in session.base_order]
    assert says_after_labels(word_text(made, Settled.REJECTED).body, words_of(original))
    assert says_after_labels(word_text(made).body, words_of(composition.paragraphs))
    assert pandoc_says(pandoc_lines(made, "reject"), original)
    assert pandoc_says(pandoc_lines(made, "accept"), composition.paragraphs)
    assert all_names(made) == set(TWELVE)


def pandoc_says(lines: list[str], paragraphs: Iterable[str]) -> bool:
    """Where a paragraph mark is deleted pandoc puts a space."""
    wanted = ["".join(each.split()) for each in paragraphs if each.strip()]
    found = [(line, line.partition(" ")[2]) for line in lines]
    return len(found) == len(wanted) and all(
        text in ("".join(line.split()), "".join(words.split()))
        for (line, words), text in zip(found, wanted, strict=True)
    )
