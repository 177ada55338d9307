"""Annotations are read as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.negotiation.amendment import AmendmentState
from editor.negotiation.notation.annotation import Annotation, Verb, Voice
from editor.negotiation.notation.annotation_text import annotation_text, read_annotation
from editor.negotiation.notation.quotation import exact
from editor.negotiation.notation.signs import FIRST_NOTE
from editor.negotiation.provision import Stance

NAMES = ("Fiji", "Iran (Islamic Republic of)", "Republic of Korea", "Republic", "retain")
SIGNS = st.text(alphabet=[chr(FIRST_NOTE), chr(FIRST_NOTE + 1)], max_size=2)
VOICES = st.lists(
    st.builds(Voice, st.sampled_from(NAMES), st.none() | st.integers(-1, 9), SIGNS),
    min_size=1,
    max_size=3,
).map(tuple)
WORDS = st.text(alphabet="ab “”«»\\[]:;, ()\U000f0001", max_size=6).map(exact)
NUMBERS = st.none() | st.integers(0, 20)


def annotations() -> st.SearchStrategy[Annotation]:
    return st.builds(
        Annotation,
        verb=st.just(Verb.REPLACE),
        old=WORDS,
        new=WORDS,
        number=NUMBERS,
        goes_on=st.booleans(),
        target=NUMBERS,
        character=NUMBERS,
        alternatives=st.lists(st.integers(0, 9), max_size=2).map(tuple),
        state=st.sampled_from(AmendmentState),
        sponsors=VOICES,
        stances=st.lists(st.tuples(st.sampled_from(Stance), VOICES), max_size=2).map(tuple),
        notes=SIGNS,
    )


@given(annotations())
def test_what_is_written_is_read(annotation: Annotation) -> None:
    text = annotation_text(annotation)
    assert read_annotation(text, 0, NAMES) == (annotation, len(text))


@pytest.mark.parametrize(
    "annotation",
    [
        Annotation(Verb.COMBINE, places=("11 bis", "paragraph 4"), number=2),
        Annotation(Verb.COMBINE_WITH_TEXT, places=("1", "2"), sponsors=(Voice("Fiji"),)),
        Annotation(Verb.MOVE_AFTER, places=("3",), state=AmendmentState.PARKED),
        Annotation(Verb.MOVE_TO_START),
        Annotation(Verb.PROPOSED, sponsors=(Voice("Fiji"), Voice("Republic"))),
        Annotation(Verb.RESERVE, old=exact("may"), sponsors=(Voice("Fiji"),)),
        Annotation(Verb.NOTHING, number=1),
    ],
)
def test_the_other_verbs(annotation: Annotation) -> None:
    text = annotation_text(annotation)
    assert read_annotation(text, 0, NAMES) == (annotation, len(text))


def test_it_reads_like_a_compilation() -> None:
    annotation = Annotation(
        Verb.ADD,
        new=exact("gender"),
        sponsors=(Voice("Fiji"), Voice("Republic of Korea")),
        stances=((Stance.OPPOSE, (Voice("Iran (Islamic Republic of)"),)),),
    )
    assert annotation_text(annotation) == (
        "[add “gender”: Fiji, Republic of Korea, remove: Iran (Islamic Republic of)]"
    )


@pytest.mark.parametrize(
    "text",
    ["add “a”: Fiji]", "[add: Fiji]", "[add “a”: Tonga]", "[add “a”: Fiji", "[add “a” (x): Fiji]",
     "[delete: Fiji]", "[replace “a”: Fiji]", "[pending]"],
)  # fmt: skip
def test_what_was_not_written_like_that_is_not_read(text: str) -> None:
    assert read_annotation(text, 0, NAMES) is None
