"""Every error that can be raised has its sentence."""

import re
from pathlib import Path

import editor
from editor.app.sentences import SENTENCES
from editor.errors import BugError, KnownError
from editor.importers.file_faults import FileFault
from editor.ui.wording import worded

_RAISED = re.compile(r'(?:KnownError|StorageError)\(\s*"([a-z_]+)"')


def test_every_code_is_worded() -> None:
    sources = Path(editor.__file__).parent.rglob("*.py")
    codes = {code for source in sources for code in _RAISED.findall(source.read_text("utf-8"))}
    codes |= {str(fault) for fault in FileFault}

    assert len(codes) > 60
    assert sorted(codes - SENTENCES.keys()) == []


def test_facts_fill_the_sentence_in() -> None:
    words = worded(KnownError("already_open", path="a", owner="B", host="c", time="d"))

    assert words.startswith("a is open already, by B on c since d")


def test_a_fault_of_ours_says_that_nothing_is_lost() -> None:
    assert "safe" in worded(BugError("x"))
