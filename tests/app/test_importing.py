"""Incoming documents: nothing on disk before all of them are read, then all as one step."""

from pathlib import Path

import pytest

from editor.app.formatted_layers import add_formatted
from editor.app.guided.review import Arrived, arrived
from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_layer,
    add_tracked_layers,
    restore,
)
from editor.app.replaced import Replaced, replaced_in
from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.negotiation.amendment import AmendmentState
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from tests.cli.negotiation import SESSION, session_file
from tests.importers.tracked.test_comments import around, remark
from tests.importers.word_files import deleted, inserted, paragraph, part, run, word_file


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.txt"
    path.write_text("One.\nTwo.\n")
    return path


def test_a_new_session_is_titled_after_its_file(tmp_path: Path) -> None:
    incoming = Incoming.into(tmp_path / "coastal_wetlands.rolling")
    assert incoming.session.title == "coastal wetlands"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_on_disk_before_it_is_written(tmp_path: Path, base: Path) -> None:
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    assert list(tmp_path.iterdir()) == [base]
    incoming.write()
    incoming.close()
    file = SessionFile.open_to_read(tmp_path / "new.rolling")
    assert file.session == incoming.session
    file.close()


def test_several_layers_of_one_delegation_in_one_import(tmp_path: Path, base: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("One.\nTwo and a half.\n")
    second.write_text("One.\n")
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    add_layer(incoming, "Canada", first)
    add_layer(incoming, "Canada", second)
    incoming.write()
    incoming.close()
    file = SessionFile.open(tmp_path / "new.rolling")
    assert file.session == incoming.session
    file.undo()
    assert not file.session.provisions
    file.redo()
    assert file.session == incoming.session
    file.close()


def test_a_session_that_nothing_was_written_to_stays_as_it_is(tmp_path: Path, base: Path) -> None:
    path = session_file(tmp_path / "talks.rolling")
    incoming = Incoming.into(path)
    add_layer(incoming, "Norway", base)
    incoming.close()
    file = SessionFile.open_to_read(path)
    assert file.session == SESSION
    assert len(file.history()) == 1
    file.close()


def test_a_dump_is_restored_whole(tmp_path: Path) -> None:
    (tmp_path / "dump.json").write_bytes(dump(SESSION))
    restore(tmp_path / "again.rolling", tmp_path / "dump.json")
    file = SessionFile.open_to_read(tmp_path / "again.rolling")
    assert file.session == SESSION
    file.close()


def test_a_dump_does_not_overwrite_a_session(tmp_path: Path) -> None:
    path = session_file(tmp_path / "talks.rolling")
    (tmp_path / "dump.json").write_bytes(dump(SESSION))
    with pytest.raises(KnownError, match="exists"):
        restore(path, tmp_path / "dump.json")


COMMENTS = part(
    "comments",
    f'<w:comment w:id="1" w:author="Norway">{paragraph(run("We reserve on this"))}</w:comment>',
)


def commented(content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="1"/>{content}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )


def test_comments_of_a_text_in_colours_are_its_layers_alone(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    red = run("in good time ", '<w:color w:val="FF0000"/>')
    second = commented(run("2. Boats rest ") + red)
    body = paragraph(run("1. Boats sail.")) + paragraph(second)
    paper.write_bytes(word_file(body, comments=COMMENTS))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_formatted(incoming, paper, {"red": "Norway"})

    assert [each.text for each in incoming.session.notes.values()] == ["We reserve on this"]
    assert not incoming.session.unread


def test_comments_of_the_base_beside_a_compilation_are_left_in_the_tray(tmp_path: Path) -> None:
    paper, base = tmp_path / "paper.md", tmp_path / "base.docx"
    paper.write_text("1. Boats shall [add: soon: Norway] sail.\n\n2. Boats rest.\n", "utf-8")
    body = paragraph(run("1. Boats shall sail.")) + paragraph(commented(run("2. Boats rest.")))
    base.write_bytes(word_file(body, comments=COMMENTS))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_compilation(incoming, paper, base)

    left = incoming.session.unread.values()
    comments = [each.raw for each in left if each.reason == "comment_in_margin"]
    assert comments == ["Norway: We reserve on this"]


def _commented(path: Path, verb: str, *remarks: tuple[str, str]) -> Path:
    """A paper with comments on its verb."""
    comments = "".join(remark(text, author, key) for key, (author, text) in enumerate(remarks))
    for key in range(len(remarks)):
        verb = around(verb, key)
    body = paragraph(run("Ports ") + verb + run(" watch."))
    path.write_bytes(word_file(body, comments=part("comments", comments)))
    return path


_STANDS = ("Secretariat", "Check this verb.")


def _answers(tmp_path: Path) -> tuple[Path, Path]:
    """The base text with a comment, and a change to it that has one more."""
    changed = deleted(run("keep", tag="delText")) + inserted(run("stand"))
    base = _commented(tmp_path / "base.docx", run("keep"), _STANDS)
    return base, _commented(tmp_path / "canada.docx", changed, _STANDS, ("Ana", "It is shorter."))


def test_comments_of_the_base_text_are_no_reasons_of_a_delegation(tmp_path: Path) -> None:
    base, answer = _answers(tmp_path)
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    add_layer(incoming, "Canada", answer)
    assert [each.text for each in incoming.session.notes.values()] == ["It is shorter."]
    assert [each.raw for each in incoming.session.unread.values()] == [
        "Secretariat: Check this verb."
    ]


@pytest.mark.parametrize("is_open", [True, False])
def test_nor_in_a_later_import(tmp_path: Path, is_open: bool) -> None:
    base, answer = _answers(tmp_path)
    first = Incoming.into(tmp_path / "new.rolling")
    add_base_text(first, base)
    path = first.write_new()
    later = Incoming.into(path) if is_open else Incoming(path, first.session)
    add_tracked_layers(later, answer, {"Ana": "Canada"})
    later.close()
    assert [each.text for each in later.session.notes.values()] == ["It is shorter."]


def test_a_base_text_that_brings_layers_itself_has_their_reasons(tmp_path: Path) -> None:
    _, answer = _answers(tmp_path)
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, answer)
    add_layer(incoming, "Canada", answer)
    assert [each.text for each in incoming.session.notes.values()] == [
        "Check this verb.",
        "It is shorter.",
    ]


def _amended(path: Path, *texts: str) -> Path:
    """A paper of two paragraphs; `old/new` in one of them is a tracked replacement."""
    paragraphs = []
    for text in texts:
        before, _, rest = text.partition("{")
        change, _, after = rest.partition("}")
        old, _, new = change.partition("/")
        marked = deleted(run(old, tag="delText")) + inserted(run(new)) if change else ""
        paragraphs.append(paragraph(run(before) + marked + (run(after) if after else "")))
    path.write_bytes(word_file("".join(paragraphs)))
    return path


@pytest.fixture
def ports(tmp_path: Path) -> Incoming:
    base = tmp_path / "ports.txt"
    base.write_text("Ports keep watch.\nShips wait.\n")
    incoming = Incoming.into(tmp_path / "ports.rolling")
    add_base_text(incoming, base)
    return incoming


def _live(session: Session) -> list[str]:
    rows = (e for e in session.amendments.values() if e.state is AmendmentState.PROPOSED)
    return sorted(edit.text for row in rows for edit in row.edits)


def test_tracked_files_of_one_delegation_in_one_import_are_one_submission(
    tmp_path: Path, ports: Incoming
) -> None:
    first = _amended(tmp_path / "q1.docx", "Ports {keep/stand} watch.", "Ships wait.")
    second = _amended(tmp_path / "q2.docx", "Ports keep watch.", "Ships {wait/sail}.")
    add_layer(ports, "Canada", first)
    add_tracked_layers(ports, second, {"Ana": "Canada"})
    assert _live(ports.session) == ["sail", "stand"]
    assert arrived(Session(), ports.session).superseded == 0
    assert replaced_in(ports) == ()
    orders = [each.ordinal for each in ports.session.amendments.values()]
    assert orders == [1, 2]


def test_a_base_with_tracked_changes_says_that_it_is_without_them(tmp_path: Path) -> None:
    incoming = Incoming.into(tmp_path / "ports.rolling")
    add_base_text(incoming, _amended(tmp_path / "base.docx", "Ports {keep/stand} watch.", "Ships."))
    assert [row.text for row in incoming.session.provisions.values()] == [
        "Ports keep watch.",
        "Ships.",
    ]
    (report,) = incoming.session.reports.values()
    assert [(code, line) for code, line, _detail in report.warnings] == [("changes_not_in_base", 1)]


def test_a_later_import_supersedes_them_together(tmp_path: Path, ports: Incoming) -> None:
    first = _amended(tmp_path / "q1.docx", "Ports {keep/stand} watch.", "Ships wait.")
    second = _amended(tmp_path / "q2.docx", "Ports keep watch.", "Ships {wait/sail}.")
    third = _amended(tmp_path / "q3.docx", "Ports keep {watch/guard}.", "Ships wait.")
    add_layer(ports, "Canada", first)
    add_layer(ports, "Canada", second)
    before = ports.session
    later = Incoming(ports.path, before)
    add_layer(later, "Canada", third)
    add_layer(later, "Canada", second)
    assert _live(later.session) == ["guard", "sail"]
    assert arrived(before, later.session) == Arrived(1, {"d1": 1}, 1)


def test_a_whole_text_given_twice_is_a_later_version_and_that_is_told(
    tmp_path: Path, ports: Incoming
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("Ports stand watch.\nShips wait.\n")
    second.write_text("Ports keep watch.\nShips sail.\n")
    add_layer(ports, "Canada", first)
    add_layer(ports, "Canada", second)
    assert _live(ports.session) == ["sail"]
    (canada,) = (each.id for each in ports.session.delegations.values() if each.code == "CAN")
    assert replaced_in(ports) == (Replaced(canada, "first.txt", "second.txt", 1),)


def test_tracked_changes_after_a_whole_text_are_a_later_version(
    tmp_path: Path, ports: Incoming
) -> None:
    whole = tmp_path / "whole.txt"
    whole.write_text("Ports stand watch.\nShips wait.\n")
    tracked = _amended(tmp_path / "q2.docx", "Ports keep watch.", "Ships {wait/sail}.")
    add_layer(ports, "Canada", tracked)
    add_layer(ports, "Canada", whole)
    add_layer(ports, "Canada", tracked)
    assert _live(ports.session) == ["sail"]
    assert [(each.file, each.later) for each in replaced_in(ports)] == [
        ("q2.docx", "whole.txt"),
        ("whole.txt", "q2.docx"),
    ]


def _aside(incoming: Incoming) -> list[tuple[str, str]]:
    return [(each.reason, each.raw) for each in incoming.session.unread.values()]


def test_what_is_tracked_in_a_header_alone_is_set_aside(tmp_path: Path, ports: Incoming) -> None:
    path = tmp_path / "header.docx"
    header = part("hdr", paragraph(run("First reading") + inserted(run(" of the port rules"))))
    body = paragraph(run("Ports keep watch.")) + paragraph(run("Ships wait."))
    path.write_bytes(word_file(body, header=header))
    add_layer(ports, "Canada", path)
    assert _aside(ports) == [("margin_changed", " of the port rules")]
    assert not ports.session.amendments


_BOLD = '<w:b/><w:rPrChange w:id="1" w:author="Ana"><w:rPr/></w:rPrChange>'


@pytest.mark.parametrize("change", ["", "{wait/sail}"])
def test_tracked_formatting_is_set_aside(tmp_path: Path, ports: Incoming, change: str) -> None:
    path = tmp_path / "bold.docx"
    last = deleted(run("wait", tag="delText")) + inserted(run("sail")) if change else run("wait")
    body = paragraph(run("Ports ") + run("keep", _BOLD) + run(" watch.", _BOLD))
    path.write_bytes(word_file(body + paragraph(run("Ships ") + last + run("."))))
    add_layer(ports, "Canada", path)
    assert _aside(ports) == [("formatting_changed", "keep watch.")]
    assert [each.provision for each in ports.session.unread.values()] == ["p1"]
    assert len(ports.session.amendments) == bool(change)


def test_words_that_are_struck_in_the_base_text_are_no_deletion(tmp_path: Path) -> None:
    struck = "<w:strike/>"
    files = {
        "base.docx": run("Ports ") + run("and piers", struck) + run(" keep watch."),
        "fiji.docx": run("Ports ") + run("and piers", struck) + run(" keep good watch."),
        "peru.docx": run("Ports and piers ") + run("keep", struck) + run("stand watch."),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(word_file(paragraph(content)))
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, tmp_path / "base.docx")
    add_layer(incoming, "Fiji", tmp_path / "fiji.docx")
    add_layer(incoming, "Peru", tmp_path / "peru.docx")
    found = [edit for each in incoming.session.amendments.values() for edit in each.edits]
    assert [(edit.start, edit.end, edit.text.strip()) for edit in found] == [
        (20, 20, "good"),
        (16, 20, "stand"),
    ]
    assert [each.warnings for each in incoming.reports] == [(("struck_words_deleted", 1, "keep"),)]
