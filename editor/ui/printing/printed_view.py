"""What is on the screen as a page to print."""

from editor.app.switching import Switches, switched
from editor.negotiation.composition import Composition, compose
from editor.ui.page.spans import View


def printed_view(composition: Composition, view: View) -> str:
    """The page of one of the four views."""
    from editor.exporters.html import html_page  # writers take long to load
    from editor.exporters.manuscript import Form

    match view:
        case View.BASE:
            base = compose(switched(composition.session, Switches.none()))
            return html_page(base, Form.CLEAN)
        case View.REDLINE:
            return html_page(composition, Form.REDLINE)
        case View.BRACKETS:
            return html_page(composition, Form.BRACKETED)
        case View.CLEAN:
            return html_page(composition, Form.CLEAN)
