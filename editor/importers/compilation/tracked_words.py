"""Words that tracked changes cut: what stood there before, and what stands there after.

The parts of a word that a change reaches touch each other, or have a tracked space between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.importers.compilation.ground import Word
from editor.importers.compilation.stream import Token
from editor.importers.revisions import NOT_IN_FINAL, NOT_IN_ORIGINAL
from editor.importers.source import Revision
from editor.text.tokens import tokens


def touch(before: Token, after: Token) -> bool:
    """Whether two tokens that follow each other are one word before or after the changes."""
    if not (before.is_word and after.is_word and are_fused(before, after)):
        return False
    if not after.spaced:
        return True
    # A tracked space beside tracked words belongs to these.
    are_plain = before.revision is Revision.NONE and after.revision is Revision.NONE
    return are_plain and after.gap in (Revision.INSERTED, Revision.DELETED)


def are_fused(before: Token | Word, after: Token | Word) -> bool:
    """Whether two words are one where nothing stands between; in scripts that write words
    without spaces they are not."""
    return len(tokens(before.text + after.text)) == 1


def is_tracked(touching: Sequence[Token]) -> bool:
    """Whether a tracked change reaches one of these tokens."""
    return touching[0].revision is not Revision.NONE or any(
        token.revision is not Revision.NONE or token.gap is not Revision.NONE
        for token in touching[1:]
    )


def tracked_words(touching: Sequence[Token]) -> Iterator[Word]:
    """The words that such tokens are: the old ones, then the new ones, then what was inserted
    and deleted again. What no change reaches is one plain word."""
    old = list(_words(touching, NOT_IN_ORIGINAL))
    new = list(_words(touching, NOT_IN_FINAL))
    again = [each for each in touching if each.revision is Revision.INSERTED_THEN_DELETED]
    if [each.text for each in old] == [each.text for each in new]:
        yield from (word_of(replace(each, revision=Revision.NONE)) for each in old)
    else:
        for each in old:
            yield word_of(replace(each, revision=Revision.DELETED, struck=True))
        for each in new:
            yield word_of(replace(each, revision=Revision.INSERTED, struck=False))
    yield from (word_of(each) for each in again)


def word_of(token: Token) -> Word:
    """The word that a token prints; a tracked change tells whether it is base text."""
    in_base = {Revision.NONE: None, Revision.DELETED: True}.get(token.revision, False)
    return Word(
        token.text,
        token.spaced,
        token.struck,
        token.italic,
        token.run,
        token.line,
        in_base,
        revision=token.revision,
        gap=token.gap,
    )


def _words(touching: Sequence[Token], gone: frozenset[Revision]) -> Iterator[Token]:
    """The tokens that are not `gone`, in words. The first has the space before all of them."""
    current: Token | None = None
    for token in touching:
        is_gap = token.spaced and token.gap not in gone
        if token.revision in gone:
            continue
        if current is None:
            current = replace(token, spaced=touching[0].spaced, gap=touching[0].gap)
        elif is_gap:
            yield current
            current = token
        else:
            current = replace(current, text=current.text + token.text)
    if current is not None:
        yield current
