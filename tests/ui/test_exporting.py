"""What the window proposes as a name, and the day that it prints."""

from datetime import datetime, timedelta

import pytest

from editor.negotiation.commands.status import Entitle
from editor.negotiation.composition import Composition
from editor.ui.dialogs.export_dialog import ExportDialog
from editor.ui.main_window import MainWindow
from editor.ui.page.spans import View
from editor.ui.printing import preview, printed_view


def test_a_title_becomes_a_name_that_every_system_takes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def cancel(dialog: ExportDialog) -> int:
        proposed.append(dialog.path.name)
        return 0

    monkeypatch.setattr(ExportDialog, "exec", cancel)
    assert window.session_side.controller is not None
    window.session_side.controller.execute(Entitle("Coasts: 2/3 \u202e*final*?"))

    window.actions_.export_file.trigger()

    assert proposed == ["Coasts 2 3 final redline.docx"]


def test_what_is_printed_bears_the_day_of_this_place(
    window: MainWindow, far_east: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[datetime] = []

    def written(composition: Composition, view: View, now: datetime) -> str:
        times.append(now)
        return ""

    monkeypatch.setattr(printed_view, "printed_view", written)
    monkeypatch.setattr(preview.Preview, "exec", lambda _: 0)

    window.actions_.print_view.trigger()

    assert [each.utcoffset() for each in times] == [far_east]
