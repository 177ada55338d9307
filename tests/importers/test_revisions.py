"""Accepting and rejecting all tracked changes of a document."""

from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importers.open_source import read_source
from editor.importers.revisions import accept, has_revisions, reject
from editor.importers.source import (
    Revision,
    SourceDocument,
    SourceNote,
    SourceParagraph,
    SourceRun,
)
from editor.importers.word.reader import read_word
from tests.importers.word_files import deleted, inserted, paragraph, part, run, word_file

_INSERTED_MARK = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'
_DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="Ana"/></w:rPr>'
_GONE = deleted(run("gone ", tag="delText"))
_NEW = inserted(run("new "))


def _texts(document: SourceDocument) -> list[str]:
    return [each.text for each in document.paragraphs]


def _both(body: str) -> tuple[list[str], list[str]]:
    """The original and the final paragraphs."""
    document = read_word(word_file(body), "r.docx")
    return _texts(reject(document)), _texts(accept(document))


@pytest.mark.parametrize(
    ("body", "original", "final"),
    [
        (paragraph(run("a ") + _GONE + _NEW + run("b")), ["a gone b"], ["a new b"]),
        (
            paragraph(run("a ") + inserted(run("b ") + deleted(run("c "))) + run("d")),
            ["a d"],
            ["a b d"],
        ),
        (
            paragraph(run("a"), _INSERTED_MARK) + paragraph(run("b")),
            ["ab"],
            ["a", "b"],
        ),
        (
            paragraph(run("a"), _DELETED_MARK) + paragraph(run("b")),
            ["a", "b"],
            ["ab"],
        ),
        (
            paragraph(run("a"), _DELETED_MARK) * 2 + paragraph(run("b"), _INSERTED_MARK)
            + paragraph(run("c")),
            ["a", "a", "bc"],
            ["aab", "c"],
        ),
        (
            paragraph(run("a")) + paragraph(_NEW, _INSERTED_MARK) + paragraph(run("b")),
            ["a", "b"],
            ["a", "new ", "b"],
        ),
        (
            paragraph(run("a")) + paragraph(_GONE, _DELETED_MARK),
            ["a", "gone "],
            ["a"],
        ),
        (
            paragraph(run("a"), _DELETED_MARK) + paragraph(_GONE, _DELETED_MARK),
            ["a", "gone "],
            ["a"],
        ),
    ],
    ids=[
        "runs", "nested", "split", "join", "joins and a split", "new paragraph",
        "deleted at the end", "joined at the end",
    ],
)  # fmt: skip
def test_runs_and_marks(body: str, original: list[str], final: list[str]) -> None:
    assert _both(body) == (original, final)


_STATES = st.sampled_from(list(Revision))
_PIECES = st.lists(st.tuples(st.text("ab ", min_size=1, max_size=4), _STATES), max_size=4)
_MARK = {
    Revision.NONE: "",
    Revision.INSERTED: "<w:ins/>",
    Revision.DELETED: "<w:del/>",
    Revision.INSERTED_THEN_DELETED: "<w:ins/><w:del/>",
}


def _tracked_run(text: str, state: Revision) -> str:
    content = run(text, tag="delText" if "deleted" in state else "t")
    if state in (Revision.DELETED, Revision.INSERTED_THEN_DELETED):
        content = deleted(content)
    if state in (Revision.INSERTED, Revision.INSERTED_THEN_DELETED):
        content = inserted(content)
    return content


@given(st.lists(st.tuples(_PIECES, _STATES), max_size=6), _PIECES)
def test_a_text_is_its_characters_and_marks(
    paragraphs: list[tuple[list[tuple[str, Revision]], Revision]],
    last: list[tuple[str, Revision]],
) -> None:
    """Reference: one series of pieces, where the end of a paragraph is a piece too."""
    everything = [*paragraphs, (last, Revision.NONE)]
    body = "".join(
        paragraph(
            "".join(_tracked_run(text, state) for text, state in pieces),
            f"<w:rPr>{_MARK[mark]}</w:rPr>",
        )
        for pieces, mark in everything
    )
    series = [piece for pieces, mark in everything for piece in (*pieces, ("\n", mark))]

    def expected(*states: Revision) -> list[str]:
        return "".join(text for text, state in series if state in states).split("\n")[:-1]

    assert _both(body) == (
        expected(Revision.NONE, Revision.DELETED),
        expected(Revision.NONE, Revision.INSERTED),
    )


def test_no_join_across_a_table() -> None:
    row = '<w:tr><w:trPr><w:{} w:id="3" w:author="Ana"/></w:trPr><w:tc>{}</w:tc></w:tr>'
    body = (
        paragraph(run("a"), _DELETED_MARK)
        + "<w:tbl>"
        + row.format("ins", paragraph(run("b"), _DELETED_MARK))
        + row.format("del", paragraph(run("c")))
        + "</w:tbl>"
        + paragraph(run("d"))
    )
    assert _both(body) == (["a", "c", "d"], ["a", "b", "d"])


def test_join_passes_over_a_text_box() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('box'))}</w:txbxContent></w:pict></w:r>"
    body = paragraph(run("a") + box, _DELETED_MARK) + paragraph(run("b"))
    assert _both(body) == (["a", "box", "b"], ["ab", "box"])


def test_survivor_gives_its_properties() -> None:
    first = SourceParagraph(
        (SourceRun("a"),), 1, heading=1, label="1.", mark_revision=Revision.DELETED, flow=1,
        original_label="1.", after_page_break=True,
    )  # fmt: skip
    second = SourceParagraph(
        (SourceRun("b"),), 2, heading=2, label="1.", flow=1, original_label="2."
    )
    document = SourceDocument((first, second))
    (joined,) = accept(document).paragraphs
    assert joined == SourceParagraph(
        (SourceRun("ab"),), 1, heading=2, label="1.", flow=1, original_label="1.",
        after_page_break=True,
    )  # fmt: skip
    assert [(each.heading, each.label) for each in reject(document).paragraphs] == [
        (1, "1."),
        (2, "2."),
    ]


@pytest.mark.parametrize("settle", [accept, reject])
def test_nothing_tracked_is_left_and_nothing_else_changes(
    settle: Callable[[SourceDocument], SourceDocument],
) -> None:
    tracked = SourceDocument(
        (
            SourceParagraph((SourceRun("a", bold=True), SourceRun("b")), 1, flow=1),
            SourceParagraph(
                (
                    SourceRun("c", revision=Revision.INSERTED, author="Ana", date="D"),
                    SourceRun("d", revision=Revision.DELETED, author="Ana", move="m"),
                    SourceRun("", note="1", revision=Revision.INSERTED_THEN_DELETED),
                ),
                2,
                block_revision=Revision.INSERTED,
            ),
        ),
        notes=(SourceNote("1", "1", ()), SourceNote("2", "2", (), original_label="2")),
    )
    assert has_revisions(tracked)
    settled = settle(tracked)
    assert not has_revisions(settled)
    assert settle(settled) == settled
    assert [note.key for note in settled.notes] == ["2"]


def _visible(document: SourceDocument) -> list[str]:
    """Every printed paragraph, with its number and the places of its notes."""
    flows = [document.paragraphs, *(note.paragraphs for note in document.notes), document.margins]
    return [
        each.label + "|" + "".join(run.text or ("*" if run.note else "") for run in each.runs)
        for flow in flows
        for each in flow
    ]


@pytest.mark.parametrize(("settle", "ending"), [(accept, "Accepted"), (reject, "Rejected")])
def test_as_word_settles_them(
    corpus: Path, settle: Callable[[SourceDocument], SourceDocument], ending: str
) -> None:
    """Real files beside their twins that Word has accepted or rejected."""
    folder = corpus / "docx" / "rp"
    twins = sorted(folder.glob(f"*-{ending}.docx"))
    assert len(twins) >= 26
    for twin in twins:
        tracked = folder / twin.name.replace(f"-{ending}", "")
        assert _visible(settle(read_source(tracked))) == _visible(read_source(twin)), twin.name


@pytest.mark.parametrize(("settle", "name"), [(accept, "accept"), (reject, "reject")])
def test_as_pandoc_settles_them(
    corpus: Path, settle: Callable[[SourceDocument], SourceDocument], name: str
) -> None:
    expected = sorted((corpus / "docx" / "pandoc").glob(f"*_{name}.native"))
    assert len(expected) >= 3
    for native in expected:
        tracked = native.with_name(native.name.replace(f"_{name}.native", ".docx"))
        plain = pypandoc.convert_file(
            str(native), "plain", format="native", extra_args=["--wrap=none"]
        )
        # Where it joins two paragraphs, pandoc puts a space that Word does not.
        paragraphs = ["".join(line.split()) for line in plain.splitlines() if line]
        settled = settle(read_source(tracked))
        assert ["".join(text.split()) for text in _texts(settled)] == paragraphs, native.name


def test_real_files_without_changes_stay_as_they_are(corpus: Path) -> None:
    files = [*corpus.glob("docx/un/*.docx"), *corpus.glob("docx/wc/*.docx")]
    assert len(files) >= 70
    for path in files:
        document = read_source(path)
        if not has_revisions(document):
            assert _visible(accept(document)) == _visible(document) == _visible(reject(document))


def test_changes_in_a_header_alone_count() -> None:
    header = part("hdr", paragraph(run("First reading") + inserted(run(" of the port rules"))))
    body = paragraph(run("Ports keep watch."))
    assert has_revisions(read_word(word_file(body, header=header), "r.docx"))
    plain = part("hdr", paragraph(run("First reading")))
    assert not has_revisions(read_word(word_file(body, header=plain), "r.docx"))
