"""Compilations read whole: from print to proposals with exact words."""

import pytest

from editor.errors import KnownError
from editor.importers.markdown import read_markdown
from editor.negotiation.amendment import AmendmentKind
from editor.negotiation.provision import ProvisionStatus, Stance
from tests.importers.compilation.papers import (
    amendment_of,
    paper,
    provision,
    reading_of,
    session_of,
    stances,
    wishes,
)


@pytest.mark.parametrize(
    ("text", "base", "read"),
    [
        (
            "Parties should keep boats, ~~when possible~~ [add: Chile] at the pier.",
            "Parties should keep boats at the pier.",
            [("CHL", "", ", when possible")],
        ),
        (
            "Parties should ~~strive to~~ [remove ‘strive to’: Chile, retain: Peru] row.",
            "Parties should strive to row.",
            [("CHL", "strive to", "")],
        ),
        (
            "Parties ~~may~~ should [modify as tracked: Chile] row.",
            "Parties may row.",
            [("CHL", "may", "should")],
        ),
        (
            "Parties should row home weekly [add ‘boats’ after ‘row’: Chile].",
            "Parties should row home weekly.",
            [("CHL", "", "boats")],
        ),
        (
            "Parties should row with care, [delete ‘with care’: Peru] and, at dusk [add: Chile], "
            "their rafts.",
            "Parties should row with care, their rafts.",
            [("PER", "with care", ""), ("CHL", "", ", and, at dusk")],
        ),
        (
            "Parties are ~~invited~~ requested to [modify as tracked: Chile] row.",
            "Parties are invited to row.",
            [("CHL", "invited", "requested")],
        ),
        (
            "Parties should row to the ~~islands, when the weather allows~~ [delete: Chile].",
            "Parties should row to the islands, when the weather allows.",
            [("CHL", "islands, when the weather allows", "")],
        ),
        (
            "Parties should row, ~~in all weathers~~ [delete: Chile], and sail.",
            "Parties should row, in all weathers, and sail.",
            [("CHL", ", in all weathers", "")],
        ),
        (
            "Parties should paint ~~boats~~ [replace with ‘ferries’: Chile] white.",
            "Parties should paint boats white.",
            [("CHL", "boats", "ferries")],
        ),
        (
            "Parties should paint boats [replace ‘paint’ with ‘wash’: Chile] weekly.",
            "Parties should paint boats weekly.",
            [("CHL", "paint", "wash")],
        ),
        (
            "Parties should count boats and/or [modify as tracked: Chile] piers.",
            "Parties should count boats and piers.",
            [("CHL", "", "/or")],
        ),
        (
            "Boats need paint. Also, they need ropes. [add: Chile]",
            "Boats need paint.",
            [("CHL", "", ". Also, they need ropes")],
        ),
        (
            "Parties should ~~row~~ [delete: Chile, replace with “sail”: Peru] home.",
            "Parties should row home.",
            [("CHL", "row", ""), ("PER", "row", "sail")],
        ),
        (
            "Boats should float. They must ~~and~~ sink [split the sentence and modify as tracked: "
            "Chile] at night.",
            "Boats should float and sink at night.",
            [("CHL", "and", ". They must")],
        ),
        (
            "Boats float on lakes. This may [add full stop and start a new sentence as proposed: "
            "Chile], to please the ducks.",
            "Boats float on lakes, to please the ducks.",
            [("CHL", ", to", ". This may")],
        ),
        (
            "Boats float. They sink too. [delete the whole sentence: Chile] They rest.",
            "Boats float. They sink too. They rest.",
            [("CHL", ". They sink too", "")],
        ),
        (
            "Boats are ~~near the pier~~ ~~beside the pier~~ [modify as tracked: Chile] at night.",
            "Boats are near the pier at night.",
            [("CHL", "near", "beside")],
        ),
        (
            "Boats should ~~consider resting~~ [modify as tracked: Chile] at night.",
            "Boats should consider at night.",
            [("CHL", "consider", "resting")],
        ),
    ],
)
def test_one_annotation(text: str, base: str, read: list[tuple[str, str, str]]) -> None:
    session = session_of(paper(text))
    assert provision(session, "1").text == base
    assert wishes(session, "1") == read


def test_the_same_insertion_in_many_places_is_found_and_grouped() -> None:
    session = session_of(
        paper(
            "Parties should count boats and rafts [add: Chile] in spring.",
            "Parties should paint boats and rafts [add: Chile] in autumn.",
            "Parties should burn boats and rafts [add: Chile].",
            "Parties should count boats in all seasons, paint boats in none.",
        )
    )
    assert [provision(session, label).text.rstrip(".").split(" boats")[0] for label in "123"] == [
        "Parties should count",
        "Parties should paint",
        "Parties should burn",
    ]
    assert {each for label in "123" for each in wishes(session, label)} == {
        ("CHL", "", "and rafts")
    }
    assert len({each.group for each in session.amendments.values()}) == 1


def test_a_replacement_follows_what_the_delegation_does_elsewhere() -> None:
    session = session_of(
        paper(
            "Parties ~~are encouraged to~~ should [modify as tracked: Chile] row.",
            "Parties ~~should are encouraged to~~ [add: Chile] sail.",
        )
    )
    assert provision(session, "2").text == "Parties are encouraged to sail."
    assert wishes(session, "2") == [("CHL", "are encouraged to", "should")]


def test_words_fused_by_tracking_are_taken_apart_and_shown() -> None:
    session = session_of(
        paper(
            "Parties should ~~strengthen~~ cooperatione [add: Chile] on the lake.",
            "Parties should cooperate on the river; such cooperation is old.",
        )
    )
    assert provision(session, "1").text == "Parties should cooperate on the lake."
    assert wishes(session, "1") == [("CHL", "cooperate", "strengthen cooperation")]
    assert [each.reason for each in session.unread.values()] == ["fused_word"]


def test_stances_on_an_insertion() -> None:
    session = session_of(
        paper("Row to the lake [add ‘to the lake’: Chile, Peru, remove: Kenya, Japan<sup>1</sup>].")
        + "\n\n<sup>1</sup> Japan: the lake is dry."
    )
    wish = amendment_of(session, "CHL")
    assert stances(session, wish, Stance.OPPOSE) == "JPN KEN"
    (note,) = session.notes.values()
    assert (note.anchor.amendment, note.text) == (wish.id, "the lake is dry.")


def test_a_stance_in_a_bracket_of_its_own_is_on_the_neighbour() -> None:
    session = session_of(
        paper("Boats ~~should~~ must [modify as tracked: Chile] [retain: “should”: Peru] float.")
    )
    wish = amendment_of(session, "CHL")
    assert stances(session, wish, Stance.OPPOSE) == "PER"
    (position,) = provision(session, "1").positions
    assert provision(session, "1").text[position.start : position.end] == "should"


def test_options_are_alternatives() -> None:
    session = session_of(
        paper(
            "Parties should row, ~~on Sundays~~ [option 1: add ‘on Sundays’: Chile, remove: Peru]. "
            "[option 2: delete the recommendation: Kenya]"
        )
    )
    first, second = amendment_of(session, "CHL"), amendment_of(session, "KEN")
    assert (first.alternatives, second.alternatives) == ((second.id,), (first.id,))
    assert second.kind is AmendmentKind.DELETE_PROVISION
    assert provision(session, "1").text == "Parties should row."


def test_two_wordings_of_one_delegation_are_ranked() -> None:
    session = session_of(
        paper(
            "Parties should use ~~fast~~ quick [modify as tracked or with “quick and dry”]: Chile "
            "boats."
        )
    )
    first, second = session.amendments.values()
    assert [each.positions[0].rank for each in (first, second)] == [1, 2]
    assert first.alternatives == (second.id,)
    assert wishes(session, "1") == [("CHL", "fast", "quick"), ("CHL", "fast", "quick and dry")]


def test_alternative_texts_joins_and_deletions() -> None:
    join = "[combine recommendations 1 and 2 and replace with proposal (b){}: Peru]"
    session = session_of(
        paper(
            f"Parties should row. {join.format(' under recommendation 2')}",
            "Parties should sail. [delete and replace with proposal (a): Chile] "
            f"{join.format('')}\n\n(a) Parties should drift. [Chile]\n\n"
            "(b) Parties should row and sail. [Peru]",
            "Parties should sink. [delete the whole recommendation: Kenya]",
        )
    )
    replaced, joined = amendment_of(session, "CHL"), amendment_of(session, "PER")
    assert (replaced.kind, replaced.text) == (
        AmendmentKind.REPLACE_PROVISION,
        "Parties should drift.",
    )
    assert (joined.kind, joined.text) == (AmendmentKind.JOIN, "Parties should row and sail.")
    assert joined.provision == provision(session, "2").id
    assert joined.provisions == (provision(session, "1").id, provision(session, "2").id)
    assert amendment_of(session, "KEN").kind is AmendmentKind.DELETE_PROVISION
    assert provision(session, "2").text == "Parties should sail."


def test_a_proposed_provision_and_amendments_to_it() -> None:
    session = session_of(
        paper("Parties should row.")
        + "\n\nDraft recommendation 1 bis [Proposed by Chile]\n\n"
        + "Parties should sail, ~~on Sundays~~ [add: Peru]."
    )
    new = provision(session, "1 bis")
    proposal = amendment_of(session, "CHL")
    assert (new.amendment, session.delegations[new.proposed_by or ""].code) == (proposal.id, "CHL")
    assert (proposal.provision, proposal.text, proposal.label) == (
        new.id,
        "Parties should sail.",
        "1 bis",
    )
    assert proposal.after == provision(session, "1").id
    assert amendment_of(session, "PER").target == proposal.id
    assert session.base_order == (provision(session, "1").id,)


def test_words_that_another_delegation_inserted_are_amended_there() -> None:
    session = session_of(
        paper(
            "Parties should row ~~to the far islands~~ [add: Chile] [replace with “to the pier”]: "
            "Peru]."
        )
    )
    assert amendment_of(session, "PER").target == amendment_of(session, "CHL").id
    assert wishes(session, "1")[1] == ("PER", "far islands", "pier")


def test_a_base_document_settles_the_extents() -> None:
    text = paper("Parties should count the boats and the rafts on the lake [add: Chile] in spring.")
    session = session_of(text, base=paper("Parties should count the boats in spring."))
    assert provision(session, "1").text == "Parties should count the boats in spring."
    assert wishes(session, "1") == [("CHL", "", "and the rafts on the lake")]
    assert amendment_of(session, "CHL").origin is not None
    assert amendment_of(session, "CHL").origin.confidence > 0.9  # type: ignore[union-attr]


def test_notes_of_several_delegations_are_split() -> None:
    session = session_of(
        "*Draft recommendation 1<sup>1</sup>*\n\nParties should row [add: Chile].\n\n"
        "<sup>1</sup> Chile: rowing is healthy. Peru: it is wet."
    )
    first, second = session.notes.values()
    assert [session.delegations[each.delegation or ""].code for each in (first, second)] == [
        "CHL",
        "PER",
    ]
    assert first.source_note == second.source_note
    assert first.anchor.provision == provision(session, "1").id


def test_after_an_import_all_layers_are_off() -> None:
    session = session_of(paper("Parties should row ~~home~~ [add: Chile]."))
    assert [each.code for each in session.delegations.values() if each.layer_on] == ["CHAIR"]


def test_counts_add_up() -> None:
    reading = reading_of(
        paper("Row ~~home~~ [add: Chile] to the [add: ] lake and the river [add: Peru] at night.")
    )
    assert reading.annotations == 3
    assert reading.understood + reading.guessed == 2
    assert [each.raw for each in reading.unread] == ["[add: ]"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_provision_found"),
        ("We like boats [add: Chile].", "no_provision_found"),
        (paper("Parties should row."), "no_annotation_found"),
    ],
)
def test_what_is_no_compilation_is_refused(text: str, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        reading_of(text)
    assert refused.value.code == code


def test_origins_say_line_words_and_confidence() -> None:
    text = paper("Row ~~home~~ [add: Chile].")
    session = session_of(text)
    origin = amendment_of(session, "CHL").origin
    assert origin is not None
    assert (origin.file, origin.line, origin.raw) == ("paper.md", 3, "[add: Chile]")
    assert read_markdown(text).paragraphs[1].line == 3


def test_a_bracket_around_the_whole_says_that_it_is_open() -> None:
    text = paper("[Parties should row [add: Chile].]", "[Parties should row.\n\n[pending]", "Row.")
    found = [row.status for row in session_of(text).provisions.values()]
    assert found == [ProvisionStatus.OPEN, ProvisionStatus.PENDING, ProvisionStatus.NOT_REACHED]


def test_agreed_in_brackets_is_told() -> None:
    reading = reading_of(paper("[Parties should row [add: Chile].]\n\n[agreed]"))
    assert reading.provisions[0].status is ProvisionStatus.AGREED
    assert ("agreed_in_brackets", "1") in [(code, told) for code, _, told in reading.warnings]


def test_what_can_be_read_two_ways_is_a_guess_and_says_the_other() -> None:
    reading = reading_of(paper("Parties ~~may should~~ [modify as tracked: Chile] row."))
    (amendment,) = reading.amendments
    assert amendment.confidence < 0.8
    assert [told for code, _, told in reading.warnings if code == "ambiguous"] == [
        "[modify as tracked: Chile] “should” → “may”"
    ]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Boats –and rafts [add: Chile] drift.", "Boats and rafts drift."),
        ("Keep it below -2 degrees or so [add: Chile].", "Keep it below -2 degrees."),
        ("Boats –old ones– and rafts [add: Chile] drift.", "Boats –old ones– drift."),
    ],
)
def test_only_a_stray_dash_is_left_out(text: str, base: str) -> None:
    reading = reading_of(paper(text))
    strays = [code for code, _, _ in reading.warnings if code == "stray_mark"]
    assert bool(strays) == ("–and" in text)
    if not strays:
        assert reading.provisions[0].text.count("-") + reading.provisions[0].text.count("–") == (
            base.count("-") + base.count("–")
        )


def test_words_that_a_long_quotation_leaves_out_are_shown() -> None:
    text = (
        "Bearing in mind the old tides of the northern bay rowers wait "
        "[delete “Bearing in mind the tides of the northern bay”: Chile]."
    )
    reading = reading_of(paper(text))
    assert ("old", "words_of_nobody") in [(each.raw, each.reason) for each in reading.unread]


def test_a_word_said_twice_in_a_row_is_kept_and_told() -> None:
    text = "Parties should ~~row~~ steer boats [modify as tracked: Chile] boats to the pier."
    reading = reading_of(paper(text))
    assert ("boats boats", "words_repeated") in [(each.raw, each.reason) for each in reading.unread]


def test_the_reason_of_a_stance_is_its_note() -> None:
    session = session_of(
        paper("Parties should row [add ‘row’: Chile] [retain for lack of wind: Peru].")
    )
    notes = [each.note for row in session.amendments.values() for each in row.positions]
    notes += [each.note for row in session.provisions.values() for each in row.positions]
    assert "for lack of wind" in notes


def test_a_join_stated_twice_keeps_the_words_of_both() -> None:
    first = "Row [add: Chile]. [combine recommendations 1 and 2: Peru]"
    second = "Sail. [merge recommendations 1 and 2: Peru]"
    (joined,) = (each for each in reading_of(paper(first, second)).amendments if each.provisions)
    assert "combine" in joined.raw
    assert "merge" in joined.raw
