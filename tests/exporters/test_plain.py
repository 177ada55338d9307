"""The composed text as lines."""

from dataclasses import replace

import pytest
from hypothesis import given

from editor.exporters.composed_json import composed_json
from editor.exporters.forms import manuscript
from editor.exporters.manuscript import SOFT_BREAK, Form
from editor.exporters.plain import TextView, composed_text, text_file
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.note import Note
from editor.negotiation.provision import Mark, MarkKind, Provision
from editor.negotiation.session import Session
from tests.cli.negotiation import CANADA, SESSION
from tests.exporters.small_sessions import change, replacing
from tests.exporters.small_sessions import session as small_session
from tests.strategies import sessions


def lines(session: Session, view: TextView) -> list[str]:
    return list(composed_text(compose(session), view))


def only(*amendments: Amendment) -> Session:
    base = {key: row for key, row in SESSION.provisions.items() if row.is_base}
    rows = {each.id: each for each in amendments}
    return replace(SESSION, provisions=base, amendments=rows, decisions={})


def test_a_label_that_is_part_of_the_words_is_not_printed_twice() -> None:
    session = Session(provisions={"p1": Provision("p1", 1, "(a) They act.", "(a)")})
    assert lines(session, TextView.CLEAN) == ["(a) They act."]


def test_a_split_begins_a_line_without_the_label() -> None:
    split = Amendment("a1", "p1", AmendmentKind.SPLIT, at=8, sponsorships=CANADA)
    assert lines(only(split), TextView.CLEAN)[:2] == ["1\tParties ", "shall act."]
    assert "¶" in lines(only(split), TextView.REDLINE)[0]


def test_a_move_leaves_a_trace_in_the_redline_only() -> None:
    move = Amendment("a1", "p1", AmendmentKind.MOVE, after="p3", sponsorships=CANADA)
    assert "1\t{>>moved<<}" in lines(only(move), TextView.REDLINE)
    assert not any("moved" in line for line in lines(only(move), TextView.CLEAN))


@given(sessions())
def test_clean_is_the_paragraphs_of_the_composition(session: Session) -> None:
    composition = compose(session)
    plain = list(composed_text(composition, TextView.CLEAN))
    assert len(plain) == len(composition.paragraphs)
    assert all(
        line.endswith(text) for line, text in zip(plain, composition.paragraphs, strict=True)
    )


def test_an_open_deletion_is_in_brackets() -> None:
    text = "States shall urgently protect wetlands."
    wishes = [
        change("a", "p1", "CAN", replacing(text, "urgently protect ", "")),
        change("b", "p1", "EGY", replacing(text, "protect", "conserve")),
    ]
    (line,) = lines(small_session([text], wishes), TextView.BRACKETS)
    assert line == "1\tStates shall [urgently conserve] wetlands."


@pytest.mark.parametrize("form", [Form.CLEAN, Form.BRACKETED])
def test_a_file_has_its_notes_at_the_end(form: Form) -> None:
    text, notes = "States shall act.", {"n1": Note("n1", "As defined\nin article 2.", "*")}
    row = Provision("p1", 1, text, "1", marks=(Mark(MarkKind.NOTE, 6, 6, "n1"),))
    session = Session(provisions={"p1": row}, notes=notes)
    assert text_file(compose(session), form) == (
        "1\tStates¹ shall act.\n\n¹ As defined in article 2.\n"
    )


@pytest.mark.parametrize("form", [Form.CLEAN, Form.BRACKETED])
@given(session=sessions())
def test_a_file_says_what_a_paper_says(session: Session, form: Form) -> None:
    composition = compose(replace(session, notes={}))
    said = [each.text.replace(SOFT_BREAK, "\n") for each in manuscript(composition, form)]
    assert text_file(composition, form) == "".join(f"{each}\n" for each in said)


@pytest.mark.parametrize("view", list(TextView))
@given(session=sessions())
def test_every_session_can_be_shown(session: Session, view: TextView) -> None:
    assert all(isinstance(line, str) for line in composed_text(compose(session), view))


@given(sessions())
def test_every_conflict_and_sleeper_is_somewhere_in_the_json(session: Session) -> None:
    composition = compose(session)
    shown = composed_json(composition)["provisions"]
    assert isinstance(shown, list)
    if not shown:
        return
    conflicts = {each["id"] for provision in shown for each in provision["conflicts"]}
    asleep = {each["amendment"] for provision in shown for each in provision["asleep"]}
    assert conflicts == {each.id for each in composition.conflicts}
    assert asleep == {each.amendment for each in composition.asleep}
    questions = [each for provision in shown for each in provision["order_questions"]]
    assert len(questions) == len(composition.order_questions)
