"""The typist: turns keys pressed on the page into proposals of whoever speaks."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from editor.app.workspace import Cause, SessionChange, Workspace
from editor.errors import KnownError
from editor.negotiation.commands.dictated import DictateSeveral, FinishDictation
from editor.negotiation.commands.dictation import (
    Dictation,
    Selection,
    break_paragraph,
    dictate,
    dictated,
)
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import AGREED_STATUSES
from editor.ui.page.entries import Entry
from editor.ui.page.keystrokes import Act, Keystroke, reach
from editor.ui.page.page_document import PageDocument
from editor.ui.page.places import Side, composed_place, copied
from editor.ui.page.spans import View
from editor.ui.page.typed_text import typed_text
from editor.ui.page.typing_runs import TypingRuns
from editor.ui.page.utf16 import to_points

EDITED_VIEWS = frozenset({View.REDLINE, View.CLEAN})


class Typist(QObject):
    """Works for one page. `speaker` is the delegation whose layer typing goes to."""

    refused = Signal(object)
    """A KnownError: why a key did nothing."""
    dictated = Signal(object, object)
    """The Selection where the caret belongs now, and the Side on which it stands."""

    def __init__(self, workspace: Workspace, page: PageDocument) -> None:
        super().__init__()
        self.speaker = CHAIR_ID
        self._workspace = workspace
        self._page = page
        self._continuing = ""
        self._runs = TypingRuns()
        self._is_busy = False

    def press(self, keystroke: Keystroke, cursor: QTextCursor) -> None:
        """Do what a key asks for at the caret or selection of `cursor`."""
        match keystroke.act:
            case Act.COPY:
                self._copy(cursor)
            case Act.CUT:
                self._copy(cursor)
                self._refusing(lambda: self._put(cursor, "", Act.CUT))
            case Act.PASTE:
                self.paste(QGuiApplication.clipboard().mimeData(), cursor)
            case Act.BREAK:
                self._refusing(lambda: self._break(cursor))
            case _:
                self._refusing(lambda: self._put(cursor, keystroke.text, keystroke.act))

    def paste(self, source: QMimeData, cursor: QTextCursor) -> None:
        """Put in the words of the clipboard, in one line."""
        text = typed_text(source.text()) if source.hasText() else ""
        if text:
            self._refusing(lambda: self._put(cursor, text, Act.PASTE))

    def selected_text(self, cursor: QTextCursor) -> str:
        """The words selected, without code tags and numbers of notes."""
        parts = []
        for entry, start, end in self._entries_in(cursor):
            parts.append(copied(entry.spans, start, end))
        return "\n".join(parts)

    def caret_moved(self) -> None:
        """The person went elsewhere: what was being dictated is finished."""
        if self._is_busy:
            return
        self._runs.end()
        finished, self._continuing = self._continuing, ""
        if finished:
            QTimer.singleShot(0, self, lambda: self._finish(finished))

    def finish(self) -> None:
        """The person stops dictating: another speaks, or the page is left."""
        self._runs.end()
        finished, self._continuing = self._continuing, ""
        if finished:
            self._finish(finished)

    def follow(self, change: SessionChange) -> None:
        """What was being dictated may be taken back: it is finished as it stands, for another
        command would put what was taken back out of the reach of redo."""
        if change.cause is not Cause.COMMAND:
            self._runs.end()
            self._continuing = ""

    def _finish(self, amendment: str) -> None:
        if not self._workspace.file.read_only:
            self._workspace.execute(FinishDictation(amendment), self, self._runs.name)

    def _refusing(self, act: Callable[[], None]) -> None:
        if self._page.view not in EDITED_VIEWS:
            self.refused.emit(KnownError("view_not_edited"))
            return
        self._is_busy = True
        try:
            act()
        except KnownError as error:
            self.refused.emit(error)
        finally:
            self._is_busy = False

    def _put(self, cursor: QTextCursor, text: str, act: Act) -> None:
        selected = list(self._selections(cursor))
        if not selected:
            selected = [self._beside_struck_words(cursor, text)]
        self._check_open(selected)
        first = selected[0]
        if len(selected) == 1 and first.start == first.end and not text:
            words = self._page.composition.provision(first.provision).text
            start, end = reach(act, words, first.start)
            if start == end:
                raise KnownError("nothing_to_delete")
            selected = [Selection(first.provision, start, end)]
        side = Side.RIGHT if act in (Act.DELETE, Act.DELETE_WORD) else Side.LEFT
        parts = [self._dictation(each, text if each is selected[0] else "") for each in selected]
        found = [each for each in parts if each is not None]
        if not found:
            return
        commands = tuple(each.command for each in found)
        command = commands[0] if len(commands) == 1 else DictateSeveral(commands)
        run = self._runs.begin_or_go_on(act, text, first)
        change = self._workspace.execute(command, self, run)
        if change is not None and parts[0] is not None:
            self._go_on(
                change, Selection(selected[0].provision, parts[0].caret, parts[0].caret), side
            )

    def _dictation(self, at: Selection, text: str) -> Dictation | None:
        return dictate(self._workspace.composition, self.speaker, at, text, self._continuing)

    def _break(self, cursor: QTextCursor) -> None:
        selected = list(self._selections(cursor))
        if len(selected) != 1 or selected[0].start != selected[0].end:
            raise KnownError("cannot_split_here")
        self._check_open(selected)
        at = selected[0]
        found = break_paragraph(self._workspace.composition, self.speaker, at.provision, at.start)
        run = self._runs.begin_or_go_on(Act.BREAK, "", at)
        change = self._workspace.execute(found.command, self, run)
        if change is not None:
            new = [c.key for c in change.patch.changes if c.table == "provisions" and not c.before]
            place = new[0] if new else at.provision
            self._go_on(change, Selection(place, found.caret, found.caret), Side.LEFT)

    def _go_on(self, change: SessionChange, caret: Selection, side: Side) -> None:
        self._continuing = dictated(change.patch)
        self._runs.done(caret)
        self.dictated.emit(caret, side)

    def _copy(self, cursor: QTextCursor) -> None:
        if cursor.hasSelection():
            QGuiApplication.clipboard().setText(self.selected_text(cursor))

    def _selections(self, cursor: QTextCursor) -> Iterator[Selection]:
        """The selected part of each provision, in the composed text."""
        for entry, start, end in self._entries_in(cursor):
            if entry.role is entry.role.MOVED_AWAY:
                raise KnownError("provision_gone", provision=entry.provision)
            low, high = composed_place(entry.spans, start), composed_place(entry.spans, end)
            if low < high or not cursor.hasSelection():
                yield Selection(entry.provision, low, high)

    def _check_open(self, places: Iterable[Selection]) -> None:
        """What is agreed is changed by nobody's slip of the hand: it is reopened first."""
        provisions = self._workspace.session.provisions
        for each in places:
            if provisions[each.provision].status in AGREED_STATUSES:
                raise KnownError("provision_agreed")

    def _beside_struck_words(self, cursor: QTextCursor, text: str) -> Selection:
        """Where `text` goes that is put in the place of words which are not read anyway."""
        if cursor.hasSelection() and not text:
            raise KnownError("nothing_to_delete")
        for entry, start, _ in self._entries_in(cursor):
            place = composed_place(entry.spans, start)
            return Selection(entry.provision, place, place)
        raise KnownError("provision_gone", provision=self._page.provision_at(cursor.block()))

    def _entries_in(self, cursor: QTextCursor) -> Iterator[tuple[Entry, int, int]]:
        """The entries that a selection reaches, with its ends in code points of their texts."""
        document = self._page.document
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = document.findBlock(start)
        while block.isValid() and block.position() <= end:
            self._page.freshen(block.blockNumber(), block.blockNumber())
            entry = self._page.entry(block)
            if entry is not None and not entry.hidden:
                low = max(0, start - block.position())
                high = min(end - block.position(), block.length() - 1)
                yield entry, to_points(entry.text, low), to_points(entry.text, high)
            block = block.next()
