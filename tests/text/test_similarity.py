"""Which paragraphs resemble each other."""

from editor.text.similarity import content_words, resemblances


def test_content_words() -> None:
    assert content_words("The gauges of the River, and its gauges.") == {"gauges", "river"}
    assert content_words("of the") == {"of", "the"}
    assert content_words("***") == {"*"}
    assert content_words(" ") == frozenset()


def test_shares() -> None:
    old = {3: "gauges on the river", 5: "nets and ferries"}
    new = {4: "the river gauges", 6: "something else"}
    assert resemblances(old, new, 0.5) == [(3, 4, 1.0)]


def test_rare_words_count_more() -> None:
    old = {n: f"each party reports on gauge{n}" for n in range(20)}
    shares = {each.old: each.share for each in resemblances(old, {7: "states report gauge7"}, 0.1)}
    assert set(shares) == {7}
    assert resemblances(old, {7: "each party reports quickly"}, 0.0)[0].share < 0.6


def test_many_candidates_prefer_the_nearest() -> None:
    old = dict.fromkeys(range(1000), "no text")
    found = resemblances(old, {500: "no text here", 999: "x"}, 0.1)
    assert found
    assert all(abs(each.old - 500) < 6 for each in found)


def test_nothing_to_compare() -> None:
    assert resemblances({}, {0: "a"}, 0.1) == []
    assert resemblances({0: ""}, {0: ""}, 0.1) == []
