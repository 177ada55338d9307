"""The comments of a tracked document: who else proposes, where delegations stand, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from editor.importers.delegations import Delegations
from editor.importers.names import NameBook
from editor.importers.source import SourceComment, SourceDocument
from editor.importers.tracked.anchors import Anchor
from editor.importers.tracked.comment_words import (
    Said,
    ends_of_statements,
    is_about_conflict,
    possible_stances,
    proposed_by,
)
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
            if author == CHAIR_ID and is_about_conflict(comment.text):
                continue
            anchor = anchors.get(key) or anchors.get(comment.answers)
            if anchor is None:
                yield Left(_signed(comment, comment.text), "comment_without_anchor", 0)
            else:
                self._take_statements(comment, author, anchor)

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

    def _take_base_stance(self, who: Iterable[str], said: Said, anchor: Anchor) -> bool:
        row = self._draft.get("provisions", anchor.words[0].provision) if anchor.words else None
        if not isinstance(row, Provision):
            return False
        start, end = anchor.words[0].start, anchor.words[0].end
        at = row.text.find(said.quoted) if said.quoted else -1
        if at >= 0:
            start, end = at, at + len(said.quoted)
        stance = stance_on_base(said)
        more = (BasePosition(each, start, end, stance, said.note) for each in who)
        new = tuple(each for each in more if each not in row.positions)
        self._draft.put("provisions", row.id, replace(row, positions=row.positions + new))
        return True

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
        """A note on the proposal of its author, or on the provision where it is about several
        of them, or about words that stay."""
        delegation = author
        if author is None:
            text = _signed(comment, text)
        elif author == CHAIR_ID and text.startswith(_NOTE):
            text, delegation = text.removeprefix(_NOTE), None
        proposals = list(self._proposals(anchor))
        own = [row for row in proposals if author in row.sponsors] or proposals
        if len(own) == 1 or (own and not anchor.words):
            self._put_note(text, delegation, own[0])
            return
        provision = anchor.words[0].provision if anchor.words else own[0].provision
        note = Note("", text, delegation=delegation, anchor=NoteAnchor(provision=provision))
        if _content(note) not in self._said:
            key = next(self._ids)
            self._draft.put("notes", key, replace(note, id=key))

    def _put_note(self, text: str, delegation: str | None, proposal: Amendment) -> None:
        anchor = NoteAnchor(proposal.provision, proposal.id)
        note = Note("", text, delegation=delegation, anchor=anchor)
        key = self._said.get(_content(note))
        if key is None:
            key = next(self._ids)
            self._draft.put("notes", key, replace(note, id=key))
        if key not in proposal.notes:
            row = replace(proposal, notes=(*proposal.notes, key))
            self._draft.put("amendments", proposal.id, row)

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
