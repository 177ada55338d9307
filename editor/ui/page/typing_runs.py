"""Runs of typing: which keystrokes are taken back together, as users of word processors expect."""

from time import monotonic
from uuid import uuid4

from editor.negotiation.commands.dictation import Selection
from editor.ui.page.keystrokes import Act

LONGEST_PAUSE = 3.0
"""Seconds without a key after which another run begins."""
_GO_ON = (Act.TYPE, Act.BACKSPACE, Act.DELETE)


class TypingRuns:
    """Names the run of each keystroke. A word with the spaces around it is a run, and so are
    deletions in a row; a pause, another place or another kind of key begins a new one."""

    def __init__(self) -> None:
        self.name = ""
        self._act = Act.TYPE
        self._words = ""
        self._caret: Selection | None = None
        self._time = 0.0

    def begin_or_go_on(self, act: Act, text: str, at: Selection) -> str:
        """The name of the run of a key that does `act` at a caret or selection."""
        goes_on = (
            act is self._act
            and act in _GO_ON
            and at == self._caret
            and monotonic() - self._time < LONGEST_PAUSE
            and not (_ends_a_word(self._words) and not text.isspace())
        )
        if not goes_on:
            self.name, self._words = uuid4().hex, ""
        self._act = act
        self._words += text
        return self.name

    def done(self, caret: Selection) -> None:
        """The key has done what it is for; the caret stands at `caret`."""
        self._caret, self._time = caret, monotonic()

    def end(self) -> None:
        """What comes next is another run."""
        self._caret = None


def _ends_a_word(typed: str) -> bool:
    return typed[-1:].isspace() and not typed.isspace()
