"""What is on the screen as a page to print."""

from datetime import datetime

from editor.app.switching import Switches, switched
from editor.negotiation.composition import Composition, compose
from editor.ui.page.spans import View

_BASE = "Base text"
_FORMS = {
    View.BASE: "clean",
    View.REDLINE: "redline",
    View.BRACKETS: "bracketed",
    View.CLEAN: "clean",
}


def printed_view(composition: Composition, view: View, now: datetime) -> str:
    """The page of one of the four views, printed at `now`."""
    from editor.exporters.html import html_page  # writers take long to load
    from editor.exporters.manuscript import Form
    from editor.exporters.paper_head import SUBTITLES, paper_head

    if view is View.BASE:
        composition = compose(switched(composition.session, Switches.none()))
    form = Form(_FORMS[view])
    subtitle = _BASE if view is View.BASE else SUBTITLES[form]
    head = paper_head(composition.session.headings["heading"], subtitle, now)
    return html_page(composition, form, head)
