"""The program that `test_kill` kills: it commits, undoes and redoes without end, and says each
act after it is on disk. What it does follows from a seed alone."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from editor.negotiation.amendment import Amendment
from editor.negotiation.patch import Draft, Patch, patched
from editor.negotiation.provision import Provision
from editor.negotiation.session import Decision, Session
from editor.storage.log import detail_of_run
from editor.storage.session_file import SessionFile

ACTS = ("commit", "commit", "commit", "undo", "redo", "reopen")


def acts(seed: int) -> Iterator[tuple[int, str]]:
    """The endless list of acts, numbered from 1."""
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        yield number, chance.choice(ACTS)


def patch_for(session: Session, number: int) -> Patch:
    """What the commit `number` does: rows of several tables that all carry its number."""
    draft = Draft(session)
    for place in range(number % 5 + 1):
        key = f"p{(number + place) % 7}"
        text = f"act {number} " * (number % 40 + 1)
        draft.put("provisions", key, Provision(key, place, text))
    key = f"a{number % 3}"
    draft.put("amendments", key, Amendment(key, f"p{number % 7}", label=str(number)))
    if number % 4:
        draft.put("decisions", key, Decision(key, bool(number % 2)))
    else:
        draft.drop("decisions", key)
    return draft.patch()


def run_of(number: int) -> str:
    """Some commits stand alone, others in runs of up to six."""
    return f"run {number // 12}" if number % 12 < 6 else ""


def states(seed: int, length: int) -> list[Session]:
    """The sessions at the start and after each of the first acts: what the file must hold."""
    past, undone = [(Session(), "")], list[tuple[Session, str]]()
    told = [Session()]
    for number, act in acts(seed):
        if number > length:
            return told
        if act == "commit":
            before, _ = past[-1]
            past.append((patched(before, patch_for(before, number)), run_of(number)))
            undone.clear()
        elif act == "undo":
            move_run(past, undone, least=1)
        elif act == "redo":
            move_run(undone, past, least=0)
        told.append(past[-1][0])
    return told


def move_run(
    source: list[tuple[Session, str]], target: list[tuple[Session, str]], least: int
) -> None:
    """Move the last state, and those before it of the same run; `least` stay."""
    if len(source) <= least:
        return
    target.append(source.pop())
    run = target[-1][1]
    while run and len(source) > least and source[-1][1] == run:
        target.append(source.pop())


def run(path: Path, seed: int) -> None:
    file = SessionFile.create(path, Session(), "victim")
    print(0, flush=True)
    for number, act in acts(seed):
        if act == "commit":
            detail = detail_of_run(run_of(number))
            file.commit(f"Act {number}", patch_for(file.session, number), detail, "victim", "")
        elif act == "undo":
            file.undo()
        elif act == "redo":
            file.redo()
        else:
            file.close()
            file = SessionFile.open(path, "victim")
        print(number, flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
