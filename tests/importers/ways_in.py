"""Every way by which a file comes into a session, tried on one file."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from editor.app.formatted_layers import add_formatted
from editor.app.importing import (
    Incoming,
    add_base_text,
    add_compilation,
    add_layer,
    add_table,
    add_tracked_layers,
)
from editor.app.tracked_layers import OtherBase, find_authors
from editor.errors import KnownError
from editor.importers.dump import restored
from editor.importers.house_styles.looks import looks_of
from editor.importers.names import load_names
from editor.importers.open_source import read_file
from editor.negotiation.session import Session


class Way(StrEnum):
    BASE = "base"
    COMPILATION = "compilation"
    LAYER = "layer"
    TRACKED = "tracked"
    TABLE = "table"
    FORMATTED = "formatted"
    JSON = "json"


_SPEAKERS = ("Canada", "Norway", "Fiji")


def brought_in(way: Way, content: bytes, name: str, talks: Session, profile: str = "") -> Session:
    """The session that a file called `name` makes or changes; what needs a base text comes into
    `talks`, and a compilation is read in `profile` if it is given.

    Raises KnownError for what is refused.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        if way is Way.COMPILATION:
            return _compilation(path, profile)
        return _WAYS[way](path, talks)


def _into(session: Session, add: Callable[[Incoming], None]) -> Session:
    incoming = Incoming(Path("talks.rolling"), session)
    add(incoming)
    return incoming.session


def _base(path: Path, _talks: Session) -> Session:
    return _into(Session(), lambda incoming: add_base_text(incoming, path))


def _compilation(path: Path, profile: str) -> Session:
    return _into(Session(), lambda incoming: add_compilation(incoming, path, None, profile))


def _layer(path: Path, talks: Session) -> Session:
    try:
        return _into(talks, lambda incoming: add_layer(incoming, "Canada", path))
    except KnownError as error:
        if error.code != "other_base":
            raise
    compared = OtherBase.COMPARE
    return _into(talks, lambda incoming: add_layer(incoming, "Canada", path, compared))


def _tracked(path: Path, talks: Session) -> Session:
    """Each author is one of three delegations, whoever signs."""
    authors = find_authors(talks, Incoming(path, talks).document(path).source)
    whose = {
        each.author.name: _SPEAKERS[number % len(_SPEAKERS)] for number, each in enumerate(authors)
    }
    try:
        return _into(talks, lambda incoming: add_tracked_layers(incoming, path, whose))
    except KnownError as error:
        if error.code != "other_base":
            raise
    carried = OtherBase.CARRY
    return _into(talks, lambda incoming: add_tracked_layers(incoming, path, whose, carried))


def _table(path: Path, talks: Session) -> Session:
    return _into(talks, lambda incoming: add_table(incoming, path, "Canada"))


def _formatted(path: Path, talks: Session) -> Session:
    looks = looks_of(Incoming(path, talks).document(path).source, load_names())
    whose = {each.name: each.guess or "Canada" for each in looks}
    return _into(Session(), lambda incoming: add_formatted(incoming, path, whose))


def _json(path: Path, _talks: Session) -> Session:
    return restored(read_file(path))


_WAYS: dict[Way, Callable[[Path, Session], Session]] = {
    Way.BASE: _base,
    Way.LAYER: _layer,
    Way.TRACKED: _tracked,
    Way.TABLE: _table,
    Way.FORMATTED: _formatted,
    Way.JSON: _json,
}
