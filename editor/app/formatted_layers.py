"""Texts whose colours and lines stand for tracked changes: base text and layers in one go."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from editor.app.importing import Incoming
from editor.app.tracked_layers import layers_by_author
from editor.errors import KnownError
from editor.importers.base_text import base_text_patch
from editor.importers.house_styles.looks import as_tracked, looks_of
from editor.importers.names import load_names
from editor.negotiation.patch import combined, patched

ORDINARY = "-"


def add_formatted(incoming: Incoming, path: Path, whose: Mapping[str, str]) -> None:
    """Make a text marked with formats the session's: what stands without the marked words is its
    base text, and each look is the layer of the delegation that `whose` gives for it, or that the
    document names; `ORDINARY` says that it sets nothing apart.

    Where the session has its base text already, only the layers are brought in. Raises
    KnownError (no_looks, whose_looks, and what `layers_by_author` raises).
    """
    document = incoming.document(path)
    looks = looks_of(document.source, load_names())
    if not looks:
        raise KnownError("no_looks", name=path.name)
    named = {each.name: whose.get(each.name) or each.guess for each in looks}
    unknown = [f"{each.name} (“{each.example}”)" for each in looks if not named[each.name]]
    if unknown:
        raise KnownError("whose_looks", name=path.name, looks=", ".join(unknown))
    named = {look: name for look, name in named.items() if name != ORDINARY}
    tracked = as_tracked(document.source, named)
    session = incoming.session
    patches = []
    row = document.row
    if not session.base_order:
        base = replace(tracked, comments=())  # they belong to the layers
        patches.append(base_text_patch(session, base, row))
        session = patched(session, patches[0])
        row = session.files[row.id]
    patches.append(layers_by_author(session, tracked, row, {each: each for each in named.values()}))
    incoming.add(combined(incoming.session, patches), replace(document.file, row=row))
