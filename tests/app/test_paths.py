from pathlib import Path

import pytest

from editor.app.paths import data_folder, settings_file


@pytest.mark.parametrize("place", [data_folder, settings_file])
def test_every_place_bears_the_programs_name_and_none_is_made(
    place: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    assert callable(place)

    path = place()

    assert path.is_relative_to(tmp_path)
    assert "rolling-text" in path.parts
    assert not any(tmp_path.iterdir())
