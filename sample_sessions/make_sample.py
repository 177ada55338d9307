"""Makes the sample: its documents, and the session imported from them.

`make sample` writes them beside this file; `python -m sample_sessions.make_sample FOLDER`
elsewhere. The documents are the same bytes every time, the session gives the same dump.
"""

import sys
from pathlib import Path

from editor.app.importing import Incoming, add_compilation
from editor.app.log_telling import detail_of
from editor.negotiation.commands.command import Command, name_of
from editor.negotiation.commands.ruling_on import Rule
from editor.negotiation.commands.status import Entitle
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.composition import compose
from editor.negotiation.conflict import Conflict, ConflictKind
from editor.negotiation.ruling import RulingKind
from editor.negotiation.session import Session
from editor.storage.session_file import SessionFile
from sample_sessions.make_compilation import make_compilation
from sample_sessions.make_word import make_word

_NOW = "2026-03-09T22:40:00+00:00"
_TITLE = "Draft recommendations on coastal wetlands"
_READING = "Second reading"
_SYMBOL, _DATE = "FACW/WG.2/2024/CRP.3/Rev.1", "2 July 2024"
_LAYERS = ("AOSIS", "AUS", "BGD", "BRA", "CHL", "EU", "FJI", "IDN", "KOR", "MEX", "PHL", "SEN")
_RULED = "5"
"""The label of the provision whose conflict over words the Chair has ruled on."""


def make_sample(folder: Path) -> Path:
    """Write the documents and `sample.rolling` into `folder`; the path of the session."""
    make_compilation(folder)
    make_word(folder)
    path = folder / "sample.rolling"
    path.unlink(missing_ok=True)
    incoming = Incoming.into(path)
    incoming.now = _NOW
    add_compilation(incoming, folder / "compilation.md", folder / "base.md")
    incoming.write()
    incoming.close()
    file = SessionFile.open(path)
    _do(file, Entitle(_TITLE, _READING, _SYMBOL, _DATE))
    _do(file, SwitchLayers(_ids(file.session), on=True))
    conflict = _conflict(file.session)
    choice = compose(file.session).options(conflict)[0]
    members = frozenset(conflict.members)
    _do(file, Rule(members, RulingKind.OPTION, choice.amendments, time=_NOW))
    file.close()
    return path


def _do(file: SessionFile, command: Command) -> None:
    patch = command.plan(file.session)
    detail = detail_of(command, file.session, patch).to_json()
    file.commit(name_of(command), patch, detail, "", _NOW)


def _ids(session: Session) -> tuple[str, ...]:
    return tuple(each.id for each in session.delegations.values() if each.code in _LAYERS)


def _conflict(session: Session) -> Conflict:
    for conflict in compose(session).conflicts:
        label = session.provisions[conflict.provision].label
        if label == _RULED and conflict.kind is ConflictKind.WORDS:
            return conflict
    raise SystemExit(f"provision {_RULED} of the sample has no conflict over words")


if __name__ == "__main__":
    made = make_sample(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
    sys.stdout.write(f"{made}\n")
