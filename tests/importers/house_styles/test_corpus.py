"""Real papers in house styles. Their sentences stay with their owners: here are counts only."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from editor.importers.compilation.build import compilation_patch
from editor.importers.house_styles.guess import guess_profile, style_called
from editor.importers.house_styles.read import NOT_ATTRIBUTED, read_house_style
from editor.importers.names import load_names
from editor.importers.open_source import read_source
from editor.negotiation.amendment import Origin
from editor.negotiation.patch import patched
from editor.negotiation.session import Session
from tests.importers.house_styles.marked_texts import FILE

_PROFILES = {
    "styles/trailing-tag-brackets.txt": "trailing-tag",
    "styles/trailing-tag-parentheses.txt": "parenthesis",
    "styles/zero-draft-options.txt": "brackets",
    "large/draft-text-2015-10.txt": "brackets",
    "large/negotiating-text-2015-02.txt": "brackets",
    "series/1-2015-10-23.md": "brackets",
    "series/3-2015-12-09.md": "brackets",
}
_ACTORS = {
    "styles/trailing-tag-brackets.txt": {"USA", "G77", "CAN", "JPN", "EU"},
    "styles/trailing-tag-parentheses.txt": {
        "IND", "THA", "EGY", "ERI", "JOR", "EU", "MEX", "COL", "SLE", "UGA", "JPN", "CRI"
    },
}  # fmt: skip
"""As a person finds them in the tags; nobody is named in the others."""
_WORD = re.compile(r"[^\W_]+")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOTE_MARK = re.compile(r"\[\^\d+\]")
_ADDRESS = re.compile(r"(?<=\])\([^)]*\)|^\[[^\]]+\]: .*$|\{:[^}]*\}", re.MULTILINE)
_OPTION = re.compile(
    r"\bOption (?P<ordinal>\d+|[IVX]+|[ivx]+)(?= ?(?:bis|ter|quater)?(?: ?\([a-z ]+\))?:)"
)
_OPTION_TAKEN_OUT = re.compile(r"\s*\[?\s*Option (?P<ordinal>\d+|[IVX]+|[ivx]+)\b[^:]{0,60}:?\s*")


@cache
def _session(path: Path) -> Session:
    source = read_source(path)
    style = style_called(guess_profile(source, load_names()).name)
    assert style is not None
    reading = read_house_style(source, load_names(), style)
    return patched(Session(), compilation_patch(Session(), reading, FILE))


@pytest.mark.parametrize(("name", "profile"), _PROFILES.items())
def test_the_profile_is_recognised(corpus: Path, name: str, profile: str) -> None:
    assert guess_profile(read_source(corpus / name), load_names()).name == profile


@pytest.mark.parametrize("name", _PROFILES)
def test_no_word_is_lost(corpus: Path, name: str) -> None:
    """Of the words of the file itself, whatever its reader made of them."""
    path = corpus / name
    missing = _words_of(path) - _kept(_session(path))
    assert _without_page_numbers(missing) == Counter()


def _words_of(path: Path) -> Counter[str]:
    """Without what Markdown does not show: data before the text, marks of notes, addresses of
    links, attributes, emphasis."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        for unseen in (_FRONT_MATTER, _NOTE_MARK, _ADDRESS):
            text = unseen.sub("", text)
        text = text.replace("*", "").replace("_", "")
    return Counter(_WORD.findall(text))


def _kept(session: Session) -> Counter[str]:
    """Each word once for each place: base texts, notes, the tray, the words of page furniture as
    often as it stood; of proposals the raw brackets, without what of them stands in the base."""
    texts = [each.text for each in session.provisions.values() if each.is_base]
    texts += [f"{each.label} {each.text}" for each in session.notes.values()]
    texts += [each.raw for each in session.unread.values()]
    texts += [
        each.status.value.replace("_", " ").capitalize()
        for each in session.provisions.values()
        if each.status.value != "not_reached"
    ]
    found = Counter(word for text in texts for word in _WORD.findall(text))
    for report in session.reports.values():
        for code, _line, words in report.warnings:
            if code == "page_furniture":
                text, _, times = words.rpartition(" (")
                for word in _WORD.findall(text):
                    found[word] += int(times[:-1])
    told: set[Origin] = set()
    for each in session.amendments.values():
        names = {session.delegations[sponsor].name for sponsor in each.sponsors}
        if each.origin is None or names == {NOT_ATTRIBUTED}:
            continue
        if each.origin not in told:
            found.update(_WORD.findall(each.origin.raw))
            told.add(each.origin)
        text = session.provisions[each.provision].text
        for edit in each.edits:
            found.subtract(_WORD.findall(text[edit.start : edit.end]))
    return found


def _without_page_numbers(missing: Counter[str]) -> Counter[str]:
    """Page numbers are left out by design, and counted: each stands once."""
    return Counter({word: n for word, n in missing.items() if n > 1 or not word.isdecimal()})


@pytest.mark.parametrize("name", _PROFILES)
def test_all_actors_are_found_and_nobody_else(corpus: Path, name: str) -> None:
    found = {each.code for each in _session(corpus / name).delegations.values()}
    assert found == {"CHAIR"} | _ACTORS.get(name, {"NA"})


@pytest.mark.parametrize("name", [each for each in _PROFILES if each.endswith(".txt")])
def test_every_option_can_be_settled_or_is_listed(corpus: Path, name: str) -> None:
    path = corpus / name
    session = _session(path)
    printed = Counter(each["ordinal"] for each in _OPTION.finditer(path.read_text("utf-8")))
    offered = Counter(_options_that_stand(session))
    (report,) = session.reports.values()
    listed = sum(code == "option_not_offered" for code, _line, _words in report.warnings)
    assert (printed - offered).total() <= listed
    assert listed <= 0.05 * max(printed.total(), 20)


def _options_that_stand(session: Session) -> Iterator[str]:
    """The numbers of the options of which a proposal takes out the label alone."""
    for each in session.amendments.values():
        for edit in each.edits:
            gone = session.provisions[each.provision].text[edit.start : edit.end]
            label = _OPTION_TAKEN_OUT.fullmatch(gone)
            if label:
                yield label["ordinal"]


def test_the_large_text_is_read_within_five_seconds_with_its_brackets_and_options(
    corpus: Path,
) -> None:
    path = corpus / "large/negotiating-text-2015-02.txt"
    _session.cache_clear()
    started = process_time()
    session = _session(path)
    assert process_time() - started < 5
    text = "\n".join(each.text for each in session.provisions.values())
    notes = "\n".join(each.text for each in session.notes.values())
    assert (text + notes).count("[") == path.read_text("utf-8").count("[")
    assert (text + notes).count("]") == path.read_text("utf-8").count("]")
    (report,) = session.reports.values()
    assert report.annotations > 1700
    assert len(session.amendments) > 3000
