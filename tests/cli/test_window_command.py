import pytest

from editor.cli.main import main
from editor.cli.output import FAULT


def test_a_window_without_a_display_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == FAULT
    assert "There is no display here" in capsys.readouterr().err
