import unicodedata

from editor.text.unicode_form import in_form

_TEXTS = ("", "plain", "e\u0301a\u0308\u0323", "Zürich — ده", "각국은" * 40, "各国应考虑" * 20)


def test_it_is_the_normal_form() -> None:
    for text in _TEXTS:
        assert in_form("NFC", text) == unicodedata.normalize("NFC", text)
        assert in_form("NFKD", text) == unicodedata.normalize("NFKD", text)


def test_more_marks_than_any_language_has_are_sorted_in_portions() -> None:
    """A million of them sorted at once would take hours."""
    text = "a" + "\u0301\u0327" * 500_000
    assert len(in_form("NFC", text)) == len(text) - 1
