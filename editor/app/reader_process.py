"""Reading files from others in a process of its own, within limits of time and memory."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from types import TracebackType
from typing import Protocol, Self, TypeVar

from editor.errors import KnownError

SECONDS = 60.0
MEMORY = 1024**3
"""Bytes of address space a worker may take, where the system can hold it to that."""
_BETWEEN_LOOKS = 0.05

Result = TypeVar("Result")


class Reader(Protocol):
    """Something that reads a file by the function given, with its bytes and name."""

    def __call__(
        self, how: Callable[[bytes, str], Result], content: bytes, name: str, /
    ) -> Result: ...


def read_here(how: Callable[[bytes, str], Result], content: bytes, name: str) -> Result:
    """Reads in this process, for files that are our own."""
    return how(content, name)


class ReaderProcess:
    """Reads files one after another in one worker, which the first of them starts.

    A context manager: leaving it ends the worker, whatever it is doing.
    """

    def __init__(
        self,
        while_waiting: Callable[[], None] = lambda: None,
        seconds: float = SECONDS,
    ) -> None:
        """`while_waiting` is called some twenty times a second; what it raises stops the
        reading."""
        self._while_waiting = while_waiting
        self._seconds = seconds
        self._ours: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, how: Callable[[bytes, str], Result], content: bytes, name: str) -> Result:
        """What `how`, a function that can be imported by its name, makes of the file; its
        refusals are raised here too.

        Raises also KnownError `reading_too_long` (`seconds`) and `reading_failed`: the file
        needed more memory than it may have, or brought the worker down.
        """
        try:
            answer = self._answer(how, content, name)
        except (EOFError, OSError):
            self._end()
            raise KnownError("reading_failed", name=name) from None
        except BaseException:
            self._end()
            raise
        if isinstance(answer, KnownError):
            raise answer
        return answer

    def _answer(
        self, how: Callable[[bytes, str], Result], content: bytes, name: str
    ) -> Result | KnownError:
        worker = self._ours or self._start()
        worker.send((how, content, name))
        latest = monotonic() + self._seconds
        while not worker.poll(_BETWEEN_LOOKS):
            self._while_waiting()
            if monotonic() > latest:
                raise KnownError("reading_too_long", name=name, seconds=round(self._seconds))
        answer: Result | KnownError = worker.recv()
        return answer

    def _start(self) -> Connection:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        return self._ours

    def _end(self) -> None:
        if self._ours is not None:
            self._ours.close()
            self._ours = None
            self._process.kill()
            self._process.join()
            self._process.close()


def _serve(theirs: Connection) -> None:
    _limit_memory()
    with suppress(EOFError, OSError, MemoryError):
        while True:
            how, content, name = theirs.recv()
            try:
                theirs.send(how(content, name))
            except KnownError as error:
                theirs.send(error)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        with suppress(ValueError, OSError):  # macOS knows the limit and refuses it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
