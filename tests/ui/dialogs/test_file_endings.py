from pathlib import Path

import pytest

from editor.ui.dialogs.file_endings import SESSION_ENDING, with_ending


@pytest.mark.parametrize(
    ("name", "ended"),
    [
        ("talks", "talks.rolling"),
        ("talks.rolling", "talks.rolling"),
        ("talks.ROLLING", "talks.ROLLING"),
        ("Rev.1", "Rev.1.rolling"),
        ("paper.docx", "paper.docx.rolling"),
        ("..", "...rolling"),
    ],
)
def test_a_name_gets_its_ending_once(name: str, ended: str) -> None:
    assert with_ending(Path("papers") / name, SESSION_ENDING) == Path("papers") / ended


def test_only_endings_that_are_named_give_way() -> None:
    known = (".docx", ".pdf")
    assert with_ending(Path("a.docx"), ".pdf", known) == Path("a.pdf")
    assert with_ending(Path("a.DOCX"), "", known) == Path("a")
    assert with_ending(Path("a.b"), "", known) == Path("a.b")
