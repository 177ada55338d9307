"""Web pages: self-contained, readable, in the direction of the text."""

from html.parser import HTMLParser

import pytest

from editor.exporters.compilation.compilation import compilation
from editor.exporters.html import html_page
from editor.exporters.manuscript import Form
from editor.exporters.paper_html import paper_html
from editor.negotiation.composition import compose
from tests.exporters.everything import everything
from tests.exporters.small_sessions import change, replacing, session

_VOID = frozenset({"meta", "br"})


class Tags(HTMLParser):
    """Every tag is closed in order; collects attributes and the words in `ins` and `del`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.inside: dict[str, str] = {"ins": "", "del": ""}
        self.plain = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.plain += data
        for each in self.inside:
            if each in self.open:
                self.inside[each] += data


@pytest.mark.parametrize("form", list(Form))
def test_pages_are_well_formed_and_alone(form: Form) -> None:
    tags = Tags(html_page(compose(everything()), form))
    assert not [value for name, value in tags.attributes if name == "src"]
    links = [value or "" for name, value in tags.attributes if name == "href"]
    assert all(each.startswith("#note") for each in links)


def test_a_change_is_marked_and_its_author_is_text() -> None:
    text = "States should act."
    wish = change("a", "p1", "CAN", replacing(text, "should", "shall"))
    page = html_page(compose(session([text], [wish])), Form.REDLINE)
    tags = Tags(page)
    assert tags.inside == {"ins": "shall", "del": "should"}
    assert "[Canada]" in tags.plain
    without = html_page(compose(session([text], [wish])), Form.REDLINE, with_names=False)
    assert "Canada" not in without


def test_markup_in_the_text_is_text() -> None:
    page = html_page(compose(session(["<script>alert(1)</script> & more"])), Form.CLEAN)
    assert "<script>" not in page
    assert "<script>alert(1)</script> & more" in Tags(page).plain


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("States act.", "en", "ltr"),
        ("تشجع الأطراف على تبادل البيانات.", "ar", "rtl"),
        ("各国应考虑建立国家湿地清单。", "zh", "ltr"),
    ],
)
def test_language_and_direction(text: str, language: str, direction: str) -> None:
    page = html_page(compose(session([text])), Form.CLEAN)
    assert f'<html lang="{language}" dir="{direction}">' in page


def test_a_compilation_is_a_page_too() -> None:
    tags = Tags(paper_html(compilation(everything())))
    assert "[replace “should” with “shall”: Canada" in tags.plain
    assert "shall" in tags.inside["ins"]
