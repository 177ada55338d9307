"""Every command is worded."""

import importlib
import pkgutil

import pytest

from editor.app.log_detail import LogDetail
from editor.negotiation import commands
from editor.ui.log.log_words import COMMANDS, action_words, change_words


def commands_there_are() -> list[str]:
    modules = (
        importlib.import_module(f"{commands.__name__}.{each.name}")
        for each in pkgutil.iter_modules(commands.__path__)
    )
    return sorted(
        name
        for module in modules
        for name, each in vars(module).items()
        if isinstance(each, type)
        and each.__module__ == module.__name__
        and hasattr(each, "plan")
        and not getattr(each, "_is_protocol", False)
    )


@pytest.mark.parametrize("command", commands_there_are())
def test_every_command_has_words(command: str) -> None:
    assert command in COMMANDS


def test_no_words_are_for_nothing() -> None:
    named = {each.partition(".")[0] for each in COMMANDS}

    assert named - set(commands_there_are()) == {"create"}


@pytest.mark.parametrize("words", COMMANDS.values())
def test_words_need_nothing_that_the_log_does_not_know(words: str) -> None:
    full = {"change": "c", "who": "w", "new": "n", "words": "x", "status": "s"}
    assert "{" not in words.format(**full)


def test_a_change_is_said_as_in_the_room() -> None:
    assert change_words(LogDetail(old="a", new="b")) == "replace “a” by “b”"
    assert change_words(LogDetail(new="b")) == "add “b”"
    assert change_words(LogDetail(old="a")) == "delete “a”"


def test_words_with_braces_stay_as_they_are() -> None:
    assert action_words("Propose", LogDetail(new="{x}")) == "Proposed: add “{x}”"


def test_nothing_ends_in_a_colon() -> None:
    assert action_words("Propose", LogDetail()) == "Proposed"


def test_a_status_is_worded() -> None:
    assert action_words("SetStatus", LogDetail(how="agreed_ad_ref")) == "Status: Agreed ad ref"


def test_a_command_of_a_later_version_stands_by_its_name() -> None:
    assert action_words("Adopt", LogDetail()) == "Adopt"
