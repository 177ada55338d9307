"""Where the program keeps its own files, by the custom of each system. Nothing is made here."""

from pathlib import Path

from platformdirs import PlatformDirs


def data_folder() -> Path:
    """For sessions that the program itself makes, such as the copy of the sample."""
    return _folders().user_data_path


def settings_file() -> Path:
    """The settings of this user on this machine."""
    return _folders().user_config_path / "settings.json"


def _folders() -> PlatformDirs:
    return PlatformDirs("rolling-text", appauthor=False)
