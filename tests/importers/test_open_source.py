"""One way in for every kind of file, and one clear refusal for every other kind."""

from pathlib import Path

import pytest

from editor.errors import KnownError
from editor.importers import open_source
from editor.importers.open_source import read_source
from editor.importers.source import SourceDocument
from tests.importers.word_files import paragraph, run, word_file, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _texts(document: SourceDocument) -> list[str]:
    return [each.text for each in document.paragraphs]


def test_kinds_of_text_by_name() -> None:
    assert _texts(read_source(b"# a\n*b*", "x.md")) == ["a", "b"]
    assert _texts(read_source(b"# a\n*b*", "x.txt")) == ["# a", "*b*"]
    assert _texts(read_source(b"# a\n*b*")) == ["# a", "*b*"]


def test_word_by_its_bytes() -> None:
    assert _texts(read_source(word_file(paragraph(run("a"))), "renamed.txt")) == ["a"]


def test_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "base.md"
    path.write_text("*a*", encoding="utf-8")
    assert read_source(path).paragraphs[0].runs[0].italic


def test_empty_text_is_empty() -> None:
    assert read_source(b"", "x.txt") == SourceDocument(())


@pytest.mark.parametrize(
    ("data", "name", "code", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a.docx", "file_is_pdf", None),
        (b"\x89PNG\r\n\x1a\n....", "a.txt", "file_is_image", "png"),
        (b"\xff\xd8\xff\xe0", "a.md", "file_is_image", "jpeg"),
        (b"GIF89a", "a", "file_is_image", "gif"),
        (b"II*\x00", "a", "file_is_image", "tiff"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a", "file_is_image", "webp"),
        (b"{\\rtf1 a}", "a.doc", "file_is_rich_text", None),
        (b"\n<!DOCTYPE html><p>", "a.txt", "file_is_html", None),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "file_is_encrypted", None),
        (_OLE + "WordDocument".encode("utf-16-le"), "a.doc", "file_is_old_word", None),
        (_OLE + "Workbook".encode("utf-16-le"), "a.xls", "file_is_old_office", "xls"),
        (_OLE, "a", "file_is_old_office", "ole"),
        (zipped({"xl/workbook.xml": "<a/>"}), "a.xlsx", "file_is_other_archive", "xlsx"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "a", "file_is_other_archive", "pptx"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "a.ods",
            "file_is_other_archive",
            "ods",
        ),
        (zipped({"holiday.jpg": "x"}), "a.docx", "file_is_other_archive", "zip"),
        (word_file(paragraph(run("a")))[:400], "a.docx", "archive_damaged", None),
        (b"just words", "a.docx", "archive_damaged", None),
        (b"", "a.docx", "archive_damaged", None),
        (b"\x00\x01\x02" * 40, "a.txt", "file_is_binary", None),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str, code: str, kind: str | None) -> None:
    with pytest.raises(KnownError) as caught:
        read_source(data, name)
    assert caught.value.code == code
    assert caught.value.facts["name"] == name
    assert caught.value.facts.get("kind") == kind


def test_missing_file_and_directory(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.md", "file_missing"), (tmp_path, "file_is_directory")):
        with pytest.raises(KnownError) as caught:
            read_source(path)
        assert caught.value.code == code
        assert caught.value.facts["name"] == path.name


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.md"
    path.write_text("a", encoding="utf-8")

    def refuse(_self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KnownError) as caught:
        read_source(path)
    assert caught.value.code == "file_unreadable"
    assert caught.value.facts["reason"] == "Permission denied"


def test_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_source, "MAXIMUM_FILE", 10)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 11)
    for source in (path, b"a" * 11):
        with pytest.raises(KnownError) as caught:
            read_source(source, "large.txt")
        assert caught.value.code == "file_too_large"
