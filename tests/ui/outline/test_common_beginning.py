from editor.ui.outline.common_beginning import common_beginnings, without_beginning


def test_what_many_begin_with_is_left_out() -> None:
    texts = [f"States parties should {verb} it" for verb in ("do", "see", "say", "hear", "own")]
    beginnings = common_beginnings(texts)

    assert [without_beginning(each, beginnings) for each in texts] == [
        "do it",
        "see it",
        "say it",
        "hear it",
        "own it",
    ]


def test_the_others_stay_whole() -> None:
    texts = ["States parties should do it"] * 4 + ["Nothing like that"]

    assert without_beginning("Nothing like that", common_beginnings(texts)) == "Nothing like that"


def test_a_text_that_is_only_the_beginning_stays_whole() -> None:
    texts = ["The same words"] * 5

    assert without_beginning("The same words", common_beginnings(texts)) == "The same words"


def test_few_provisions_share_nothing() -> None:
    assert common_beginnings(["One and one", "One and two"]) == frozenset()
