"""The four views of one provision, span by span."""

import pytest

from editor.negotiation.amendment import Amendment, AmendmentKind, Sponsorship
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.note import Note
from editor.negotiation.provision import Mark, MarkKind, Provision
from editor.negotiation.session import Decision, Session
from editor.text.edit import Edit
from editor.ui.page.entries import Entry, entry_of, tag_of
from editor.ui.page.spans import Look, View

BASE = "States should cooperate against crime."


def entry(*amendments: Amendment, view: View, text: str = BASE, off: str = "") -> Entry:
    delegations = {key: Delegation(key, key.upper(), key, layer_on=key != off) for key in "abcd"}
    session = Session(
        delegations={CHAIR_ID: CHAIR, **delegations},
        provisions={"p1": Provision("p1", 1, text)},
        amendments={each.id: each for each in amendments},
        decisions={"a1": Decision("a1", True)} if off else {},
    )
    composition = compose(session)
    return entry_of(composition, composition.places[0], view)


def wish(key: str, who: str, old: str, new: str, text: str = BASE) -> Amendment:
    start = text.index(old)
    voices = tuple(Sponsorship(each) for each in who)
    return Amendment(key, "p1", edits=(Edit(start, start + len(old), new),), sponsorships=voices)


def looks(found: Entry) -> list[tuple[str, Look]]:
    return [(span.text, span.look) for span in found.spans]


SHALL = wish("a1", "a", "should", "shall")
ON_ORGANISED = wish("a2", "bc", " crime", " organised crime")
RIVAL = wish("a3", "b", "should", "must")


def test_base() -> None:
    assert looks(entry(SHALL, view=View.BASE)) == [(BASE, Look.PLAIN)]


def test_redline() -> None:
    assert looks(entry(SHALL, ON_ORGANISED, view=View.REDLINE)) == [
        ("States ", Look.PLAIN),
        ("should", Look.DELETED),
        ("shall", Look.INSERTED),
        ("A", Look.TAG),
        (" cooperate against", Look.PLAIN),
        (" organised", Look.INSERTED),
        ("B\u00a0C", Look.TAG),
        (" crime.", Look.PLAIN),
    ]


def test_clean() -> None:
    found = entry(SHALL, ON_ORGANISED, view=View.CLEAN)

    assert found.text == "States shall cooperate against organised crime."
    assert {span.look for span in found.spans} == {Look.PLAIN}


def test_brackets_around_rivals_in_every_view_with_marks() -> None:
    for view in (View.REDLINE, View.BRACKETS):
        found = entry(SHALL, RIVAL, view=view)
        assert found.text == "States [shallA / mustB / should] cooperate against crime."
        assert len({span.conflict for span in found.spans} - {""}) == 1
    clean = entry(SHALL, RIVAL, view=View.CLEAN)
    assert clean.text == "States [shall / must / should] cooperate against crime."


def test_a_contested_deletion_is_enclosed_in_the_bracketed_view() -> None:
    deletion = wish("a1", "a", " should cooperate", "")
    inside = wish("a2", "b", "should", "shall")

    redline = entry(deletion, inside, view=View.REDLINE)
    bracketed = entry(deletion, inside, view=View.BRACKETS)

    assert Look.CONTESTED in {span.look for span in redline.spans}
    assert bracketed.text == "States[ shall cooperate]A:\u00a0delete? against crime."


def test_what_only_the_chair_included_is_in_parentheses() -> None:
    assert ("(A)", Look.TAG) in looks(entry(SHALL, view=View.REDLINE, off="a"))


def test_a_split_is_a_paragraph_mark_in_the_redline_and_a_break_in_the_clean_text() -> None:
    split = Amendment("a1", "p1", AmendmentKind.SPLIT, at=7, sponsorships=(Sponsorship("a"),))

    assert entry(split, view=View.REDLINE).text == "States ¶A\u2028should cooperate against crime."
    assert entry(split, view=View.CLEAN).text == "States \u2028should cooperate against crime."


def test_tags_in_a_text_from_right_to_left_are_isolated() -> None:
    arabic = "على الدول أن تتعاون"
    found = entry(wish("a1", "a", "الدول", "الحكومات", arabic), view=View.REDLINE, text=arabic)

    assert [span.text for span in found.spans if span.look is Look.TAG] == ["\u2066A\u2069"]


@pytest.mark.parametrize(
    ("who", "tag"), [("a", "A"), ("abc", "A\u00a0B\u00a0C"), ("abcd", "A\u00a0+3")]
)
def test_tags(who: str, tag: str) -> None:
    session = Session(delegations={key: Delegation(key, key.upper(), key) for key in "abcd"})

    assert tag_of(session, tuple(who)) == tag


@pytest.mark.parametrize("view", View)
def test_footnotes_keep_their_place(view: View) -> None:
    session = Session(
        delegations={CHAIR_ID: CHAIR, "a": Delegation("a", "A", "A", layer_on=True)},
        provisions={
            "p1": Provision(
                "p1",
                1,
                BASE,
                marks=(
                    Mark(MarkKind.NOTE, 23, 23, "n1"),
                    Mark(MarkKind.NOTE, len(BASE), len(BASE), "n2"),
                ),
            )
        },
        amendments={"a1": SHALL},
        notes={"n1": Note("n1", "See there.", "4"), "n2": Note("n2", "And there.")},
    )
    composition = compose(session)

    found = entry_of(composition, composition.places[0], view)

    assert "cooperate4 against crime.*" in found.text
    assert [s.note for s in found.spans if s.look is Look.NOTE] == ["n1", "n2"]


@pytest.mark.parametrize("view", list(View))
def test_a_line_break_never_becomes_a_block(view: View) -> None:
    """Neither one of an older base text nor one in the brackets of a conflict."""
    break_in_option = Amendment(
        "a9", "p1", AmendmentKind.SPLIT, at=14, sponsorships=(Sponsorship("a"),)
    )
    gone = wish("a1", "b", " cooperate", "")
    rival = wish("a2", "c", " cooperate", " talk and agree")
    for found in (
        entry(view=view, text="One\ntwo."),
        entry(break_in_option, gone, rival, view=view),
    ):
        assert "\n" not in found.text


def test_a_code_stays_on_the_line_of_chinese_words() -> None:
    text = "缔约国应及时交流数据。"
    found = entry(wish("a1", "a", "及时", "定期", text), view=View.REDLINE, text=text)
    [tag] = [span.text for span in found.spans if span.look is Look.TAG]
    assert tag == "\u2060A"
