"""What the desk does with one open session."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolTip

from editor.app.workspace import Cause, Prepared, SessionChange, Workspace
from editor.errors import BugError, KnownError
from editor.negotiation.commands.command import Command
from editor.negotiation.commands.switching import SwitchLayers
from editor.negotiation.delegation import CHAIR_ID
from editor.ui.actions import Actions
from editor.ui.agreed_notice import AgreedNotice
from editor.ui.desk import Desk
from editor.ui.facts.layer_facts import LayerFacts
from editor.ui.facts.provision_facts import ProvisionFacts
from editor.ui.facts.standing import StandingCounter
from editor.ui.finder import Finder
from editor.ui.hint_walk import HintWalk
from editor.ui.links import Links
from editor.ui.navigation import Direction, Navigation
from editor.ui.page.spans import View
from editor.ui.wording import worded

Find = Callable[[Navigation, str, Direction], str | None]
Tell = Callable[[KnownError | BugError], None]


class DeskController(QObject):
    """Joins the panels to a workspace: asks become commands, changes go to each panel."""

    writing_failed = Signal(object)

    def __init__(self, desk: Desk, actions: Actions, workspace: Workspace, tell: Tell) -> None:
        super().__init__(desk)
        self._desk = desk
        self._actions = actions
        self.workspace = workspace
        self._tell = tell
        self._finder = Finder(desk.page)
        self.facts = ProvisionFacts(workspace.composition)
        self._layer_facts = LayerFacts(workspace.session)
        self._counter = StandingCounter()
        self._agreed = AgreedNotice(desk.status_bar, workspace.composition, self)
        self._hints = HintWalk()
        self._links = Links()
        self._show()
        self._connect()
        workspace.listeners.changed.append(self.follow)
        workspace.listeners.saved.append(desk.status_bar.show_saved)
        workspace.listeners.failed.append(self._failed)

    def execute(
        self,
        command: Command,
        prepared: Prepared | None = None,
        files: Sequence[bytes] = (),
    ) -> SessionChange | None:
        """Do what `command` says, and keep the `files` it brings in; say so if the session does
        not allow it."""
        try:
            return self.workspace.execute(command, self, prepared=prepared, files=files)
        except KnownError as error:
            self._tell(error)
            return None

    def may_change(self) -> bool:
        """Whether the session can be changed at all; says so if it cannot."""
        try:
            self.workspace.check_writable()
        except KnownError as error:
            self._tell(error)
            return False
        return True

    def changing(self, question: Callable[..., None]) -> Callable[..., None]:
        """A question whose answer changes the session: where it may only be read, that is said
        instead of asking."""

        def ask(*about: object) -> None:
            if self.may_change():
                question(*about)

        return ask

    def refuse(self, error: KnownError) -> None:
        """Say beside the caret why a key did nothing."""
        page = self._desk.page
        place = page.viewport().mapToGlobal(page.cursorRect().bottomLeft())
        QToolTip.showText(place, worded(error), page)

    def follow(self, change: SessionChange) -> None:
        """Show what an action changed, the page first."""
        composition, session = self.workspace.composition, self.workspace.session
        desk = self._desk
        desk.page.follow(change)
        self.facts.follow(composition, change)
        if change.cause is Cause.REVERTED:
            self._recount()
        else:
            self._layer_facts.follow(session, change.patch)
            self._agreed.follow(composition, change)
        desk.layers.follow(session, change)
        desk.outline.follow(composition, change)
        desk.proposals.follow(change)
        desk.top_bar.follow(session)
        if change.cause is not Cause.REVERTED:
            desk.status_bar.show_saving()
        self._show_standing()
        self.show_undo()

    def release(self) -> None:
        """Let go of the panels and the workspace."""
        self._desk.page.let_go()
        self._agreed.let_go()
        self._desk.page.set_solo("")
        self._desk.top_bar.choose_speaker(CHAIR_ID)
        listeners = self.workspace.listeners
        listeners.changed.remove(self.follow)
        listeners.saved.remove(self._desk.status_bar.show_saved)
        listeners.failed.remove(self._failed)
        self._links.cut()

    def go_to(self, provision: str | None) -> None:
        """Take a provision in hand."""
        if provision is not None:
            self._desk.page.show_provision(provision)

    def navigation(self) -> Navigation:
        return Navigation(self.workspace.composition, self.facts)

    def undo(self) -> None:
        self._look_at(self.workspace.undo(self))

    def redo(self) -> None:
        self._look_at(self.workspace.redo(self))

    def _look_at(self, change: SessionChange | None) -> None:
        """Go to what an action changed, if nothing of it is in view."""
        if change is None:
            return
        rows = {each.key for each in change.patch.changes if each.table == "provisions"}
        touched = [
            place.provision
            for place in self.workspace.composition.places
            if place.provision in change.touched or place.provision in rows
        ]
        if touched and not any(map(self._desk.page.shows, touched)):
            self.go_to(touched[0])

    def _show(self) -> None:
        desk, workspace = self._desk, self.workspace
        desk.page.show_workspace(workspace)
        self.go_to(self.navigation().first_provision())
        desk.outline.show_session(workspace.composition, self.facts)
        desk.layers.show_session(workspace.session, self._layer_facts)
        desk.proposals.show_session(workspace, self.facts)
        desk.top_bar.show_session(workspace.session)
        if workspace.file.read_only:
            desk.status_bar.show_read_only()
        else:
            desk.status_bar.show_nothing_to_save()
        self._entered(desk.page.provision_in_hand)
        self._show_standing()
        self.show_undo()

    def _entered(self, provision: str) -> None:
        self._desk.outline.set_in_hand(provision)
        self._desk.proposals.show_provision(provision)
        self._show_place()

    def _show_place(self) -> None:
        self._desk.status_bar.show_place(
            *self._desk.outline.model.place_of(self._desk.page.provision_in_hand)
        )

    def _show_standing(self) -> None:
        standing = self._counter.count(self.workspace.composition, self.facts)
        self._desk.status_bar.show_standing(standing)

    def show_undo(self) -> None:
        """Whether there is something to take back, or to do again."""
        self._actions.undo.setEnabled(self.workspace.can_undo)
        self._actions.redo.setEnabled(self.workspace.can_redo)

    def _recount(self) -> None:
        self.facts = ProvisionFacts(self.workspace.composition)
        self._layer_facts = LayerFacts(self.workspace.session)
        self._agreed.begin(self.workspace.composition)
        self._desk.outline.show_session(self.workspace.composition, self.facts)
        self._desk.layers.show_session(self.workspace.session, self._layer_facts)
        self._desk.proposals.show_session(self.workspace, self.facts)
        self._desk.top_bar.show_session(self.workspace.session)

    def _failed(self, error: KnownError | BugError) -> None:
        self._desk.status_bar.show_unsaved()
        self.writing_failed.emit(error)

    def _switch(self, delegations: tuple[str, ...], on: bool) -> None:
        self.execute(SwitchLayers(delegations, on))

    def _switch_all(self, on: bool) -> None:
        everyone = tuple(each for each in self.workspace.session.delegations if each != CHAIR_ID)
        self.execute(SwitchLayers(everyone, on))

    def _search(self, words: str, backwards: bool) -> None:
        self._desk.find_bar.show_answer(self._finder.go_on(words, backwards))

    def _search_typed(self, words: str) -> None:
        self._desk.find_bar.show_answer(self._finder.stay(words))

    def _open_find(self) -> None:
        selected = self._desk.page.textCursor().selectedText()
        self._desk.find_bar.open_bar(selected if "\u2029" not in selected else "")

    def _connect(self) -> None:
        desk, actions = self._desk, self._actions
        self._links.join(desk.page.provision_entered, self._entered)
        self._links.join(desk.page.refused, self.refuse)
        self._links.join(desk.page.zoomed, desk.status_bar.show_zoom)
        self._links.join(desk.status_bar.zoom_asked, desk.page.set_zoom)
        self._links.join(desk.status_bar.conflicts.clicked, actions.next_conflict.trigger)
        self._links.join(desk.status_bar.agreed_changed.clicked, self._go_to_changed)
        self._links.join(desk.outline.provision_chosen, self.go_to)
        self._links.join(desk.layers.switch_asked, self._switch)
        self._links.join(desk.layers.solo_changed, desk.page.set_solo)
        self._links.join(desk.proposals.command_asked, self.execute)
        self._links.join(desk.proposals.words_asked, self._select)
        self._links.join(actions.move_up.triggered, lambda: desk.proposals.step(-1))
        self._links.join(actions.move_down.triggered, lambda: desk.proposals.step(1))
        self._links.join(desk.find_bar.search_asked, self._search)
        self._links.join(desk.find_bar.typed, self._search_typed)
        self._links.join(desk.top_bar.speaker_changed, desk.page.set_speaker)
        self._links.join(desk.find_bar.closed, desk.page.setFocus)
        self._links.join(actions.undo.triggered, self.undo)
        self._links.join(actions.redo.triggered, self.redo)
        self._links.join(actions.find.triggered, self._open_find)
        self._links.join(actions.find_next.triggered, lambda: desk.find_bar.search(False))
        self._links.join(actions.find_previous.triggered, lambda: desk.find_bar.search(True))
        self._links.join(actions.all_on.triggered, lambda: self._switch_all(True))
        self._links.join(actions.all_off.triggered, lambda: self._switch_all(False))
        for action, view in (
            (actions.view_base, View.BASE),
            (actions.view_redline, View.REDLINE),
            (actions.view_brackets, View.BRACKETS),
            (actions.view_clean, View.CLEAN),
        ):
            self._links.join(action.triggered, lambda _=False, v=view: desk.page.set_view(v))
        self._links.join(actions.zoom_in.triggered, lambda: desk.page.set_zoom(desk.page.zoom + 10))
        self._links.join(
            actions.zoom_out.triggered, lambda: desk.page.set_zoom(desk.page.zoom - 10)
        )
        self._links.join(actions.zoom_reset.triggered, lambda: desk.page.set_zoom(100))
        self._connect_navigation()

    def _select(self, provision: str, start: int, end: int) -> None:
        self._desk.page.select(provision, start, end)
        self._desk.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_changed(self) -> None:
        self.go_to(self._agreed.next_after(self._desk.page.provision_in_hand))

    def _go_to_hint(self, direction: Direction, *_: object) -> None:
        here, composition = self._desk.page.provision_in_hand, self.workspace.composition
        found = self._hints.go_on(composition, self.navigation(), here, direction)
        if found is None:
            self.refuse(KnownError("no_hints"))
        else:
            self._select(found[0], found[1].start, found[1].end)

    def _go_on(self, find: Find, direction: Direction, nowhere: KnownError, *_: object) -> None:
        found = find(self.navigation(), self._desk.page.provision_in_hand, direction)
        if found is None:
            self.refuse(nowhere)
        self.go_to(found)

    def _connect_navigation(self) -> None:
        actions = self._actions
        ways: tuple[tuple[QAction, QAction, Find, KnownError], ...] = (
            (
                actions.next_proposal,
                actions.previous_proposal,
                Navigation.with_proposals,
                KnownError("no_proposals"),
            ),
            (
                actions.next_conflict,
                actions.previous_conflict,
                Navigation.in_conflict,
                KnownError("no_open_conflict"),
            ),
            (
                actions.next_open,
                actions.previous_open,
                Navigation.still_open,
                KnownError("nothing_open"),
            ),
        )
        for action, direction in (
            (actions.next_hint, Direction.FORWARD),
            (actions.previous_hint, Direction.BACKWARD),
        ):
            self._links.join(action.triggered, partial(self._go_to_hint, direction))
        for forward, backward, find, nowhere in ways:
            for action, direction in (
                (forward, Direction.FORWARD),
                (backward, Direction.BACKWARD),
            ):
                go_on = partial(self._go_on, find, direction, nowhere)
                self._links.join(action.triggered, go_on)
