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


def states(seed: int, length: int) -> list[Session]:
    """The sessions at the start and after each of the first acts: what the file must hold."""
    past, undone = [Session()], list[Session]()
    told = [past[-1]]
    for number, act in acts(seed):
        if number > length:
            return told
        if act == "commit":
            past.append(patched(past[-1], patch_for(past[-1], number)))
            undone.clear()
        elif act == "undo" and len(past) > 1:
            undone.append(past.pop())
        elif act == "redo" and undone:
            past.append(undone.pop())
        told.append(past[-1])
    return told


def run(path: Path, seed: int) -> None:
    file = SessionFile.create(path, Session(), "victim")
    print(0, flush=True)
    for number, act in acts(seed):
        if act == "commit":
            file.commit(f"Act {number}", patch_for(file.session, number), "", "victim", "")
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
