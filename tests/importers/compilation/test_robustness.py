"""Whatever stands in the brackets: no crash, no lost word, edits that fit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.importers.markdown import read_markdown
from editor.negotiation.entering import inserted_text
from editor.text.edit import apply_edits
from tests.importers.compilation.accounting import kept_words, printed_words
from tests.importers.compilation.papers import paper, session_of

_PIECES = st.sampled_from(
    [
        "Parties should",
        "~~may~~",
        "~~strive to ~~",
        "row boats",
        ", when possible",
        "and sail.",
        "[add: Chile]",
        "[add ‘row’: Chile, remove: Peru<sup>1</sup>]",
        "[modify as tracked: Peru]",
        "[modify as tracked or with “sail”]: Kenya",
        "[delete: Chile, replace with “sail”: Peru]",
        "[replace ‘row’ with ‘sail’: Kenya]",
        "[replace with “sail”]: Japan],",
        "[delete the whole sentence: Chile]",
        "[delete the recommendation: Chile]",
        "[retain “row”: Chile]",
        "[split the sentence and modify as tracked: Peru]",
        "[option 1: add ‘row’: Chile] [option 2: delete ‘boats’: Peru]",
        "[combine recommendations 1 and 2: Chile]",
        "[Chile suggests to split this: Row. Sail.]",
        "[add: Chile [delete: Peru]",
        "[",
        "]",
        "“",
        "(a) Parties should drift. [Chile]",
        "rowinge",
        "~~R~~ row",
        "\n\n",
        "\n\n<sup>1</sup> Peru: why not.\n\n",
    ]
)
_WORDS = """
Draft recommendation recommendations add delete replace retain remove modify as tracked or with
split the whole sentence and combine option 1 2
"""
_OF_HEADINGS_AND_VERBS = frozenset(_WORDS.split())
"""Stances alone and proposals that say the same twice leave no words of their own."""
_TEXTS = st.lists(_PIECES, max_size=12).map(" ".join)


@settings(deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=3))
def test_any_mixture_of_annotations_is_read(texts: list[str]) -> None:
    text = paper("Parties should row [add: Chile].", *texts)
    session = session_of(text)
    for amendment in session.amendments.values():
        ground = session.provisions[amendment.provision].text
        if amendment.target is not None:
            ground = inserted_text(session.amendments[amendment.target])
        assert apply_edits(ground, amendment.edits) != ground or not amendment.edits
    lost = set(printed_words(read_markdown(text))) - set(kept_words(session))
    assert lost <= _OF_HEADINGS_AND_VERBS


@given(st.text(alphabet="[]~“”‘’:;,÷ add:Chileremov(a)\n12", max_size=60))
def test_any_characters_are_read(text: str) -> None:
    session = session_of(paper("Row [add: Chile].", f"{text} [add: Chile]", text))
    assert next(each.label for each in session.provisions.values()) == "1"
