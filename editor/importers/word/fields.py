"""Fields: what is shown is the result; the instruction before it is not."""


class FieldState:
    """Follows `w:fldChar` through a story; fields can be nested and span paragraphs."""

    def __init__(self) -> None:
        self._in_instruction: list[bool] = []

    def take(self, kind: str) -> None:
        """One `w:fldChar` of the type `begin`, `separate` or `end`."""
        if kind == "begin":
            self._in_instruction.append(True)
        elif kind == "separate" and self._in_instruction:
            self._in_instruction[-1] = False
        elif kind == "end" and self._in_instruction:
            self._in_instruction.pop()

    @property
    def hides_text(self) -> bool:
        return any(self._in_instruction)

    def end_paragraph(self) -> None:
        """An instruction does not go on in the next paragraph: a field that was never
        finished must not hide the rest of the document."""
        self._in_instruction = [waiting for waiting in self._in_instruction if not waiting]
