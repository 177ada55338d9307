"""Texts whose colours and lines stand for tracked changes: base text and layers in one go."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from editor.app.importing import Incoming
from editor.app.tracked_layers import layers_by_author
from editor.errors import KnownError
from editor.importers.base_text import base_text_patch
from editor.importers.house_styles.known_names import names_known
from editor.importers.house_styles.legend_paragraphs import with_legend, without_legend
from editor.importers.house_styles.looks import as_tracked, looks_of
from editor.importers.names import load_names
from editor.importers.tracked.voices import authors_found
from editor.negotiation.patch import combined, patched

ORDINARY = "-"


def add_formatted(incoming: Incoming, path: Path, whose: Mapping[str, str]) -> None:
    """Make a text marked with formats the session's: what stands without the marked words is its
    base text, and each look is the layer of the delegation that `whose` gives for it, or that the
    document names; `ORDINARY` says that it sets nothing apart. Changes beside which delegations
    of the session or the book are named are of these.

    Where the session has its base text already, only the layers are brought in; a legend is left
    out then, with a warning, unless the base has it. Raises
    KnownError (no_looks, whose_looks, and what `layers_by_author` raises).
    """
    document = incoming.document(path)
    session = incoming.session
    known = names_known(load_names(), session.delegations.values())
    looks = looks_of(document.source, load_names(), known)
    if not looks:
        raise KnownError("no_looks", name=path.name)
    named = {each.name: whose.get(each.name) or each.guess for each in looks}
    unknown = [f"{each.name} (“{each.example}”)" for each in looks if not named[each.name]]
    if unknown:
        raise KnownError("whose_looks", name=path.name, looks=", ".join(unknown))
    named = {look: name for look, name in named.items() if name != ORDINARY}
    tracked = as_tracked(document.source, named, known)
    patches = []
    row = document.row
    if not session.base_order:
        base = replace(tracked, comments=())  # they belong to the layers
        patches.append(with_legend(base_text_patch(session, base, row), document.source))
        session = patched(session, patches[0])
        row = session.files[row.id]
    else:
        tracked = without_legend(tracked, session)
    authors = {each.name for each in authors_found(tracked) if each.changes}
    layers = layers_by_author(session, tracked, row, {each: each for each in authors})
    patches.append(layers.patch)
    incoming.add(combined(incoming.session, patches), replace(document.file, row=row))
