"""Two kinds of error: what the user can be told, and what is our fault."""

from collections.abc import Callable
from functools import partial


class KnownError(Exception):
    """Something outside the program is wrong: a file, a medium, a choice that does not fit.

    `code` names the sentence that the interface or the command line will say; `facts` fill
    that sentence in.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({details})" if details else self.code

    def __reduce__(self) -> tuple[Callable[[], "KnownError"], tuple[()]]:
        """Carries it from one process to another."""
        return partial(type(self), self.code, **self.facts), ()


class BugError(Exception):
    """A promise inside the program was broken; worth a report."""
