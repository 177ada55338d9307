"""Finding words in a text where both may be spelled a little differently."""

from editor.importers.compilation.ground import same_word
from editor.text.tokens import tokens


def place_of_words(text: str, words: str) -> tuple[int, int] | None:
    """Start and end (code points) of the first printing of `words` in `text`, case, number and
    slips of the pen apart; None if they are not there."""
    wanted = [each for each in tokens(words) if not each.isspace()]
    placed: list[tuple[str, int]] = []
    position = 0
    for token in tokens(text):
        if not token.isspace():
            placed.append((token, position))
        position += len(token)
    for first in range(len(placed) - len(wanted) + 1):
        stretch = placed[first : first + len(wanted)]
        if wanted and all(same_word(t[0], w) for t, w in zip(stretch, wanted, strict=True)):
            last, start = stretch[-1]
            return stretch[0][1], start + len(last)
    return None
