"""All files made to do harm, each with what is promised of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.importers import hostile_archives as archives
from tests.importers import hostile_texts as texts
from tests.importers import hostile_words as words
from tests.importers.ways_in import Way
from tests.importers.word_files import paragraph, run, word_file, zipped

_AS_DOCUMENT = (Way.BASE, Way.TABLE)
_AS_TEXT = (Way.BASE, Way.COMPILATION)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
READ = ""
"""Instead of a code: it is read and does no harm."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file called `name`, and the code of the refusal by each of the ways."""

    what: str
    name: str
    make: Callable[[], bytes]
    code: str
    ways: tuple[Way, ...] = (Way.BASE,)


def hostile_files() -> tuple[Hostile, ...]:
    return (*_archives(), *_word(), *_open_texts(), *_sheets(), *_texts(), *_dumps(), *_foreign())


def _archives() -> Iterator[Hostile]:
    for what, make, code in (
        ("bomb", archives.bomb, "archive_part_too_large"),
        ("tight bomb", archives.tight_bomb, "archive_packed_too_tightly"),
        ("many bombs", archives.many_bombs, "archive_too_large"),
        ("many small bombs", archives.many_small_bombs, "archive_too_large"),
        ("lying bomb", archives.lying_bomb, "archive_damaged"),
        ("overlapping parts", archives.overlapping_parts, "archive_too_large"),
        ("one part, many names", archives.one_part_under_many_names, "archive_damaged"),
        ("packed by bzip2", partial(archives.packed_otherwise, 12), "archive_damaged"),
        ("packed by LZMA", partial(archives.packed_otherwise, 14), "archive_damaged"),
        ("repeated", partial(archives.repeated, "word/document.xml"), "archive_part_repeated"),
        ("repeated in capitals", partial(archives.repeated, "word/DOCUMENT.xml"),
         "archive_part_repeated"),
        ("encrypted part", archives.encrypted, "archive_part_encrypted"),
        ("too many parts", archives.too_many_parts, "archive_too_many_parts"),
        ("endless contents list", archives.endless_contents_list, "archive_too_many_parts"),
        ("damaged part", archives.damaged_part, "archive_damaged"),
    ):  # fmt: skip
        yield Hostile(what, "hostile.docx", make, code, _AS_DOCUMENT)
    for name in ("/etc/x", "word/../../x", "C:/x", "word\\..\\x"):
        make = partial(archives.with_parts, **{name: b""})
        yield Hostile(f"part {name}", "hostile.docx", make, "archive_part_name_unsafe")
    for share in (0.1, 0.5, 0.9, 0.999):
        make = partial(archives.cut_short, share)
        yield Hostile(f"cut at {share}", "hostile.docx", make, "archive_damaged", _AS_DOCUMENT)
    yield Hostile("bomb within", "hostile.docx", archives.bomb_within, READ)


def _word() -> Iterator[Hostile]:
    for part in (
        "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels",
        "[Content_Types].xml", "word/comments.xml", "word/footnotes.xml", "customXml/item1.xml",
    ):  # fmt: skip
        entities = partial(words.entities_in, part)
        yield Hostile(f"entities in {part}", "hostile.docx", entities, "word_doctype", _AS_DOCUMENT)
        outside = partial(words.outside_entity_in, part)
        yield Hostile(f"outside entity in {part}", "hostile.docx", outside, "word_doctype")
    for encoding, code in (
        ("utf-16", "word_doctype"), ("utf-16-le", "word_doctype"), ("utf-16-be", "word_doctype"),
        ("utf-32", "word_damaged"), ("utf-32-le", "word_damaged"), ("cp037", "word_damaged"),
    ):  # fmt: skip
        make = partial(words.encoded, encoding)
        yield Hostile(f"entities in {encoding}", "hostile.docx", make, code, _AS_DOCUMENT)
    for what, build, code in (
        ("entities after spaces", words.doctype_after_spaces, "word_doctype"),
        ("UTF-7", words.disguised_encoding, "word_damaged"),
        ("million empty paragraphs", words.million_empty_paragraphs, "word_too_many_elements"),
        ("million runs", words.million_runs, "word_too_many_elements"),
        ("million cells", words.million_cells, "word_too_many_elements"),
        ("huge attribute", words.huge_attribute, "word_damaged"),
        ("nested tables", partial(words.nested_tables, 10_000), "word_damaged"),
        ("nested controls", partial(words.nested_controls, 10_000), "word_damaged"),
        ("nested changes", words.tracked_ten_thousand_times, "word_damaged"),
    ):
        yield Hostile(what, "hostile.docx", build, code, _AS_DOCUMENT)
    yield Hostile(
        "many headers", "hostile.docx", words.many_parts_of_elements, "word_too_many_elements"
    )
    wide = (words.wide_cells, "table_too_large", (Way.TABLE,))
    yield Hostile("wide cells", "hostile.docx", *wide)
    for what, build in (
        ("tables as deep as may be", partial(words.nested_tables, 60)),
        ("many attributes", words.many_attributes),
        ("one header many times", words.one_header_many_times),
        ("labels without end", words.labels_without_end),
        ("endless styles", words.endless_styles),
        ("comments over everything", words.comments_over_everything),
        ("note within itself", words.note_within_itself),
        ("fields without end", words.fields_without_end),
        ("runs without end", words.runs_without_end),
        ("joined paragraphs", words.joined_paragraphs),
        ("outside targets", words.outside_targets),
    ):
        yield Hostile(what, "harmless.docx", build, READ)


def _open_texts() -> Iterator[Hostile]:
    for part in ("content.xml", "styles.xml", "meta.xml", "META-INF__manifest.xml"):
        make = partial(words.open_text_with_entities, part)
        yield Hostile(f"entities in {part}", "hostile.odt", make, "word_doctype")
    for what, build, code in (
        ("million paragraphs", words.million_open_paragraphs, "word_too_many_elements"),
        ("nested lists", partial(words.nested_open_lists, 10_000), "word_damaged"),
        ("spaces without end", words.spaces_without_end, "text_too_long"),
        ("formula many times", words.formula_many_times, "text_too_long"),
        ("encrypted text", words.encrypted_open_text, "file_is_encrypted"),
        ("lists as deep as may be", partial(words.nested_open_lists, 60), READ),
        ("deletion many times", words.deletion_many_times, READ),
        ("deletion within itself", words.deletion_within_itself, READ),
        ("comments over an open text", words.open_comments_over_everything, READ),
    ):
        yield Hostile(what, "hostile.odt", build, code)


def _sheets() -> Iterator[Hostile]:
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"):
        make = partial(words.sheet_with_entities, part)
        yield Hostile(f"entities in {part}", "hostile.xlsx", make, "word_doctype", (Way.TABLE,))
    for what, build, code in (
        ("hidden entities", words.sheet_with_hidden_entities, "word_damaged"),
        ("million cells of a sheet", words.million_sheet_cells, "word_too_many_elements"),
        ("last cell", words.last_cell_of_a_sheet, "table_too_large"),
        ("one string many times", words.one_string_in_many_cells, "text_too_long"),
        ("many strings", words.many_strings, "word_too_many_elements"),
        ("many looks", words.many_styles, "word_too_many_elements"),
        ("odd cells", words.odd_cells, "table_damaged"),
    ):
        yield Hostile(what, "hostile.xlsx", build, code, (Way.TABLE,))


def _texts() -> Iterator[Hostile]:
    for what, make in (
        ("nested quotations", texts.nested_quotations),
        ("nested lists of a text", texts.nested_lists),
    ):
        yield Hostile(what, "hostile.md", make, "text_nested_too_deeply", _AS_TEXT)
    yield Hostile("invalid", "hostile.txt", texts.invalid_text, "text_encoding_unknown", _AS_TEXT)
    surrogates = texts.lone_surrogates
    yield Hostile("surrogates", "hostile.txt", surrogates, "text_encoding_unknown", _AS_TEXT)
    yield Hostile("turned words", "harmless.txt", texts.turned_words, READ)
    yield Hostile("accents without end", "harmless.txt", texts.marks_above_each_other, READ)
    yield Hostile("notes without end", "harmless.md", texts.notes_without_end, READ)
    table = (Way.TABLE,)
    for what, make, code in (
        ("field without end", texts.field_without_end, "table_damaged"),
        ("million cells of a text", texts.million_cells, "table_too_large"),
        ("NUL", texts.nul_cells, "file_is_binary"),
    ):
        yield Hostile(what, "hostile.csv", make, code, table)


def _dumps() -> Iterator[Hostile]:
    edit = {"start": 0, "end": 6, "text": "x"}
    for what, make in (
        ("nested", partial(texts.nested_json, 100_000)),
        ("nested unknown", partial(texts.nested_unknown, 100_000)),
        ("number", texts.schema_without_end),
        ("surrogate", texts.lone_surrogate_in_json),
        ("circle", texts.circle_of_targets),
        ("tower", texts.tower_of_targets),
        ("wrong type", partial(texts.dump_of, provisions={"id": "p1"})),
        ("no list", partial(texts.dump_of, amendments="a1")),
        ("dangling provision", partial(texts.dump_of, amendments=texts.amendment(provision="p9"))),
        ("dangling sponsor", partial(texts.dump_of, amendments=texts.amendment(sponsors=["d9"]))),
        ("beyond the text", partial(
            texts.dump_of, amendments=texts.amendment(edits=[{**edit, "end": 99}]))),
        ("before the text", partial(
            texts.dump_of, amendments=texts.amendment(edits=[{**edit, "start": -1}]))),
        ("overlapping", partial(
            texts.dump_of, amendments=texts.amendment(edits=[edit, edit]))),
        ("twice", partial(texts.dump_of, delegations=[{"id": "d1"}, {"id": "d1"}])),
        ("large number", partial(
            texts.dump_of, provisions=[{"id": "p1", "text": "", "ordinal": 2**70}])),
        ("no JSON", lambda: b"schema: 1"),
        ("nothing", lambda: b""),
        ("bytes", lambda: b'{"schema": 1, "title": "\xff\xfe"}'),
    ):  # fmt: skip
        yield Hostile(f"dump: {what}", "hostile.json", make, "bad_dump", (Way.JSON,))


def _foreign() -> Iterator[Hostile]:
    """Files of other kinds, also under the names of those that are read."""

    def ole(stream: str) -> Callable[[], bytes]:
        return lambda: _OLE + stream.encode("utf-16-le")

    for what, name, make, code in (
        ("encrypted Word file", "a.docx", ole("EncryptedPackage"), "file_is_encrypted"),
        ("old Word file", "a.doc", ole("WordDocument"), "file_is_old_word"),
        ("old Excel file", "a.docx", ole("Workbook"), "file_is_old_office"),
        ("some container", "a.docx", ole("x"), "file_is_old_office"),
        ("rich text", "a.docx", lambda: b"{\\rtf1 a}", "file_is_rich_text"),
        ("PDF", "a.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3", "file_is_pdf"),
        ("broken PDF", "a.docx", lambda: b"\n\n %PDF-" + bytes(99), "file_is_pdf"),
        ("picture", "a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "file_is_image"),
        ("web page", "a.docx", lambda: b"<!DOCTYPE html><p>a", "file_is_html"),
        ("workbook", "a.docx", partial(words.workbook, ""), "file_is_other_archive"),
        ("some archive", "a.docx", partial(zipped, {"a": "b"}), "file_is_other_archive"),
        ("empty archive", "a.docx", partial(zipped, {}), "file_is_other_archive"),
        ("text", "a.docx", lambda: b"Words.", "archive_damaged"),
        ("nothing", "a.docx", lambda: b"", "archive_damaged"),
        ("session", "a.txt", lambda: b"SQLite format 3\0" + bytes(99), "file_is_binary"),
        ("Word file named as a text", "a.md", partial(word_file, paragraph(run("a"))), READ),
    ):
        yield Hostile(what, name, make, code)
