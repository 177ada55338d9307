"""A fault to plant in the engine, to see whether the laws catch it."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Fault:
    """In `file` (under editor/) the snippet `sound`, found exactly once, becomes `faulty`."""

    name: str
    file: str
    sound: str
    faulty: str

    def planted(self, source: str) -> str:
        """Raises ValueError when the snippet does not occur exactly once."""
        found = source.count(self.sound)
        if found != 1:
            raise ValueError(f"{self.name}: {found} occurrences in {self.file}: {self.sound}")
        return source.replace(self.sound, self.faulty)

    @property
    def path(self) -> Path:
        return ROOT / "editor" / self.file
