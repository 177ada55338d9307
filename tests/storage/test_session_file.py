"""Create, commit, undo, redo, reopen: law 12 for the session file and its log."""

import hashlib
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import BugError
from editor.negotiation.patch import Draft, Patch, RowChange
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, Session
from editor.storage.check import check
from editor.storage.copying import CopyKind
from editor.storage.log import LogState, detail_of_run
from editor.storage.session_file import SessionFile
from editor.storage.storage_error import StorageError
from tests.storage.quick_folder import quick_folder
from tests.strategies import patches, sessions

ONE = Session(provisions={"p1": Provision("p1", 1, "States shall act.")})


def deciding(session: Session, key: str, *, included: bool) -> Patch:
    draft = Draft(session)
    draft.put("decisions", key, Decision(key, included))
    return draft.patch()


HISTORY_FAULTS = {"unlogged", "broken_history", "unreadable_row", "unreadable_table"}
ACTS = ("do", "do", "undo", "redo", "reopen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Tea talks.rolling"


def reopened(file: SessionFile) -> SessionFile:
    file.close()
    return SessionFile.open(file.path, "Ann")


@pytest.mark.laws
@given(sessions())
def test_a_session_survives_the_file(session: Session) -> None:
    with quick_folder() as folder:
        file = SessionFile.create(folder / "s.rolling", session, "Ann")
        assert file.session == session
        file = reopened(file)
        assert file.session == session
        file.close()


@pytest.mark.laws
@given(st.text())
def test_any_text_survives_the_file(text: str) -> None:
    session = Session(provisions={"p1": Provision("p1", 1, text, label=text)})
    with quick_folder() as folder:
        SessionFile.create(folder / "s.rolling", session, text).close()
        file = SessionFile.open_to_read(folder / "s.rolling")
        file.close()
        assert file.session == session


@pytest.mark.laws
@given(st.data())
def test_random_patches_undos_and_redos_survive_reopening(data: st.DataObject) -> None:
    """Against a list of sessions and a pointer: what undo means."""
    with quick_folder() as folder:
        small = sessions(most_provisions=2, most_amendments=3)
        first, *others = [data.draw(small) for _ in range(3)]
        file = SessionFile.create(folder / "s.rolling", first, "Ann")
        states, now = [first], 0
        try:
            for act in data.draw(st.lists(st.sampled_from(ACTS), max_size=9)):
                if act == "do":
                    patch = data.draw(patches(states[now], data.draw(st.sampled_from(others))))
                    file.commit("Anything", patch, {"n": now}, "Ann", "")
                    states, now = [*states[: now + 1], file.session], now + 1
                elif act == "undo":
                    assert (file.undo() is None) == (now == 0)
                    now = max(now - 1, 0)
                elif act == "redo":
                    assert (file.redo() is None) == (now == len(states) - 1)
                    now = min(now + 1, len(states) - 1)
                else:
                    file = reopened(file)
                assert file.session == states[now]
                assert (file.can_undo, file.can_redo) == (now > 0, now < len(states) - 1)
            file = reopened(file)
            assert file.session == states[now]
        finally:
            file.close()
        assert HISTORY_FAULTS.isdisjoint(each.code for each in check(file.path).findings)


def test_a_new_command_drops_the_redo_branch_but_not_its_record(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann", "t0")
    file.commit("First", deciding(file.session, "a1", included=True), "one", "Ann", "t1")
    file.undo("Ben", "t2")
    file.commit("Second", deciding(file.session, "a2", included=True), {"of": "a2"}, "Ann", "t3")
    file = reopened(file)
    assert not file.can_redo
    assert file.redo() is None
    told = [(e.command, e.author, e.time, e.state, e.of) for e in file.history()]
    assert told == [
        ("create", "Ann", "t0", LogState.KEPT, None),
        ("First", "Ann", "t1", LogState.ABANDONED, None),
        ("undo", "Ben", "t2", LogState.KEPT, 2),
        ("Second", "Ann", "t3", LogState.DONE, None),
    ]
    assert [each.detail for each in file.history()] == ["", "one", "", {"of": "a2"}]
    file.close()


def test_what_was_undone_before_reopening_is_abandoned_by_a_new_command(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    file.commit("First", deciding(file.session, "a1", included=True), "one", "Ann", "")
    file.undo()
    file = reopened(file)

    file.commit("Second", deciding(file.session, "a2", included=True), "two", "Ann", "")

    assert [each.state for each in file.history() if each.command == "First"] == [
        LogState.ABANDONED
    ]
    file.close()


def test_undo_and_redo_go_on_where_they_were_after_reopening(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    told = [file.session]
    for key in ("a1", "a2", "a3"):
        file.commit("Include", deciding(file.session, key, included=True), key, "Ann", "")
        told.append(file.session)
    walked = []
    for act in ("undo", "undo", "reopen", "redo", "undo", "reopen", "undo"):
        if act == "reopen":
            file = reopened(file)
        elif act == "undo":
            file.undo()
        else:
            file.redo()
        walked.append(file.session)
    file = reopened(file)
    while file.redo():
        walked.append(file.session)
    file.close()
    assert walked == [told[n] for n in (2, 1, 1, 2, 1, 1, 0, 1, 2, 3)]


def test_a_step_holds_the_patch_that_was_applied(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    patch = deciding(file.session, "a1", included=True)
    file.commit("Include", patch, "", "Ann", "")
    coming = file.next_undo()
    undone = file.undo()
    assert coming is not None
    assert undone is not None
    assert undone.patch == coming.patch == patch.reverse
    assert [each.command for each in undone.entries] == ["Include"]
    redone = file.redo()
    assert redone is not None
    assert redone.patch == patch
    file.close()


def test_a_patch_of_another_session_is_our_fault_and_changes_nothing(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    stale = Patch((RowChange("decisions", "a1", Decision("a1", True), None),))
    with pytest.raises(BugError):
        file.commit("Stale", stale, "", "Ann", "")
    assert (file.session, len(file.history())) == (ONE, 1)
    file.close()


def test_a_value_that_no_file_can_hold_is_our_fault_and_changes_nothing(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    draft = Draft(ONE)
    draft.put("decisions", "a1", Decision("a1", True))
    draft.put("provisions", "p2", Provision("p2", 2, "half of a pair: \ud83d"))
    with pytest.raises(BugError):
        file.commit("Type", draft.patch(), "", "Ann", "")
    file.commit("Include", deciding(file.session, "a2", included=True), "", "Ann", "")
    file = reopened(file)
    assert file.session.decisions == {"a2": Decision("a2", True)}
    file.close()


def test_bytes_of_imported_files_are_kept_once(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    content = bytes(range(256)) * 40
    for key in ("a1", "a2"):
        patch = deciding(file.session, key, included=True)
        file.commit("Include", patch, "", "Ann", "", [content, content])
    digest = hashlib.sha256(content).hexdigest()
    file = reopened(file)
    assert file.kept_file(digest) == content
    assert file.kept_file("0" * 64) is None
    file.close()


def test_bytes_are_kept_with_their_command_or_not_at_all(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    draft = Draft(file.session)
    draft.put("provisions", "p2", Provision("p2", 2, "half of a pair: \ud83d"))
    with pytest.raises(BugError):
        file.commit("Import", draft.patch(), "", "Ann", "", [b"the paper"])
    assert file.kept_file(hashlib.sha256(b"the paper").hexdigest()) is None
    file.close()


def test_a_closed_file_is_complete_and_alone(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    file.commit("Include", deciding(ONE, "a1", included=True), "", "Ann", "")
    session = file.session
    file.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    copy = path.with_name("copy.rolling")
    copy.write_bytes(path.read_bytes())
    again = SessionFile.open(copy)
    assert again.session == session
    again.close()


def test_a_copy_saved_while_working_is_complete(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    file.commit("Include", deciding(ONE, "a1", included=True), "", "Ann", "")
    target = path.with_name("copy.rolling")
    target.write_text("something older")
    assert file.save_copy(target) is CopyKind.COMPLETE
    copy = SessionFile.open(target)
    assert (copy.session, copy.history()) == (file.session, file.history())
    assert copy.undo() is not None
    assert copy.session == ONE
    copy.close()
    file.close()


def test_threads_take_turns(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")

    def work(name: str) -> None:
        for number in range(20):
            key = f"{name}{number}"
            patch = Patch((RowChange("decisions", key, None, Decision(key, True)),))
            file.commit("Include", patch, "", name, "")
            file.history()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    file = reopened(file)
    assert len(file.session.decisions) == 80
    assert [each.id for each in file.history()] == list(range(1, 82))
    file.close()


def test_creating_over_a_file_is_refused(path: Path) -> None:
    path.write_text("a letter")
    with pytest.raises(StorageError) as caught:
        SessionFile.create(path, ONE, "Ann")
    assert caught.value.code == "exists"
    assert path.read_text() == "a letter"
    assert len(list(path.parent.iterdir())) == 1


def typed(file: SessionFile, key: str, run: str) -> Session:
    """Commit a letter of `run`; the session after it."""
    patch = deciding(file.session, key, included=True)
    file.commit("Dictate", patch, detail_of_run(run), "Ann", "")
    return file.session


def test_a_run_is_undone_and_redone_as_one_also_after_reopening(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    alone = typed(file, "a1", "")
    for key in ("b1", "b2", "b3"):
        first = typed(file, key, "first")
    for key in ("c1", "c2"):
        second = typed(file, key, "second")

    walked = []
    for act in ("undo", "reopen", "undo", "reopen", "redo", "redo", "reopen", "undo", "undo"):
        file = reopened(file) if act == "reopen" else file
        step = file.undo() if act == "undo" else file.redo() if act == "redo" else None
        walked.append((file.session, len(step.entries) if step is not None else 0))
    file.close()

    assert walked == [
        (first, 2),
        (first, 0),
        (alone, 3),
        (alone, 0),
        (first, 3),
        (second, 2),
        (second, 0),
        (first, 2),
        (alone, 3),
    ]
    assert HISTORY_FAULTS.isdisjoint(each.code for each in check(path).findings)


def test_commands_without_a_run_are_steps_of_their_own(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann")
    for key, run in (("a1", ""), ("a2", ""), ("b1", "run"), ("a3", ""), ("b2", "run")):
        typed(file, key, run)
    numbers = []
    while (step := file.undo()) is not None:
        numbers.append(len(step.entries))
    assert numbers == [1] * 5
    file.close()


def test_every_letter_of_a_run_has_its_entry_in_the_log(path: Path) -> None:
    file = SessionFile.create(path, ONE, "Ann", "t0")
    for key in ("b1", "b2"):
        typed(file, key, "run")
    file.undo("Ben", "t1")
    told = [(each.command, each.run, each.state, each.of) for each in file.history()]
    assert told[1:] == [
        ("Dictate", "run", LogState.UNDONE, None),
        ("Dictate", "run", LogState.UNDONE, None),
        ("undo", "", LogState.KEPT, 3),
        ("undo", "", LogState.KEPT, 2),
    ]
    file.close()
