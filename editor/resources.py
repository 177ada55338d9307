"""Where the files that ship with the program are."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "_bundled"
_CHECKOUT = Path(__file__).parent.parent


def resource_path(*parts: str) -> Path:
    """Path of a bundled file, e.g. `resource_path("fonts", "Inter.ttf")`."""
    return _folder("resources").joinpath(*parts)


def sample_path(*parts: str) -> Path:
    """Path of a file in the folder of sample sessions."""
    return _folder("sample_sessions").joinpath(*parts)


def packaging_path(*parts: str) -> Path:
    """Path of a file that says what an installation needs."""
    return _folder("packaging").joinpath(*parts)


def _folder(name: str) -> Path:
    packaged = _PACKAGED / name
    return packaged if packaged.is_dir() else _CHECKOUT / name
