"""The layers of `rolling-text import`: whose each file is, and what differs from the base."""

from dataclasses import dataclass
from pathlib import Path

from editor.app.importing import Incoming, add_layer, add_tracked_layers
from editor.app.tracked_layers import OtherBase
from editor.cli.output import complain
from editor.errors import KnownError
from editor.importers.tracked.base_match import Difference, Suspicion

_MOST_SHOWN = 20
_SUSPICIONS = {
    Suspicion.UNTRACKED_EDIT: "looks like an edit without tracking",
    Suspicion.OLDER_REVISION: "looks like another revision",
}


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A file given with `--layer` or `--table`; `delegation` is empty where the file itself
    tells whose it is."""

    file: Path
    delegation: str


def layer_file(option: str, given: str) -> LayerFile:
    """`DELEGATION=FILE` or `FILE` after an option. Raises KnownError("usage")."""
    delegation, equals, file = given.partition("=")
    if equals and delegation.strip() and file and not Path(given).exists():
        return LayerFile(Path(file), delegation.strip())
    if not Path(given).exists():
        text = f"{option} {given}: write DELEGATION=FILE, or an existing file that names its own"
        raise KnownError("usage", text=text)
    return LayerFile(Path(given), "")


def author_of(given: str) -> tuple[str, str]:
    """`AUTHOR=DELEGATION`. Raises KnownError("usage")."""
    author, equals, delegation = given.rpartition("=")
    if not (equals and delegation.strip()):
        raise KnownError("usage", text=f"--author {given}: write AUTHOR=DELEGATION")
    return author.strip(), delegation.strip()


def add_layer_file(
    incoming: Incoming, layer: LayerFile, whose: dict[str, str], other_base: OtherBase
) -> None:
    """Add one file; says on standard error where its original text is not the base."""
    try:
        if layer.delegation:
            add_layer(incoming, layer.delegation, layer.file, other_base)
        else:
            add_tracked_layers(incoming, layer.file, whose, other_base)
    except KnownError as error:
        differences = error.facts.get("differences", ())
        if isinstance(differences, tuple):
            for each in differences[:_MOST_SHOWN]:
                complain(_line(each))
        raise


def _line(difference: Difference) -> str:
    place = difference.label or difference.provision or f"paragraph {difference.line}"
    context = f" after “{difference.before}”" if difference.before else ""
    ours, theirs = difference.ours or "—", difference.theirs or "—"
    suspicion = _SUSPICIONS[difference.suspicion]
    return f"  {place}{context}: base “{ours}”, file “{theirs}” ({suspicion})"
