from pathlib import Path

from editor.app.settings import Settings, SettingsStore, ThemeChoice, load_settings, save_settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(
        author="A",
        theme=ThemeChoice.DARK,
        recent=("x",),
        panels=(1, 2, 3),
        shortcuts={"undo": "F2"},
    )

    save_settings(settings, path)

    assert load_settings(path) == settings


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in (b"", b"{", b'{"zoom": "large"}', b"\xff\xfe"):
        path.write_bytes(content)
        assert load_settings(path) == Settings()


def test_unknown_settings_of_a_newer_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"author": "A", "later": [1, 2]}')

    assert load_settings(path).author == "A"


def test_recent_sessions_are_few_and_stand_once(tmp_path: Path) -> None:
    settings = Settings()
    paths = [tmp_path / f"{number}.rolling" for number in range(10)]
    for path in [*paths, paths[5]]:
        settings = settings.with_recent(path)

    assert settings.recent[0] == str(paths[5].resolve())
    assert len(settings.recent) == len(set(settings.recent)) == 8
    assert str(paths[9].resolve()) not in settings.without_recent(str(paths[9].resolve())).recent


def test_settings_that_cannot_be_written_last_until_the_end(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    store = SettingsStore(blocked / "settings.json")

    store.keep(Settings(author="A"))

    assert store.current.author == "A"
