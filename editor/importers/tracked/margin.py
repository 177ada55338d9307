"""The comments of a tracked document: who else proposes, where delegations stand, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from editor.importers.delegations import Delegations
from editor.importers.names import NameBook
from editor.importers.set_aside import lines_of_comments
from editor.importers.source import SourceComment, SourceDocument
from editor.importers.tracked.anchors import Anchor
from editor.importers.tracked.comment_words import (
    Said,
    contest_told,
    ends_of_statements,
    is_about_conflict,
    possible_stances,
    proposed_by,
    sides_told,
)
from editor.importers.tracked.conflicts import Contest, ToldConflicts
from editor.importers.tracked.cosponsors import Cosponsored
from editor.importers.tracked.stance import Effect, effect_of, stance_on, stance_on_base
from editor.importers.tracked.stream import NOBODY, Names
from editor.importers.tracked.voices import Author, Voices
from editor.importers.tracked.wishes import Left
from editor.negotiation.amendment import Amendment, Position
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.entering import text_amended
from editor.negotiation.identity import fresh
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.patch import Draft
from editor.negotiation.provision import BasePosition, Provision

_NOTE = "Note: "
_NOBODY = Cosponsored(NOBODY, NOBODY)


class Margin:
    """Reads the comments of one document into a draft."""

    def __init__(
        self, draft: Draft, source: SourceDocument, voices: Voices, names: NameBook
    ) -> None:
        self._draft = draft
        self._comments = {each.key: each for each in source.comments}
        self._voices = voices
        self._delegations = Delegations(draft, names)
        self._listed: dict[str, Cosponsored] = {}
        self._ids = fresh("n", draft.session.notes)
        self._said = {_content(each): key for key, each in draft.session.notes.items()}
        self._lines = lines_of_comments(source)
        self.warnings: list[tuple[str, int, str]] = []
        """Reasons that came to proposals that stood already."""

    def conflicts(self) -> ToldConflicts:
        """What the Chair's comments tell of what was open; nothing where one delegation owns the
        file: its text is what it wants."""
        if self._voices.owner is not None:
            return ToldConflicts()
        sides: dict[str, tuple[Names, ...]] = {}
        contests: dict[str, Contest] = {}
        for key, comment in self._comments.items():
            if self._voices.comments.get(comment.author) != CHAIR_ID:
                continue
            if told := sides_told(comment.text):
                sides[key] = tuple(map(self._known, told))
            elif contest := contest_told(comment.text):
                names, text = contest
                if known := self._known(names):
                    contests[key] = Contest(known, text)
        return ToldConflicts(sides, contests)

    def _known(self, names: str) -> Names:
        return frozenset(self._delegations.known_ids(names)) if names else NOBODY

    def cosponsors(self, changed: Mapping[str, Names]) -> Mapping[str, Cosponsored]:
        """The comments that only list who proposes, by key. `changed` are those on changes,
        with whose changes these are."""
        for key, makers in changed.items():
            comment = self._comments.get(key)
            names = proposed_by(comment.text) if comment else ""
            if comment and names:
                self._listed[key] = self._cosponsored(comment, names, makers)
        return self._listed

    def _cosponsored(self, comment: SourceComment, names: str, makers: Names) -> Cosponsored:
        """What somebody lists beside another's change are sponsors only if they are known."""
        author = self._voices.comments.get(comment.author)
        if author in makers:
            return Cosponsored(frozenset({author}), frozenset(self._delegations.ids_of(names)))
        known = frozenset(self._delegations.known_ids(names))
        return Cosponsored(known & makers or makers, known) if known else _NOBODY

    def take(self, anchors: Mapping[str, Anchor]) -> Iterator[Left]:
        """Enter what the other comments say; those that are about nothing of ours come back,
        and who is listed in vain."""
        for key, comment in self._comments.items():
            if not comment.text.strip():
                continue
            if proposed_by(comment.text):
                yield from self._listed_in_vain(key, comment, anchors.get(key))
                continue
            author = self._voices.comments.get(comment.author)
            is_told = author == CHAIR_ID and is_about_conflict(comment.text)
            anchor = anchors.get(key) or anchors.get(comment.answers)
            if is_told and self._voices.owner is None:
                yield from self._contested_in_vain(comment, anchor)
            elif anchor is None:
                yield Left(_signed(comment, comment.text), "comment_without_anchor", 0)
            elif is_told:
                self._take_reason(comment, comment.text, author, anchor)
            else:
                self._take_statements(comment, author, anchor)

    def _contested_in_vain(self, comment: SourceComment, anchor: Anchor | None) -> Iterator[Left]:
        """A contested deletion that is told at a point, where no words say what it takes."""
        contest = contest_told(comment.text)
        words = anchor.words if anchor else ()
        if contest and not contest[1] and words and all(e.start == e.end for e in words):
            said = _signed(comment, comment.text)
            yield Left(said, "comment_without_anchor", 0, words[0].provision)

    def _listed_in_vain(
        self, key: str, comment: SourceComment, anchor: Anchor | None
    ) -> Iterator[Left]:
        said = self._listed.get(key, _NOBODY)
        proposals = list(self._proposals(anchor)) if anchor else []
        sponsors = {each for row in proposals for each in row.sponsors}
        if not proposals or not said.names <= sponsors:
            yield Left(_signed(comment, comment.text), "comment_without_anchor", 0)
        elif not said.names:
            yield Left(_signed(comment, comment.text), "name_unknown", 0, proposals[0].provision)

    def _take_statements(self, comment: SourceComment, author: str | None, anchor: Anchor) -> None:
        """Each by itself; what is no stance is a reason, in one."""
        statements = self._statements(comment.text)
        left = [each for each in statements if not self._take_stance(each, author, anchor)]
        if left:
            text = comment.text if left == statements else "\n".join(left)
            self._take_reason(comment, text, author, anchor)

    def _statements(self, text: str) -> list[str]:
        """A new one starts where somebody else is said to take a stance."""
        found: list[str] = []
        begun = 0
        for end, start in ends_of_statements(text):
            before = text[begun:end].strip()
            if self._names_speaker(text[start:]) and not self._delegations.are_known(before):
                found.append(before)
                begun = start
        return [*found, text[begun:].strip()]

    def _names_speaker(self, text: str) -> bool:
        names = [said.names for said in possible_stances(text) if said.names]
        return any(self._delegations.are_known(each) for each in names)

    def _take_stance(self, text: str, author: str | None, anchor: Anchor) -> bool:
        proposals = [(row, self._effect(row)) for row in self._proposals(anchor)]
        for said in possible_stances(text):
            who = (
                self._delegations.known_ids(said.names)
                if said.names
                else tuple(filter(None, (author,)))
            )
            meant = [each for each in proposals if each[1].mentions(said.quoted)]
            others = [(row, stance_on(effect, said), _other(who, row)) for row, effect in meant]
            if not who or (meant and not any(each for _, _, each in others)):
                continue
            for row, stance, each in others:
                self._put_position(row, [Position(d, stance, said.note) for d in each])
            if meant or self._take_base_stance(who, said, anchor):
                return True
        return False

    def _take_base_stance(self, who: Sequence[str], said: Said, anchor: Anchor) -> bool:
        found = [(self._draft.get("provisions", each.provision), each) for each in anchor.words]
        rows = [(row, each) for row, each in found if isinstance(row, Provision)]
        meant = [(row, each) for row, each in rows if said.quoted in row.text] or rows[:1]
        for row, words in meant:
            start, end = words.start, words.end
            at = row.text.find(said.quoted) if said.quoted else -1
            if at >= 0:
                start, end = at, at + len(said.quoted)
            stance = stance_on_base(said)
            more = (BasePosition(each, start, end, stance, said.note) for each in who)
            new = tuple(each for each in more if each not in row.positions)
            self._draft.put("provisions", row.id, replace(row, positions=row.positions + new))
        return bool(meant)

    def _put_position(self, proposal: Amendment, said: Iterable[Position]) -> None:
        positions = {each.delegation: each for each in proposal.positions}
        for each in said:
            before = positions.get(each.delegation, each)
            positions[each.delegation] = replace(before, stance=each.stance, note=each.note)
        row = replace(proposal, positions=tuple(positions.values()))
        self._draft.put("amendments", proposal.id, row)

    def _take_reason(
        self, comment: SourceComment, text: str, author: str | None, anchor: Anchor
    ) -> None:
        """A note in each provision that it is about: on the proposal of its author, or on the
        provision where it is about several of them, or about words that stay."""
        delegation = author
        if author is None:
            text = _signed(comment, text)
        elif author == CHAIR_ID and text.startswith(_NOTE):
            text, delegation = text.removeprefix(_NOTE), None
        proposals = list(self._proposals(anchor))
        own = [row for row in proposals if author in row.sponsors] or proposals
        kept = list(dict.fromkeys(each.provision for each in anchor.words))
        for provision in dict.fromkeys(each.provision for each in own) or kept[:1]:
            rows = [each for each in own if each.provision == provision]
            if len(rows) == 1 or provision not in kept:
                is_new = self._put_note(text, delegation, rows[0])
            else:
                anchored = NoteAnchor(provision)
                _, is_new = self._put(Note("", text, delegation=delegation, anchor=anchored))
            if is_new and any(self._stood(each, delegation) for each in rows):
                self.warnings.append(("reason_added", self._lines.get(comment.key, 0), text))

    def _put_note(self, text: str, delegation: str | None, proposal: Amendment) -> bool:
        """Whether the note was not yet there."""
        anchor = NoteAnchor(proposal.provision, proposal.id)
        key, is_new = self._put(Note("", text, delegation=delegation, anchor=anchor))
        if key not in proposal.notes:
            row = replace(proposal, notes=(*proposal.notes, key))
            self._draft.put("amendments", proposal.id, row)
        return is_new

    def _stood(self, proposal: Amendment, delegation: str | None) -> bool:
        """Whether the delegation proposed it before this file."""
        before = self._draft.session.amendments.get(proposal.id)
        return before is not None and delegation in before.sponsors

    def _put(self, note: Note) -> tuple[str, bool]:
        """The key of a note, and whether it was not yet there."""
        known = self._said.get(_content(note))
        key = known or next(self._ids)
        if known is None:
            self._draft.put("notes", key, replace(note, id=key))
        return key, known is None

    def _proposals(self, anchor: Anchor) -> Iterator[Amendment]:
        rows = (self._draft.get("amendments", key) for key in anchor.proposals)
        return (row for row in rows if isinstance(row, Amendment))

    def _effect(self, proposal: Amendment) -> Effect:
        return effect_of(proposal, text_amended(self._draft, proposal))


def _content(note: Note) -> tuple[str, str | None, NoteAnchor]:
    return note.text, note.delegation, note.anchor


def _other(who: Iterable[str], proposal: Amendment) -> tuple[str, ...]:
    """Those who do not propose it themselves."""
    return tuple(each for each in who if each not in proposal.sponsors)


def _signed(comment: SourceComment, text: str) -> str:
    """The words, with the name of an author who is no delegation."""
    author = Author(comment.author, 0, 1)
    return text if author.is_scrubbed else f"{comment.author}: {text}"
