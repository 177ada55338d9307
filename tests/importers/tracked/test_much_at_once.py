"""Large tracked files, and many of them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from editor.app.switching import Switches, switched
from editor.app.tracked_layers import layer_of_one
from editor.exporters.manuscript import Form
from editor.importers.base_text import base_text_patch
from editor.importers.revisions import accept
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.patch import patched
from editor.negotiation.session import ImportedFile, Session
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.word.reading import written
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file

_PARAGRAPHS = 4000
_CHANGES = 5000
_WORDS = ("Parties", "should", "consider", "the", "wise", "use", "of", "wetlands", "and", "report")
_NEW = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'


def _sentence(number: int, words: Iterator[str]) -> str:
    return f"{number}. " + " ".join(next(words) for _ in range(60)) + "."


def _large_file() -> bytes:
    """Some 300 pages: replacements, deletions, insertions, new and deleted paragraphs."""
    words = cycle(_WORDS)
    body = []
    for number in range(_PARAGRAPHS):
        text = _sentence(number, words)
        middle = text.index(" ", 120)
        change = deleted(run(text[middle : middle + 30], tag="delText")) + inserted(run(" may"))
        rest = text[middle + 30 :]
        if number % 4 == 0:
            rest, change = rest[:-8], change + run(rest[-8:]) + inserted(run(" They act."))
        body.append(paragraph(run(text[:middle]) + change + run(rest)))
        if number % 40 == 0:
            body.append(paragraph(inserted(run("A new paragraph.")), _NEW))
    assert len([each for each in body if "w:ins" in each]) >= _CHANGES - _PARAGRAPHS // 4
    return word_file("".join(body))


def test_three_hundred_pages_with_five_thousand_changes() -> None:
    source = read_word(_large_file(), "large.docx")
    base = Session()
    base = patched(base, base_text_patch(base, source, ImportedFile("f1", "large.docx", "0")))
    layer = layer_of_one(base, "Canada", source, ImportedFile("f2", "large.docx", "1")).patch
    session = patched(base, layer)
    assert len(session.amendments) >= _CHANGES
    composed = compose(switched(session, Switches.only(["Canada"]))).paragraphs
    assert list(composed) == [each.text for each in accept(source).paragraphs]


def test_twelve_delegations_of_the_sample_in_one_go() -> None:
    sample = sample_with_all_layers_on()
    base = replace(
        sample,
        amendments={},
        rulings={},
        decisions={},
        unread={},
        notes={key: each for key, each in sample.notes.items() if not each.anchor.amendment},
        provisions={key: each for key, each in sample.provisions.items() if each.is_base},
    )
    proposing = [d for a in sample.amendments.values() for d in a.sponsors]
    twelve = sorted(set(proposing), key=lambda each: (-proposing.count(each), each))[:12]
    files = {
        each: written(switched(sample, Switches.only([each])), Form.REDLINE) for each in twelve
    }
    session = base
    for number, (delegation, data) in enumerate(files.items()):
        row = ImportedFile(f"new{number}", f"{delegation}.docx", str(number))
        source = read_word(data, row.name)
        session = patched(session, layer_of_one(session, delegation, source, row).patch)
    for each in twelve:
        only = Switches.only([each])
        had = compose(switched(sample, only))
        has = compose(switched(session, only))
        if not had.open_conflicts:
            assert _words(has.paragraphs) == _words(had.paragraphs), each
    assert {a.kind for a in session.amendments.values()} >= {AmendmentKind.EDIT}


def _words(paragraphs: tuple[str, ...]) -> list[str]:
    return [each for each in paragraphs if each.strip()]
