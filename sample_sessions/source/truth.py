"""What a perfect reader finds in the compilation, as data for truth.json.

Offsets are code points. Delegations are named as written; `delegations` says whose name it is.
"""

import re
from typing import Any

from sample_sessions.source.document import Document, NumberedNote
from sample_sessions.source.markup import without_notes
from sample_sessions.source.model import Change, Note, Provision, Source
from sample_sessions.source.proposals import PlacedChange, placed_changes

_INNERMOST_BRACKET = re.compile(r"\[[^\[\]]*\]")
_STATUS = re.compile(r"\[(agreed as amended|agreed in informals|agreed|pending)\b")
_WHOLE_PROVISION = ("delete_provision", "replace_provision", "join")


def truth_of(source: Source, document: Document) -> dict[str, Any]:
    return {
        "title": source.title,
        "delegations": _delegations(source),
        "provisions": [
            _provision(provision, section.title, _last_base_label(source, provision), document)
            for section in source.sections
            for provision in section.provisions
        ],
    }


def names_in(text: str) -> list[str]:
    return [name for name in (each.strip() for each in text.split(",")) if name]


def _delegations(source: Source) -> list[dict[str, Any]]:
    introduction = next(block.text for block in source.front if block.text.startswith("5. "))
    return [
        {
            "name": name,
            "kind": kind,
            "as_written": list(written),
            "in_the_papers_list": any(each in introduction for each in written),
        }
        for kind, name, written in source.names
    ]


def _last_base_label(source: Source, provision: Provision) -> str:
    before = source.provisions[: source.provisions.index(provision)]
    return next((each.label for each in reversed(before) if not each.proposed_by), "")


def _provision(
    provision: Provision, section: str, after: str, document: Document
) -> dict[str, Any]:
    number, _, title = section.partition(": ")
    proposals = _proposals(provision, after)
    return {
        "label": provision.label,
        "section": number,
        "section_title": title,
        "status": _status(provision),
        "pending_on": names_in(provision.pending_on),
        "bracketed": provision.bracket,
        "proposed_by": provision.proposed_by or None,
        "separated_from": provision.separated_from or None,
        "text": None if provision.proposed_by else provision.text,
        "italics": [] if provision.proposed_by else _italics(provision.marked_text),
        "annotations": _annotations(provision),
        "proposals": proposals,
        "positions": [_position(provision, index) for index in range(len(provision.positions))],
        "notes": [
            entry
            for note in sorted(provision.notes, key=lambda each: document.notes[each.key].number)
            for entry in _notes(provision, document.notes[note.key], proposals)
        ],
    }


def _status(provision: Provision) -> str:
    status = _STATUS.match(provision.status)
    return status[1].replace(" ", "_") if status else "not_reached"


def _annotations(provision: Provision) -> list[str]:
    """The innermost square brackets of heading, text and status, without notes and strikes."""
    lettered = [f"[{each.tag}]" for each in provision.changes if each.letter]
    shown = "\n".join([provision.heading, provision.shown, *lettered, provision.status])
    return _INNERMOST_BRACKET.findall(
        without_notes(shown.replace("{break}", "\n\n").replace("{page}", "")).replace("~~", "")
    )


def _italics(marked: str) -> list[list[int]]:
    starts: list[list[int]] = []
    offset = 0
    for index, piece in enumerate(marked.split("*")):
        if index % 2:
            starts.append([offset, offset + len(piece)])
        offset += len(piece)
    return starts


def _proposals(provision: Provision, after: str) -> list[dict[str, Any]]:
    placed = placed_changes(provision)
    proposals = [_proposal(each, placed) for each in placed]
    if not provision.proposed_by:
        return proposals
    own_id = f"{provision.label}.0"
    for proposal in proposals:
        proposal["target"] = own_id
    return [
        {
            "id": own_id,
            "kind": "new_provision",
            "text": provision.text,
            "after": after,
            "sponsors": [provision.proposed_by],
        },
        *proposals,
    ]


def _proposal(placed: PlacedChange, all_placed: tuple[PlacedChange, ...]) -> dict[str, Any]:
    change = placed.change
    proposal: dict[str, Any] = {
        "id": placed.id,
        "kind": change.kind,
        "sponsors": names_in(change.by),
        "opponents": names_in(change.against),
        "supporters": names_in(change.backed_by),
    }
    if placed.edit:
        proposal |= {
            "old": change.old,
            "new": change.new,
            "edits": [
                {"start": placed.edit.start, "end": placed.edit.end, "text": placed.edit.text}
            ],
        }
    if placed.at is not None:
        proposal["at"] = placed.at
    if change.kind in _WHOLE_PROVISION:
        proposal["text"] = change.text or None
        proposal["provisions"] = list(change.provisions)
    ids = {each.change.name: each.id for each in all_placed}
    proposal["target"] = ids.get(change.target)
    proposal["alternatives"] = [
        each.id
        for each in all_placed
        if change.alternatives
        and each.change.alternatives == change.alternatives
        and each.id != placed.id
    ]
    proposal["rank"] = change.rank
    return proposal


def _position(provision: Provision, index: int) -> dict[str, Any]:
    position = provision.positions[index]
    start = provision.text.index(position.words)
    return {
        "delegations": names_in(position.by),
        "stance": position.stance,
        "words": position.words,
        "start": start,
        "end": start + len(position.words),
    }


def _notes(
    provision: Provision, numbered: NumberedNote, proposals: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """One entry per delegation that speaks in the note, all under the printed label."""
    note = numbered.note
    text = numbered.text.replace("{page}", "")
    spoken = [(by, _tail(text, by)) for by, _ in note.reasons]
    if len(spoken) > 1:
        spoken = list(note.reasons)
    anchor = _anchor(provision, note, proposals)
    return [
        {
            "label": str(numbered.number),
            "delegation": by or None,
            "text": words,
            "anchor": anchor,
            "cross_references": [
                {"printed": each.printed, "meant": each.meant} for each in numbered.cross_references
            ],
        }
        for by, words in spoken or [(note.by, text)]
    ]


def _tail(text: str, by: str) -> str:
    return text.removeprefix(f"{by}: ")


def _anchor(provision: Provision, note: Note, proposals: list[dict[str, Any]]) -> dict[str, str]:
    reference = f"{{{note.key}}}"
    if reference in provision.heading:
        return {"on": "provision", "provision": provision.label}
    if reference in provision.status:
        return {"on": "status", "provision": provision.label}
    part = next(each for each in provision.parts if reference in each.shown)
    change = _spoken_to(provision, note, [provision.change(name) for name in part.changes])
    placed = {each.change.name: each.id for each in placed_changes(provision)}
    return {"on": "proposal", "provision": provision.label, "proposal": placed[change.name]}


def _spoken_to(provision: Provision, note: Note, changes: list[Change]) -> Change:
    """The change of an annotation that the note's author takes a stance on."""
    if note.on:
        return provision.change(note.on)
    authors = {by for by, _ in note.reasons} | ({note.by} if note.by else set())
    candidates = [
        change
        for change in changes
        if authors & set(names_in(f"{change.by}, {change.against}, {change.backed_by}"))
    ]
    if len(candidates) != 1:
        raise ValueError(f"{note.key}: {len(candidates)} changes could be meant")
    return candidates[0]
