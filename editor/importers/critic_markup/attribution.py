"""Whose the changes are, and what the comments are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from editor.importers.critic_markup.marks import (
    ARROW,
    SIGN_LENGTH,
    Mark,
    MarkKind,
    Marks,
    Remark,
)
from editor.importers.critic_markup.signature import Signature, is_by_maker, signature
from editor.importers.source import SourceComment


@dataclass(frozen=True, slots=True)
class Attribution:
    """The authors of marks and the keys of comments on their words, by where a mark starts;
    the keys of comments that are on no words, by where they stand."""

    comments: tuple[SourceComment, ...]
    authors: Mapping[int, str]
    on_marks: Mapping[int, tuple[str, ...]]
    at_points: Mapping[int, tuple[str, ...]]


def attributed(text: str, marks: Marks) -> Attribution:
    """Comments right behind a mark are about it, and about the change right before it if that
    has none of its own. The first that names who made the change signs it."""
    return _Reading(text, marks).read()


@dataclass
class _Reading:
    text: str
    marks: Marks
    comments: list[SourceComment] = field(default_factory=list)
    authors: dict[int, str] = field(default_factory=dict)
    on_marks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    at_points: dict[int, tuple[str, ...]] = field(default_factory=dict)
    remark_at: dict[int, Remark] = field(init=False)

    def __post_init__(self) -> None:
        self.remark_at = {each.start: each for each in self.marks.remarks}

    def read(self) -> Attribution:
        taken: set[int] = set()
        for end, about in self._groups().items():
            remarks = self._remarks_at(end)
            taken.update(each.start for each in remarks)
            self._take(about, remarks)
        for each in self.marks.remarks:
            if each.start not in taken:
                self.at_points[each.start] = tuple(self._said_of([each], ""))
        return Attribution(tuple(self.comments), self.authors, self.on_marks, self.at_points)

    def _groups(self) -> Mapping[int, Sequence[Mark]]:
        """Marks that share the comments that begin right behind the last of them, by where."""
        changes = {each.start: each for each in self.marks.marks if each.is_change}
        end_of: dict[int, int] = {}
        groups: dict[int, list[Mark]] = defaultdict(list)
        for mark in sorted(self.marks.marks, key=lambda each: -each.end):
            following = changes.get(mark.end)
            if mark.end in self.remark_at:
                end_of[mark.start] = mark.end
            elif mark.is_change and following and following.start in end_of:
                end_of[mark.start] = end_of[following.start]
            else:
                continue
            groups[end_of[mark.start]].append(mark)
        return dict(sorted(groups.items()))

    def _remarks_at(self, end: int) -> list[Remark]:
        """Those that follow each other from `end` on."""
        found: list[Remark] = []
        while (remark := self.remark_at.get(end)) is not None:
            found.append(remark)
            end = remark.end
        return found

    def _take(self, about: Sequence[Mark], remarks: Sequence[Remark]) -> None:
        signing = self._signing(about, remarks)
        keys: list[str] = []
        author = ""
        if signing is not None:
            remark, said = signing
            author = said.names[0]
            keys += self._said_beside(said)
            remarks = [each for each in remarks if each is not remark]
        keys += self._said_of(remarks, author)
        self.authors.update((each.start, author) for each in about if each.is_change)
        worded = [each for each in about if _has_words(self.text, each)]
        self.on_marks.update(dict.fromkeys((each.start for each in worded), tuple(keys)))
        if keys and not worded:
            self.at_points[about[0].end] = tuple(keys)

    def _signing(
        self, about: Sequence[Mark], remarks: Sequence[Remark]
    ) -> tuple[Remark, Signature] | None:
        if not about[0].is_change:
            return None
        removes = all(each.kind is MarkKind.DELETION for each in about)
        for remark in remarks:
            said = signature(remark.words)
            if said is not None and is_by_maker(said, removes=removes):
                return remark, said
        return None

    def _said_beside(self, said: Signature) -> Iterator[str]:
        """All who propose it, and why, if the signature says more than one name."""
        author, *others = said.names
        if others:
            yield self._comment(author, f"Proposed by: {', '.join(said.names)}")
        if said.words:
            yield self._comment(author, said.words)

    def _said_of(self, remarks: Iterable[Remark], author: str) -> Iterator[str]:
        """Comments by the one that they name, else by `author`; with several names nobody's."""
        for each in remarks:
            said = signature(each.words)
            if said is not None and said.words:
                listed = "" if len(said.names) == 1 else f"{', '.join(said.names)}: "
                yield self._comment("" if listed else said.names[0], f"{listed}{said.words}")
            elif each.words:
                yield self._comment(author, each.words)

    def _comment(self, author: str, words: str) -> str:
        key = f"c{len(self.comments) + 1}"
        self.comments.append(SourceComment(key, author, "", words))
        return key


def _has_words(text: str, mark: Mark) -> bool:
    """Whether a mark is about anything but paragraph marks."""
    pieces = [text[mark.start + SIGN_LENGTH : mark.end - SIGN_LENGTH]]
    if mark.arrow >= 0:
        pieces = [
            text[mark.start + SIGN_LENGTH : mark.arrow],
            text[mark.arrow + len(ARROW) : mark.end - SIGN_LENGTH],
        ]
    return any(each.strip("\n") for each in pieces)
