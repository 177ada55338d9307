"""The settings of this user on this machine, typed. A damaged file is as good as none."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from editor.app.paths import settings_file

_MOST_RECENT = 8


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """`author` stands in the log of a session and is never exported; who does not give a name is
    not asked again (`author_asked`). `recent` are paths, the latest first; `geometry` is the
    window's place as Qt writes it, in base 64; `panels` are the widths of the outline, the page
    and the side panel, `side` the heights within the last."""

    author: str = ""
    author_asked: bool = False
    theme: ThemeChoice = ThemeChoice.SYSTEM
    recent: tuple[str, ...] = ()
    geometry: str = ""
    zoom: int = 100
    panels: tuple[int, ...] = ()
    side: tuple[int, ...] = ()
    shortcuts: dict[str, str] = field(default_factory=dict)
    """Keys the user changed, by the name of the action; "" where it is to have none."""
    profiles: dict[str, str] = field(default_factory=dict)
    """Convention profiles the user chose, by what the names of a series of files share."""

    def with_recent(self, path: Path) -> "Settings":
        """With `path` as the latest session."""
        latest = str(path.resolve())
        others = (each for each in self.recent if each != latest)
        return replace(self, recent=(latest, *others)[:_MOST_RECENT])

    def with_author(self, author: str) -> "Settings":
        return replace(self, author=author, author_asked=True)

    def with_theme(self, theme: ThemeChoice) -> "Settings":
        return replace(self, theme=theme)

    def with_key(self, action: str, key: str) -> "Settings":
        """With `key` for an action, by its name."""
        return replace(self, shortcuts={**self.shortcuts, action: key})

    def with_usual_key(self, action: str) -> "Settings":
        """Without a key of the user's own for an action."""
        others = {name: key for name, key in self.shortcuts.items() if name != action}
        return replace(self, shortcuts=others)

    def with_usual_keys(self) -> "Settings":
        return replace(self, shortcuts={})

    def without_recent(self, path: str) -> "Settings":
        return replace(self, recent=tuple(each for each in self.recent if each != path))


class SettingsStore:
    """The settings in use; every change is written at once."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is the user's own file, if not given."""
        self._path = path
        self.current = load_settings(path)

    def keep(self, settings: Settings) -> None:
        """Use `settings` from now on. Where they cannot be written they last until the end."""
        self.current = settings
        with suppress(OSError):
            save_settings(settings, self._path)


def load_settings(path: Path | None = None) -> Settings:
    """The settings in `path` (the user's own file, if not given)."""
    try:
        return msgspec.json.decode((path or settings_file()).read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Settings()


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all. Raises OSError."""
    target = path or settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))
    unfinished.replace(target)
