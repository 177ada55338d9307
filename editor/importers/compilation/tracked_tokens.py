"""Text before or after its tracked changes, and text that is tracked from end to end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from editor.importers.compilation.reading import Warned
from editor.importers.compilation.stream import Token, text_of
from editor.importers.source import Revision


class Reason(StrEnum):
    """Why a tracked change is set aside."""

    INSERTION_OF_NOBODY = "insertion_not_attributed"
    DELETION_OF_NOBODY = "deletion_not_attributed"
    INSERTION_ACCEPTED = "tracked_insertion_accepted"
    DELETION_ACCEPTED = "tracked_deletion_accepted"


NOT_ATTRIBUTED = {
    Revision.INSERTED: Reason.INSERTION_OF_NOBODY,
    Revision.DELETED: Reason.DELETION_OF_NOBODY,
    Revision.INSERTED_THEN_DELETED: Reason.INSERTION_OF_NOBODY,
}
ACCEPTED = {
    Revision.INSERTED: Reason.INSERTION_ACCEPTED,
    Revision.DELETED: Reason.DELETION_ACCEPTED,
    Revision.INSERTED_THEN_DELETED: Reason.DELETION_ACCEPTED,
}


def settled_tokens(stream: Iterable[Token], gone: frozenset[Revision]) -> list[Token]:
    """The tokens whose revision is not `gone`, with the space of those that are left out."""
    found: list[Token] = []
    spaced = False
    for token in stream:
        spaced = spaced or (token.spaced and token.gap not in gone)
        if token.revision not in gone:
            found.append(replace(token, spaced=spaced))
            spaced = False
    return found


def changes_of(stream: Iterable[Token]) -> Iterator[Warned]:
    """Each stretch that a tracked change inserts or deletes, as not attributed."""
    for revision, group in groupby(stream, lambda token: token.revision):
        tokens = list(group)
        if revision is not Revision.NONE:
            yield NOT_ATTRIBUTED[revision], tokens[0].line, text_of(tokens)


def is_all_inserted(stream: Iterable[Token]) -> bool:
    """Whether all words are inserted: they were typed with tracking on, and the tracking does
    not tell what is proposed in them."""
    revisions = {token.revision for token in stream if token.is_word}
    return revisions == {Revision.INSERTED}


def untracked(stream: Sequence[Token]) -> list[Token]:
    return [replace(token, revision=Revision.NONE, gap=Revision.NONE) for token in stream]
