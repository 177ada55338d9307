"""Telling the log what a command does: where, to whom, how, and in which words."""

from collections.abc import Iterable, Iterator

from editor.app.log_detail import LogDetail
from editor.negotiation.amendment import Amendment
from editor.negotiation.commands.base_positions import TakeBasePosition
from editor.negotiation.commands.bringing_in import BringIn
from editor.negotiation.commands.closing_reading import CloseReading
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.correcting import Relabel
from editor.negotiation.commands.correcting_joins import JoinProvisions
from editor.negotiation.commands.correcting_splits import SplitProvision
from editor.negotiation.commands.delegations import (
    AddDelegation,
    ChangeDelegation,
    MergeDelegations,
    RemoveDelegation,
    Reorder,
)
from editor.negotiation.commands.proposing import (
    DeclareAlternatives,
    RankWishes,
    SetState,
    TakePosition,
)
from editor.negotiation.commands.ruling_on import Rule, Unrule
from editor.negotiation.commands.status import Entitle, SetStatus
from editor.negotiation.commands.switching import ChooseLayers, Decide, SwitchLayers
from editor.negotiation.entering import text_amended
from editor.negotiation.note import Note
from editor.negotiation.patch import Draft, Patch
from editor.negotiation.provision import Provision, Stance
from editor.negotiation.session import Row, Session

_LONGEST = 120
_MOST_PROVISIONS = 12
_DECIDED = {True: "in", False: "out", None: "layers"}


def detail_of(command: Command, session: Session, patch: Patch) -> LogDetail:
    """What `patch`, which `command` planned for `session`, is about."""
    known, before = _Known(session, patch), _Known(session, Patch())
    match command:
        case SwitchLayers(delegations, on):
            return LogDetail(whose=known.codes(delegations), how="on" if on else "off")
        case ChooseLayers(on):
            return LogDetail(whose=known.codes(sorted(on)))
        case Reorder(delegations):
            return LogDetail(whose=known.codes(delegations))
        case AddDelegation(code):
            return LogDetail(whose=(code,))
        case ChangeDelegation(changed):
            return LogDetail(whose=(changed.code,))
        case MergeDelegations(kept, merged):
            return LogDetail(who=known.code(kept), whose=known.codes(merged))
        case RemoveDelegation(delegation):
            return LogDetail(whose=known.codes((delegation,)))
        case Entitle(title, reading, symbol, date):
            return LogDetail(words=", ".join(filter(None, (title, reading, symbol, date))))
        case CloseReading(adopted, reading):
            return LogDetail(whose=known.sponsors(adopted), words=reading)
        case BringIn(_, file):
            return LogDetail(words=file)
        case Relabel(provision, label):
            return LogDetail(at=before.labels((provision,)), words=label)
        case JoinProvisions(first, second):
            return LogDetail(at=before.labels((first, second)))
        case SplitProvision(provision):
            return LogDetail(at=before.labels((provision,)))
        case TakeBasePosition(provision, start, end, delegation, stance):
            return LogDetail(
                at=known.labels((provision,)),
                who=known.code(delegation),
                how=_stance(stance),
                words=_short(session.provisions[provision].text[start:end]),
            )
        case SetStatus(provisions, status, pending_on):
            whose = known.codes(pending_on)
            return LogDetail(at=known.labels(provisions), whose=whose, how=str(status))
        case Rule(members, how, choice, text):
            at, whose = known.labels(known.places(members)), known.sponsors(choice)
            return LogDetail(at=at, whose=whose, how=str(how), new=_short(text))
        case Unrule(ruling):
            members = session.rulings[ruling].members
            return LogDetail(at=known.labels(known.places(members)))
        case _:
            return known.about(command)


class _Known:
    """The rows by their ids, as they are after the patch, or as they were."""

    def __init__(self, session: Session, patch: Patch) -> None:
        self._session = session
        self._patch = patch
        rows = ((c.table, c.key, c.after or c.before) for c in patch.changes)
        self._changed = {(table, key): row for table, key, row in rows}

    def about(self, command: Command) -> LogDetail:
        """A command about proposals: those it names, else those that it changes."""
        amendments = list(self._amendments_of(command))
        detail = LogDetail(
            at=self.labels(self._places_changed(amendments)),
            whose=self.sponsors(amendments),
            how=_how(command),
        )
        if isinstance(command, TakePosition | RankWishes):
            detail = _with(detail, who=self.code(command.delegation))
        if len(amendments) == 1:
            old, new = self._words(amendments[0])
            detail = _with(detail, old=_short(old), new=_short(new))
        return detail

    def code(self, delegation: str) -> str:
        return getattr(self._row("delegations", delegation), "code", "")

    def codes(self, delegations: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, map(self.code, delegations))))

    def sponsors(self, amendments: Iterable[str]) -> tuple[str, ...]:
        """The codes of those who propose any of `amendments`."""
        return self.codes(s for each in self._rows(amendments) for s in each.sponsors)

    def places(self, amendments: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(each.provision for each in self._rows(sorted(amendments))))

    def labels(self, provisions: Iterable[str]) -> dict[str, str]:
        """Label, or first words, of at most a dozen provisions."""
        found: dict[str, str] = {}
        for each in provisions:
            row = self._row("provisions", each)
            if isinstance(row, Provision) and len(found) < _MOST_PROVISIONS:
                found[each] = row.label or f"“{row.text[:24].strip()}…”"
        return found

    def _words(self, amendment: str) -> tuple[str, str]:
        """The words of a proposal's first change: those that go and those that come."""
        row = next(self._rows((amendment,)))
        if row.text is not None or not row.edits:
            return "", row.text or ""
        edit = row.edits[0]
        ground = text_amended(Draft(self._session), row)
        return ground[edit.start : edit.end].strip(), edit.text.strip()

    def _amendments_of(self, command: Command) -> Iterator[str]:
        if isinstance(command, Decide | SetState | DeclareAlternatives | TakePosition):
            yield from command.amendments
            return
        if isinstance(command, RankWishes):
            yield from (*command.amendments, *command.unranked)
            return
        yield from (c.key for c in self._patch.changes if c.table == "amendments")

    def _places_changed(self, amendments: Iterable[str]) -> Iterator[str]:
        yield from self.places(amendments)
        for (table, key), row in self._changed.items():
            if table == "provisions":
                yield key
            elif table == "unread":
                yield getattr(row, "provision", "")
            elif isinstance(row, Note):
                yield row.anchor.provision

    def _rows(self, amendments: Iterable[str]) -> Iterator[Amendment]:
        rows = (self._row("amendments", each) for each in amendments)
        return (each for each in rows if isinstance(each, Amendment))

    def _row(self, table: str, key: str) -> Row | None:
        changed = self._changed.get((table, key))
        found: Row | None = changed or getattr(self._session, table).get(key)
        return found


def _how(command: Command) -> str:
    match command:
        case Decide(_, included):
            return _DECIDED[included]
        case SetState(_, state):
            return str(state)
        case DeclareAlternatives(_, undeclare):
            return "apart" if undeclare else "rivals"
        case TakePosition(_, _, stance):
            return _stance(stance)
        case _:
            return ""


def _stance(stance: Stance | None) -> str:
    return str(stance) if stance is not None else "none"


def _with(detail: LogDetail, who: str = "", old: str = "", new: str = "") -> LogDetail:
    return LogDetail(detail.at, who or detail.who, detail.whose, detail.how, old, new)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
