"""CriticMarkup: rejected it is the base, accepted the composed text."""

from hypothesis import given

from editor.exporters.critic_markup import critic_markup
from editor.exporters.printed_label import PrintedLabels
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.composition import compose
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.session import Session
from tests.examples import one_in
from tests.exporters.critic import accepted, rejected
from tests.exporters.everything import everything
from tests.exporters.small_sessions import after, by, change, replacing, session
from tests.laws.strategies import Shape, sessions


def words(text: str) -> str:
    """Without labels, which stand before a tab, and without lines that say nothing."""
    lines = (each.rpartition("\t")[2].replace("\u2028", " ") for each in text.split("\n"))
    return "\n".join(each for each in lines if each)


def agrees(talks: Session) -> None:
    composition = compose(talks)
    text = critic_markup(composition)
    base = [talks.provisions[each].text for each in talks.base_order]
    assert words(rejected(text)) == words("\n".join(base))
    assert words(accepted(text)) == words("\n".join(composition.paragraphs))


def test_everything() -> None:
    agrees(everything())


@one_in(2)
@given(sessions(Shape()))
def test_any_negotiation(talks: Session) -> None:
    agrees(talks)


def test_how_it_reads() -> None:
    text = "May {we} act?"
    wish = change("a", "p1", "CAN", replacing(text, "act", "rest"))
    composition = compose(session([text], [wish]))
    assert critic_markup(composition) == (
        "1\tMay \\{we\\} {--act--}{>>@Canada:<<}{++rest++}{>>@Canada:<<}?\n"
    )
    assert ">>" not in critic_markup(composition, with_names=False)


def test_co_sponsors_sign_and_reasons_stand_behind() -> None:
    text = "May we act?"
    wish = change("a", "p1", "EGY CAN", after(text, "act", " now"))
    why = Note("r1", "As {2}.", delegation="CAN", anchor=NoteAnchor(amendment="a"))
    assert critic_markup(compose(session([text], [wish], [why]))) == (
        "1\tMay we act{++ now++}{>>@Canada @Egypt:<<}{>>@Canada: As \\{2\\}.<<}?\n"
    )


def test_who_drops_a_break_together_signs_together() -> None:
    join = by("CAN FJI", Amendment("j", "p1", AmendmentKind.JOIN, provisions=("p1", "p2")))
    text = critic_markup(compose(session(["One.", "Two."], [join])))
    assert "{--\n--}{>>@Canada @Fiji:<<}" in text


def test_labels_are_printed_once() -> None:
    talks = session(["One.", "Two."])
    labels = PrintedLabels(talks)
    assert labels.of(talks.provisions["p1"]) == "1\t"
    assert critic_markup(compose(talks)) == "1\tOne.\n2\tTwo.\n"
