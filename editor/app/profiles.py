"""Which convention profile a marked-up text is read with: the one that is asked for, the one that
was chosen for the series it belongs to, or the likeliest."""

import re
from dataclasses import replace
from pathlib import Path

from editor.app.settings import Settings
from editor.errors import KnownError
from editor.importers.compilation.read import read_compilation
from editor.importers.compilation.reading import CompilationReading
from editor.importers.house_styles.guess import PROFILE_NAMES, guess_profile, style_called
from editor.importers.house_styles.read import read_house_style
from editor.importers.names import load_names
from editor.importers.source import SourceDocument

_CHANGING = re.compile(r"[\W\d_]+")


def read_in_profile(
    source: SourceDocument, beside: SourceDocument | None = None, profile: str = ""
) -> CompilationReading:
    """What the text says in a profile, the likeliest if none is given; of a house style its name
    is among the warnings.

    A base `beside` it serves the verb list only. Raises KnownError("no_such_profile") and what
    the readers raise.
    """
    if profile and profile not in PROFILE_NAMES:
        raise KnownError("no_such_profile", profile=profile, known=", ".join(PROFILE_NAMES))
    names = load_names()
    style = style_called(profile or guess_profile(source, names).name)
    if style is None:
        return read_compilation(source, names, beside)
    return read_house_style(source, names, style)


def remembered_profile(settings: Settings, file: str) -> str:
    """The profile that was chosen for files called like `file`, or ""."""
    return settings.profiles.get(series_of(file), "")


def with_profile(settings: Settings, file: str, profile: str) -> Settings:
    """The settings with `profile` for the series of `file`."""
    return replace(settings, profiles={**settings.profiles, series_of(file): profile})


def series_of(file: str) -> str:
    """What the names of the files of one series share: no digits, no marks, no ending."""
    return _CHANGING.sub(" ", Path(file).stem).strip().lower()
