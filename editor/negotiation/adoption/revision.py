"""The rows of the new session: what an adoption changes, as one patch."""

from collections.abc import Mapping
from dataclasses import replace

from editor.negotiation.adoption.agreed import Agreed
from editor.negotiation.adoption.atlas import Atlas
from editor.negotiation.adoption.attribution import places_of, public_positions
from editor.negotiation.adoption.base_rows import BaseRows
from editor.negotiation.adoption.carrying import Result
from editor.negotiation.adoption.kept_rulings import left_of
from editor.negotiation.adoption.new_base import NewBase
from editor.negotiation.adoption.orders import orders_kept
from editor.negotiation.adoption.reasons import Remainder
from editor.negotiation.adoption.sorting import Adopted, Fates
from editor.negotiation.adoption.words import (
    base_position_told,
    proposal_told,
    provision_told,
    stance_told,
)
from editor.negotiation.amendment import Amendment
from editor.negotiation.change import Nature
from editor.negotiation.commands.rows_of import notes_in, tray_in
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Provision
from editor.negotiation.ruling import Ruling
from editor.negotiation.structure import PlaceRole
from editor.negotiation.unread import Unread


class Revision:
    """Writes the patch; `settled` are then the rulings that it takes out."""

    def __init__(self, agreed: Agreed, fates: Fates, base: NewBase, result: Result) -> None:
        self._agreed = agreed
        self._fates = fates
        self._base = base
        self._result = result
        self._atlas = Atlas(base.parts)
        self._parts = [each for each in base.parts if each.id in result.standing]
        self.settled: tuple[Ruling, ...] = ()

    def patch(self, draft: Draft, reading: str) -> Patch:
        """`draft` is of the session before; `reading` names the new one, if it has another."""
        self._draft = draft
        self._tray_ids = fresh("u", draft.session.unread)
        self._place_of = self._places()
        self._put_provisions()
        self._put_amendments()
        self._put_rulings()
        self._put_notes()
        self._put_tray()
        if reading:
            heading = draft.session.headings["heading"]
            draft.put("headings", "heading", replace(heading, reading=reading))
        return draft.patch()

    def _places(self) -> Mapping[str, str]:
        """For each provision there was the one in which it is now; nothing if it is gone."""
        session = self._draft.session
        found = {head: part.id for part in reversed(self._parts) for head in part.heads}
        for row in session.provisions.values():
            merged = None
            if row.is_base and row.id not in found:
                merged = self._agreed.alone.provision(row.id).merged_into
            if merged in found:
                found[row.id] = found[merged]
        for carried in self._result.rows.values():
            found.setdefault(carried.provision, carried.provision)
        for adopted in self._fates.adopted:
            if adopted.change.nature is Nature.NEW:
                for each in adopted.rows:
                    found.setdefault(each.provision, found.get(adopted.change.provision, ""))
        return found

    def _put_provisions(self) -> None:
        session = self._draft.session
        moved = frozenset(
            each.provision
            for each in self._agreed.alone.places
            if each.role is PlaceRole.MOVED_HERE
        )
        rows = BaseRows(session, self._parts, moved, self._atlas)
        heads = {each.id for each in self._parts} | {h for p in self._parts for h in p.heads}
        for row in session.provisions.values():
            if row.is_base or row.id in heads:
                rows.take_along(row, self._fates.source_of(row.id))
        for adopted in self._fates.adopted:
            self._attribute(rows, adopted)
        standing = set()
        for row in rows.rows():
            standing.add(row.id)
            self._draft.put("provisions", row.id, row)
        carried = {each.provision for each in self._result.rows.values()}
        for row in session.provisions.values():
            if row.id in standing:
                continue
            if row.is_base or row.id not in carried:
                self._draft.drop("provisions", row.id)
            elif row.section and row.section not in standing:
                section = self._section_of(row)
                self._draft.put("provisions", row.id, replace(row, section=section))
            if row.is_base and row.id not in self._place_of:
                self._tell_gone(row)

    def _section_of(self, proposed: Provision) -> str:
        amendment = self._result.rows.get(proposed.amendment or "")
        after = self._draft.get("provisions", amendment.after or "") if amendment else None
        return after.section if isinstance(after, Provision) else ""

    def _attribute(self, rows: BaseRows, adopted: Adopted) -> None:
        places = [
            each
            for each in places_of(adopted, self._fates, self._atlas)
            if each.provision in self._result.standing
        ]
        for row in adopted.rows:
            for place in places:
                for position in public_positions(row, place):
                    rows.add_position(position, place)
            for each in row.positions:
                if each.private:
                    told = stance_told(self._draft.session, each.delegation, each.stance, each.note)
                    proposal = proposal_told(self._draft.session, replace(row, positions=()))
                    self._into_tray(f"{told} ({proposal})", Remainder.PRIVATE_POSITION, row)

    def _tell_gone(self, row: Provision) -> None:
        behind = [
            each
            for adopted in self._fates.adopted
            if adopted.change.nature is Nature.WHOLE and row.id in adopted.change.touched
            for each in adopted.rows
        ]
        public = [
            replace(each, positions=tuple(p for p in each.positions if not p.private))
            for each in behind
        ]
        said = tuple(each for each in row.positions if not each.private)
        told = provision_told(self._draft.session, replace(row, positions=said), public)
        self._keep(told, Remainder.LEFT_BASE)
        for each in row.positions:
            if each.private:
                stance = base_position_told(self._draft.session, row, each)
                provision = f"{row.label} “{row.text}”".strip()
                self._keep(f"{stance} ({provision})", Remainder.PRIVATE_POSITION)

    def _keep(self, told: str, reason: Remainder) -> None:
        """In the tray, of no provision."""
        key = next(self._tray_ids)
        self._draft.put("unread", key, Unread(key, told, reason))

    def _put_amendments(self) -> None:
        session = self._draft.session
        rows = self._result.rows
        for key, before in session.amendments.items():
            if key not in rows:
                self._draft.drop("amendments", key)
                self._draft.drop("decisions", key)
                continue
            row = rows[key]
            left = tuple(each for each in row.alternatives if each in rows)
            notes = tuple(each for each in row.notes if each in session.notes)
            after = replace(row, alternatives=left, notes=notes)
            if after != before:
                self._draft.put("amendments", key, after)
        for each in self._fates.refused:
            self._into_tray(proposal_told(session, each.amendment), each.reason, each.amendment)

    def _into_tray(self, told: str, reason: str, row: Amendment) -> None:
        key = next(self._tray_ids)
        line, file = (row.origin.line, row.origin.file) if row.origin else (0, "")
        provision = self._place_of.get(row.provision, "")
        self._draft.put("unread", key, Unread(key, told, reason, provision, line, file))

    def _put_rulings(self) -> None:
        session = self._draft.session
        rows = self._result.rows
        settled = []
        for ruling in session.rulings.values():
            after = left_of(ruling, rows)
            if after is None:
                settled.append(ruling)
                self._draft.drop("rulings", ruling.id)
            elif after != ruling:
                self._draft.put("rulings", ruling.id, after)
        self.settled = tuple(settled)
        bridges = {
            each.ids[0]
            for verdict in self._agreed.alone.verdicts.values()
            for each in verdict.bridges
        }
        for ruling in settled:
            for each in dict.fromkeys((ruling.text, ruling.note)):
                if each and not (each == ruling.text and ruling.id in bridges):
                    self._keep(each, Remainder.RULING)
        ids = fresh("r", [*session.rulings, *session.amendments])
        for ruling in orders_kept(session, self._result, ids):
            self._draft.put("rulings", ruling.id, ruling)

    def _put_notes(self) -> None:
        rows = self._result.rows
        for note in notes_in(self._draft):
            anchor = note.anchor
            provision = self._place_of.get(anchor.provision, "")
            amendment = anchor.amendment
            if amendment and amendment not in rows:
                was = self._draft.session.amendments.get(amendment)
                if was is not None and not provision:
                    provision = self._place_of.get(was.provision, "")
                amendment = ""
            after = replace(anchor, provision=provision, amendment=amendment)
            if after != anchor:
                self._draft.put("notes", note.id, replace(note, anchor=after))

    def _put_tray(self) -> None:
        for item in tray_in(self._draft):
            provision = self._place_of.get(item.provision, "")
            if provision != item.provision:
                known = self._draft.get("provisions", item.provision)
                if known is None:
                    self._draft.put("unread", item.id, replace(item, provision=provision))
