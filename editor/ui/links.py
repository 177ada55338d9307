"""Connections of signals that are cut together."""

from collections.abc import Callable
from typing import Protocol


class _Signal(Protocol):
    def connect(self, slot: Callable[..., object]) -> object: ...

    def disconnect(self, slot: Callable[..., object]) -> object: ...


class Links:
    """What one session connects to the window, until the session is closed."""

    def __init__(self) -> None:
        self._joined: list[tuple[_Signal, Callable[..., object]]] = []

    def join(self, signal: _Signal, slot: Callable[..., object]) -> None:
        signal.connect(slot)
        self._joined.append((signal, slot))

    def cut(self) -> None:
        for signal, slot in self._joined:
            signal.disconnect(slot)
        self._joined.clear()
