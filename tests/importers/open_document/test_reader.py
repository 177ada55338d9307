"""OpenDocument texts, built part by part."""

import pytest

from editor.errors import KnownError
from editor.importers.open_source import read_source
from editor.importers.revisions import accept, reject
from editor.importers.source import Revision, SourceDocument
from tests.importers.open_texts import MEDIA_TYPE, change, open_root, open_text, tracked_changes
from tests.importers.word_files import zipped


def _read(body: str, styles: str = "", **parts: str) -> SourceDocument:
    return read_source(open_text(body, styles, **parts), "a.odt")


def _texts(document: SourceDocument) -> list[str]:
    return [each.text for each in document.paragraphs]


def test_paragraphs_headings_and_white_space() -> None:
    document = _read(
        '<text:h text:outline-level="2">Scope</text:h>'
        '<text:p>  One <text:s text:c="2"/>two\n  three<text:tab/>'
        "four<text:line-break/>five </text:p>"
    )
    assert _texts(document) == ["Scope", "One   two three\tfour\nfive"]
    assert [each.heading for each in document.paragraphs] == [2, 0]


def test_letters_and_accents_are_one() -> None:
    document = _read("<text:p>Les E\u0301<text:span>tats pre</text:span>\u0302ts</text:p>")
    assert _texts(document) == ["Les États prêts"]


def test_looks_come_from_styles_and_their_parents() -> None:
    styles = (
        '<style:style style:name="A" style:family="text"><style:text-properties '
        'fo:font-style="italic" fo:color="#c00000"/></style:style>'
        '<style:style style:name="B" style:family="text" style:parent-style-name="A">'
        '<style:text-properties style:text-line-through-style="solid" fo:font-weight="bold" '
        'style:text-underline-style="solid"/></style:style>'
    )
    document = _read('<text:p>a <text:span text:style-name="B">b</text:span></text:p>', styles)
    plain, dressed = document.paragraphs[0].runs
    assert not plain.bold
    assert (dressed.bold, dressed.italic, dressed.struck, dressed.underlined) == (True,) * 4
    assert dressed.colour == "C00000"


def test_numbers_as_printed() -> None:
    levels = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/><text:list-level-style-number '
        'text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    inner = "<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>"
    document = _read(
        '<text:list xml:id="one" text:style-name="L">'
        f"<text:list-item><text:p>a</text:p>{inner}</text:list-item>"
        "<text:list-item><text:p>b</text:p><text:p>more</text:p></text:list-item></text:list>"
        "<text:p>between</text:p>"
        '<text:list text:style-name="L" text:continue-list="one">'
        "<text:list-item><text:p>c</text:p></text:list-item>"
        '<text:list-item text:start-value="7"><text:p>g</text:p></text:list-item></text:list>'
        '<text:list text:style-name="L"><text:list-item><text:p>new</text:p></text:list-item>'
        "</text:list>",
        levels,
    )
    labels = [(each.label, each.text) for each in document.paragraphs]
    assert labels == [
        ("1.", "a"), ("(a)", "x"), ("2.", "b"), ("", "more"), ("", "between"), ("3.", "c"),
        ("7.", "g"), ("1.", "new"),
    ]  # fmt: skip


def test_notes_and_comments() -> None:
    note = (
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>4'
        "</text:note-citation><text:note-body><text:p>Why.</text:p></text:note-body></text:note>"
    )
    comment = (
        "<office:annotation><dc:creator>Ana</dc:creator><dc:date>2026-01-02</dc:date>"
        "<text:p>Keep.</text:p></office:annotation>"
    )
    document = _read(f"<text:p>One{note} two{comment}.</text:p>")
    assert _texts(document) == ["One two."]
    assert [run.note for run in document.paragraphs[0].runs if run.note] == ["n1"]
    assert [(each.label, each.paragraphs[0].text) for each in document.notes] == [("4", "Why.")]
    assert [(each.author, each.text) for each in document.comments] == [("Ana", "Keep.")]


def test_tracked_words() -> None:
    document = _read(
        tracked_changes(
            change("i", "insertion"),
            change("d", "deletion", "<text:p>old</text:p>", author="Ben"),
        )
        + '<text:p>a <text:change text:change-id="d"/><text:change-start text:change-id="i"/>'
        'new<text:change-end text:change-id="i"/> z</text:p>'
    )
    assert _texts(reject(document)) == ["a old z"]
    assert _texts(accept(document)) == ["a new z"]
    tracked = [run for run in document.paragraphs[0].runs if run.revision is not Revision.NONE]
    assert [(each.text, each.author) for each in tracked] == [("old", "Ben"), ("new", "Ana")]


def test_tracked_paragraph_marks() -> None:
    document = _read(
        tracked_changes(
            change("i", "insertion"),
            change("d", "deletion", "<text:p>end.</text:p><text:p>Begin</text:p>"),
        )
        + '<text:p>One <text:change-start text:change-id="i"/>more</text:p>'
        '<text:p>and<text:change-end text:change-id="i"/> two.</text:p>'
        '<text:p>The <text:change text:change-id="d"/> here.</text:p>'
    )
    assert _texts(reject(document)) == ["One  two.", "The end.", "Begin here."]
    assert _texts(accept(document)) == ["One more", "and two.", "The  here."]


def test_tables_and_text_boxes_are_flows_of_their_own() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    box = "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
    shape = (
        "<draw:custom-shape><svg:title>no words</svg:title><text:p>shaped</text:p>"
        "</draw:custom-shape>"
    )
    document = _read(
        f"<table:table><table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
        f"</table:table><text:p>out{box}side{shape}</text:p>"
    )
    assert _texts(document) == ["a", "b", "outside", "boxed", "shaped"]
    assert [each.in_table for each in document.paragraphs] == [True, True, False, False, False]
    assert [each.in_text_box for each in document.paragraphs][3:] == [True, True]
    assert len({each.flow for each in document.paragraphs}) == 5


def test_words_of_a_formula_are_kept() -> None:
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>a</mi><mo>=</mo>'
        "<mn>2</mn></mrow><annotation>a = 2</annotation></semantics></math>"
    )
    document = _read(
        '<text:p>Let <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p>',
        **{"Object 1__content.xml": formula},
    )
    assert _texts(document) == ["Let a=2."]


def test_title_and_margins() -> None:
    document = _read(
        "<text:p>a</text:p>",
        **{
            "meta.xml": open_root(
                "document-meta", "<office:meta><dc:title>Pact</dc:title></office:meta>"
            ),
            "styles.xml": open_root(
                "document-styles",
                "<office:master-styles><style:master-page><style:header><text:p>Draft</text:p>"
                "</style:header></style:master-page></office:master-styles>",
            ),
        },
    )
    assert document.title == "Pact"
    assert [each.text for each in document.margins] == ["Draft"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"mimetype": MEDIA_TYPE}), "word_damaged"),
        (open_text("<text:p>unclosed"), "word_damaged"),
        (
            open_text(
                "",
                **{"META-INF__manifest.xml": open_root("x", "<manifest:encryption-data/>")},
            ),
            "file_is_encrypted",
        ),
        (b"PK no more", "archive_damaged"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_source(data, "a.odt")
    assert caught.value.code == code
