"""What can be handed out, in which formats, and never unchecked."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.app import handing_out, paper_check
from editor.app.handing_out import (
    ENDINGS,
    Ending,
    Kind,
    Names,
    Request,
    hand_out,
    hand_out_fates,
    handed_out,
    request_for,
)
from editor.app.importing import Incoming, add_compilation
from editor.errors import BugError, KnownError
from editor.exporters.compilation.compilation import compilation
from editor.exporters.compilation.paper import Paper
from editor.exporters.paper_head import PaperHead
from editor.exporters.word.document import word_document
from editor.negotiation.commands.delegations import RemoveDelegation
from editor.negotiation.composition import Composition, compose
from editor.negotiation.patch import patched
from editor.negotiation.public import public_session
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from tests.exporters.compilation.essence import essence
from tests.exporters.everything import everything
from tests.exporters.sample import sample_with_all_layers_on
from tests.exporters.small_sessions import change, replacing, session

NOW = datetime(2024, 7, 1, tzinfo=UTC)
TEXT = "States should act soon."


@pytest.fixture
def talks() -> Composition:
    wishes = [
        change("a", "p1", "CAN", replacing(TEXT, "should", "shall")),
        change("b", "p1", "EGY", replacing(TEXT, " soon", "")),
    ]
    return compose(session([TEXT], wishes))


def printer(page: str) -> bytes:
    return b"%PDF " + page.encode()


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_in_every_format_twice_the_same(kind: Kind) -> None:
    for ending in ENDINGS[kind]:
        request = Request(kind, ending, delegation="CAN")
        once, again = (
            handed_out(compose(everything()), request, NOW, printer=printer).data for _ in range(2)
        )
        assert once
        if ending is not Ending.SHEET:
            assert once == again


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("a.docx", None, (Kind.CLEAN, Ending.WORD)),
        ("a", None, (Kind.CLEAN, Ending.WORD)),
        ("a.xlsx", None, (Kind.TABLE, Ending.SHEET)),
        ("a.md", None, (Kind.COMPILATION, Ending.MARKDOWN)),
        ("a.PDF", Kind.REDLINE, (Kind.REDLINE, Ending.PDF)),
        ("a.json", None, (Kind.JSON, Ending.JSON)),
    ],
)
def test_the_end_of_the_name_says_the_format(
    name: str, kind: Kind | None, wanted: tuple[Kind, Ending]
) -> None:
    request = request_for(Path(name), kind)
    assert (request.kind, request.ending) == wanted


@pytest.mark.parametrize(
    ("name", "kind", "endings"),
    [
        ("a.pdf", Kind.MATRIX, ".xlsx"),
        ("rev.1", Kind.MATRIX, ".xlsx"),
        ("a.docx", Kind.JSON, ".json"),
        ("a.rtf", None, ".docx, .pdf, .html, .txt"),
        ("a.rolling", None, ".docx, .pdf, .html, .txt"),
    ],
)
def test_a_kind_that_is_not_written_in_a_format(name: str, kind: Kind | None, endings: str) -> None:
    with pytest.raises(KnownError) as caught:
        request_for(Path(name), kind)
    assert caught.value.code == "export_ending"
    assert caught.value.facts["endings"] == endings


def test_nothing_is_written_onto_a_session(talks: Composition, tmp_path: Path) -> None:
    path = tmp_path / "talks.docx"  # however it is called
    SessionFile.create(path, talks.session, "Ann").close()
    before = path.read_bytes()

    with pytest.raises(KnownError, match="export_onto_session"):
        hand_out(talks, path, request_for(path), NOW)

    assert path.read_bytes() == before


@pytest.mark.parametrize("names", Names)
def test_everything_can_be_handed_out_after_a_delegation_was_removed(
    talks: Composition, names: Names
) -> None:
    egypt_goes = RemoveDelegation("EGY").plan(talks.session)
    without = compose(patched(talks.session, egypt_goes))
    for kind, endings in ENDINGS.items():
        if names is Names.LEFT_OUT and kind in (Kind.MATRIX, Kind.FATE):
            continue
        for ending in endings:
            request = Request(kind, ending, names, delegation="CAN")
            assert handed_out(without, request, NOW, printer=printer).data


def test_a_delegation_that_was_removed_is_named_in_papers(
    talks: Composition, tmp_path: Path
) -> None:
    egypt_goes = RemoveDelegation("EGY").plan(talks.session)
    without = compose(patched(talks.session, egypt_goes))

    paper = handed_out(without, Request(Kind.COMPILATION, Ending.MARKDOWN), NOW).data

    assert "Egypt" in paper.decode("utf-8")
    assert [each.name for each in hand_out_fates(without, tmp_path, NOW)] == [
        "CAN Canada.docx",
        "Egypt.docx",
    ]


def test_files_are_written_whole(talks: Composition, tmp_path: Path) -> None:
    path = tmp_path / "talks.md"
    hand_out(talks, path, request_for(path), NOW)
    assert "[replace “should” with “shall”: Canada" in path.read_text("utf-8").replace("\\", "")
    assert list(tmp_path.iterdir()) == [path]


def test_one_file_for_each_delegation(talks: Composition, tmp_path: Path) -> None:
    folder = tmp_path / "fates"
    paths = hand_out_fates(talks, folder, NOW)
    assert [each.name for each in paths] == ["CAN Canada.docx", "EGY Egypt.docx"]
    assert sorted(folder.iterdir()) == sorted(paths)


def test_delegations_with_long_names_have_a_file_each(tmp_path: Path) -> None:
    friends = "Group of Friends of the Mangroves and Seagrass Meadows of all the Oceans " * 3
    wishes = [
        change("a", "p1", "CAN", replacing(TEXT, "should", "shall")),
        change("b", "p1", "EGY", replacing(TEXT, " soon", "")),
    ]
    talks = session([TEXT], wishes)
    rows = {key: replace(row, name=friends, code=friends) for key, row in talks.delegations.items()}
    paths = hand_out_fates(compose(replace(talks, delegations=rows)), tmp_path, NOW)
    assert len(set(paths)) == len(list(tmp_path.iterdir())) == 2


def test_fates_of_all_need_a_folder(talks: Composition, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(KnownError, match="export_needs_folder"):
        hand_out_fates(talks, file, NOW)
    with pytest.raises(KnownError, match="export_folder_missing"):
        hand_out_fates(talks, tmp_path / "no" / "folder", NOW)


@pytest.mark.parametrize("ending", [Ending.WORD, Ending.MARKDOWN])
def test_a_compilation_that_says_something_else_is_never_written(
    talks: Composition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: Ending
) -> None:
    def other(_session: Session) -> Paper:
        return compilation(session([TEXT], [change("a", "p1", "CAN")]))

    monkeypatch.setattr(handing_out, "compilation", other)
    with pytest.raises(BugError, match="something else"):
        hand_out(talks, tmp_path / "x", Request(Kind.COMPILATION, ending), NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_not_sound_is_never_written(
    talks: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_out, "word_comparison", lambda *_, **__: b"PK no package")
    with pytest.raises(BugError, match="unsound"):
        handed_out(talks, Request(Kind.TABLE, Ending.WORD), NOW)


def test_a_word_file_without_a_legend_is_no_compilation(talks: Composition) -> None:
    data = word_document(PaperHead("T", "S"), [], NOW)
    with pytest.raises(BugError, match="cannot be read"):
        paper_check.check_paper(data, talks.session)


@pytest.mark.parametrize("ending", [Ending.WORD, Ending.MARKDOWN])
@pytest.mark.parametrize("names", list(Names))
def test_importing_a_compilation_again(tmp_path: Path, ending: Ending, names: Names) -> None:
    before = sample_with_all_layers_on()
    path = tmp_path / f"paper{ending}"
    hand_out(compose(before), path, Request(Kind.COMPILATION, ending, names), NOW)
    incoming = Incoming.into(tmp_path / "again.rolling")
    add_compilation(incoming, path, None)
    again = incoming.session
    if names is Names.SHOWN:
        assert essence(again) == essence(before)
    else:
        assert len(again.amendments) == len(public_session(before).amendments)
        assert not any(each.sponsors for each in again.amendments.values())
