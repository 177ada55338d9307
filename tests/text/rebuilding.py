"""An independent reader of alignments: the new text from the old one and what happened to it."""

from collections.abc import Iterable, Sequence

from editor.text.edit import Edit
from editor.text.pairing import (
    Changed,
    Deleted,
    Inserted,
    Joined,
    Kept,
    Moved,
    Pairing,
    Replaced,
    Split,
)


def rebuild(old: Sequence[str], pairings: Iterable[Pairing]) -> list[str]:
    """The new text, from the places and gaps that the pairings name, not from their order.

    Fails when an old paragraph is not named exactly once, a join is of paragraphs that are no
    neighbours, or something stands between joined paragraphs.
    """
    standing: dict[int, list[str]] = {}
    gaps: dict[int, list[tuple[int, str]]] = {}
    seams: set[int] = set()

    def stand(index: int, texts: list[str]) -> None:
        assert index not in standing, f"old paragraph {index} is named twice"
        standing[index] = texts

    for pairing in pairings:
        match pairing:
            case Kept(index, _):
                stand(index, [old[index]])
            case Changed(index, _, edits):
                stand(index, [amended(old[index], edits)])
            case Replaced(index, _, text):
                stand(index, [text])
            case Deleted(index):
                stand(index, [])
            case Inserted(after, new, text):
                gaps.setdefault(after, []).append((new, text))
            case Moved(index, after, new, edits):
                stand(index, [])
                gaps.setdefault(after, []).append((new, amended(old[index], edits)))
            case Split():
                stand(pairing.old, _parts(old[pairing.old], pairing))
            case Joined():
                text = ""
                assert len(pairing.edits) == len(pairing.old)
                assert [seam.after for seam in pairing.seams] == list(pairing.old)[:-1]
                for place, index in enumerate(pairing.old):
                    stand(index, [])
                    at_seam = [
                        each for seam in pairing.seams if seam.after == index for each in seam.edits
                    ]
                    text += amended(old[index], [*pairing.edits[place], *at_seam])
                standing[pairing.old[0]] = [text]
                seams.update(pairing.old[:-1])
    assert sorted(standing) == list(range(len(old)))
    assert seams.isdisjoint(gaps), "something stands between joined paragraphs"
    rebuilt = [text for _, text in gaps.get(-1, [])]
    for index in range(len(old)):
        rebuilt += standing[index]
        rebuilt += [text for _, text in gaps.get(index, [])]
    assert all(things == sorted(things) for things in gaps.values()), "a gap out of order"
    return rebuilt


def amended(text: str, edits: Iterable[Edit]) -> str:
    """`text` after disjoint edits, from the last to the first."""
    reached = len(text) + 1
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        assert 0 <= edit.start <= edit.end < reached, "edits overlap, touch, or leave the text"
        reached = edit.start
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _parts(text: str, split: Split) -> list[str]:
    """The text cut at the breaks; an edit that starts at a break stands after it."""
    edits = [*split.edits, *(edit for point in split.breaks for edit in point.edits)]
    cuts = [0, *(point.at for point in split.breaks)]
    ends = [*cuts[1:], len(text)]
    parts = []
    for start, end in zip(cuts, ends, strict=True):
        assert start < end
        last = end == len(text)
        here = [each for each in edits if start <= each.start and (each.start < end or last)]
        shifted = [Edit(each.start - start, each.end - start, each.text) for each in here]
        assert all(each.end <= end - start for each in shifted), "an edit crosses a break"
        parts.append(amended(text[start:end], shifted))
    assert len(parts) == len(split.new)
    return parts
