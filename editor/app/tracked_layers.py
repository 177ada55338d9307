"""Word files with tracked changes as layers: whose the changes are, and on which base."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.app.switching import find_delegation
from editor.app.whose import delegation_for
from editor.errors import KnownError
from editor.importers.alternative_text import alternative_patch
from editor.importers.delegations import is_first_name
from editor.importers.names import load_names
from editor.importers.revisions import accept
from editor.importers.source import SourceDocument
from editor.importers.tracked.base_match import Difference
from editor.importers.tracked.heard import Heard
from editor.importers.tracked.layers import (
    Layers,
    beside_words_patch,
    compare_with_base,
    tracked_layers,
)
from editor.importers.tracked.untracked import set_aside
from editor.importers.tracked.voices import Author, Voices, authors_found
from editor.negotiation.delegation import Delegation
from editor.negotiation.patch import Draft, combined, patched
from editor.negotiation.session import ImportedFile, Session


class OtherBase(StrEnum):
    """What to do with a file whose original text is not our base."""

    REFUSE = "refuse"
    COMPARE = "compare"
    """Take its final text as an alternative text of the delegation."""
    CARRY = "carry"
    """Take over the changes in words that both have; list the others as unread, and so where
    the texts differ."""


@dataclass(frozen=True, slots=True)
class FoundAuthor:
    """An author of a file. `suggestion` is the code of a delegation, of the session or of the
    book of names, empty if the name means nobody; `is_certain` that it means just that one."""

    author: Author
    suggestion: str = ""
    is_certain: bool = False


def find_authors(session: Session, source: SourceDocument) -> tuple[FoundAuthor, ...]:
    """The authors of tracked changes and comments, with whom they may speak for: a delegation
    under whose name they came in before, or that they are called after."""
    return tuple(_found(session, each) for each in authors_found(source))


def base_differences(session: Session, source: SourceDocument) -> tuple[Difference, ...]:
    """Where rejecting all changes of `source` does not give the base of the session."""
    return compare_with_base(session, source).differences


def layer_of_one(
    session: Session,
    written: str,
    source: SourceDocument,
    row: ImportedFile,
    other_base: OtherBase = OtherBase.REFUSE,
    heard: Heard | None = None,
) -> Layers:
    """The patch that brings in a tracked file as the layer of the one delegation that `written`
    names, whoever signs the changes. It is added if it is new. What was `heard` of it in the same
    import stands.

    Raises KnownError (no_name_found, several_names, other_base).
    """
    heard = heard or Heard(session)
    draft = Draft(session)
    delegation = delegation_for(draft, written)
    names = {each.author.name: each for each in find_authors(session, source)}
    signed = [each.author for each in names.values() if each.author.changes]
    if len(signed) == 1 and not names[signed[0].name].suggestion:
        _remember(draft, delegation, signed[0])
    changes = dict.fromkeys(names, delegation)
    comments = {
        name: delegation_for(draft, each.suggestion) if each.is_certain else delegation
        for name, each in names.items()
    }
    if other_base is OtherBase.COMPARE and base_differences(session, source):
        arrived = draft.patch()
        final = alternative_patch(patched(session, arrived), delegation, accept(source), row)
        whole = combined(session, (arrived, final))
        beside = beside_words_patch(patched(session, whole), source, row)
        whole = combined(session, (whole, beside))
        return Layers(whole, heard.with_whole_text_of(delegation))
    voices = Voices(changes, comments, delegation)
    return _layers(session, draft, source, voices, row, other_base, heard)


def layers_by_author(
    session: Session,
    source: SourceDocument,
    row: ImportedFile,
    whose: Mapping[str, str],
    other_base: OtherBase = OtherBase.REFUSE,
    heard: Heard | None = None,
) -> Layers:
    """The patch that brings in each author's changes as those of a delegation: the one that
    `whose` gives, as written, else the one that the author is known as.

    What `whose` says is remembered in the session; what was `heard` in the same import stands.
    Raises KnownError (whose_changes, compare_needs_one, no_name_found, several_names, other_base).
    """
    if other_base is OtherBase.COMPARE:
        raise KnownError("compare_needs_one", name=row.name)
    found = find_authors(session, source)
    unknown = [
        each.author.name or "—"
        for each in found
        if each.author.changes and each.author.name not in whose and not each.is_certain
    ]
    if unknown:
        raise KnownError("whose_changes", name=row.name, authors=", ".join(unknown))
    draft = Draft(session)
    voices: dict[str, str] = {}
    for each in found:
        name = each.author.name
        if name in whose:
            voices[name] = delegation_for(draft, whose[name])
            _remember(draft, voices[name], each.author)
        elif each.is_certain:
            voices[name] = delegation_for(draft, each.suggestion)
    heard = heard or Heard(session)
    owners = set(voices.values()) if len(voices) > 1 else set()
    owner = owners.pop() if len(owners) == 1 else None
    return _layers(session, draft, source, Voices(voices, voices, owner), row, other_base, heard)


def _layers(
    session: Session,
    draft: Draft,
    source: SourceDocument,
    voices: Voices,
    row: ImportedFile,
    other_base: OtherBase,
    heard: Heard,
) -> Layers:
    differences = base_differences(session, source)
    if differences and other_base is OtherBase.REFUSE:
        raise KnownError(
            "other_base",
            name=row.name,
            count=len(differences),
            where=differences[0].label or differences[0].ours or differences[0].theirs,
            differences=differences,
        )
    arrived = draft.patch()
    on = patched(session, arrived)
    layers = tracked_layers(on, source, voices, row, load_names(), heard)
    aside = set_aside(patched(on, layers.patch), differences, row)
    return replace(layers, patch=combined(session, (arrived, layers.patch, aside)))


def _found(session: Session, author: Author) -> FoundAuthor:
    if author.is_scrubbed:
        return FoundAuthor(author)
    known = find_delegation(session, author.name)
    if known is not None and not is_first_name(
        author.name, (known.code, known.name, *known.as_written)
    ):
        return FoundAuthor(author, known.code, is_certain=True)
    names = load_names()
    name = names.find(author.name)
    if name is not None and is_first_name(author.name, name.spellings):
        return FoundAuthor(author)
    if name is not None:
        return FoundAuthor(author, name.code, is_certain=True)
    likely = names.recognise(author.name).name
    return FoundAuthor(author, likely.code if likely else "")


def _remember(draft: Draft, delegation: str, author: Author) -> None:
    """The next file that this author signs is this delegation's."""
    row = draft.get("delegations", delegation)
    if isinstance(row, Delegation) and not author.is_scrubbed:
        written = tuple(dict.fromkeys((*row.as_written, author.name)))
        draft.put("delegations", row.id, replace(row, as_written=written))
