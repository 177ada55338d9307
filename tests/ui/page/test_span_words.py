import pytest

from editor.negotiation.amendment import Amendment
from editor.negotiation.delegation import Delegation
from editor.negotiation.note import Note
from editor.negotiation.run import Option, Run, RunKind
from editor.negotiation.session import Session
from editor.ui.page.span_words import span_words
from editor.ui.page.spans import Look, Span, View, spans_of

SESSION = Session(
    delegations={
        "can": Delegation("can", "CAN", "Canada"),
        "egy": Delegation("egy", "EGY", "Egypt"),
    },
    amendments={"a1": Amendment("a1", "p1", notes=("n1",))},
    notes={"n1": Note("n1", "They were left out.", delegation="can"), "n2": Note("n2", "See 4.")},
)


def changed(kind: RunKind, look: Look, amendment: str = "", contested: bool = False) -> Span:
    run = Run(kind, " and survivors", 1, 1, (amendment,), ("can", "egy"), contested=contested)
    return Span(run.text, look, "can", run=run)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (changed(RunKind.INSERTED, Look.INSERTED), "inserted by Canada, Egypt: and survivors"),
        (changed(RunKind.DELETED, Look.DELETED), "deleted by Canada, Egypt: and survivors"),
        (
            changed(RunKind.STRUCK, Look.STRUCK),
            "struck from the proposal by Canada, Egypt: and survivors",
        ),
        (
            changed(RunKind.KEPT, Look.CONTESTED, contested=True),
            "deletion contested, proposed by Canada, Egypt: and survivors",
        ),
        (changed(RunKind.INSERTED, Look.TAG), "Canada, Egypt"),
        (
            changed(RunKind.INSERTED, Look.INSERTED, "a1"),
            "inserted by Canada, Egypt: and survivors\nCAN: They were left out.",
        ),
        (Span("2", Look.NOTE, note="n2"), "See 4."),
        (Span("plain", Look.PLAIN), ""),
    ],
)
def test_a_change_in_words(span: Span, words: str) -> None:
    assert span_words(SESSION, span) == words


def test_a_bracket_says_who_wants_what() -> None:
    """The words of `[loss / protect]` one by one, as the caret comes to them."""
    wanted = Run(RunKind.INSERTED, "loss", 4, 4, ("a1",), ("can", "egy"))
    base = Run(RunKind.KEPT, "protect", 4, 11)
    options = (
        Option("loss", (wanted,), ("a1",), ("can", "egy")),
        Option("protect", (base,), (), (), is_base=True),
    )
    bracket = Run(RunKind.ALTERNATIVES, "[loss / protect]", 4, 11, conflict="c1", options=options)

    spans = spans_of([bracket], View.REDLINE, "All protect", lambda codes: " ".join(codes).upper())

    assert [(each.text, span_words(SESSION, each).splitlines()[0]) for each in spans] == [
        ("[", "in conflict: [loss / protect]"),
        ("loss", "in conflict, wanted by Canada, Egypt: loss"),
        ("CAN EGY", "in conflict, wanted by Canada, Egypt: loss"),
        (" / ", "in conflict: [loss / protect]"),
        ("protect", "in conflict, words of the base: protect"),
        ("]", "in conflict: [loss / protect]"),
    ]
