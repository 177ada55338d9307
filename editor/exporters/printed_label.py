"""The label of a provision as it has to be printed before its words."""

from editor.negotiation.provision import Provision, ProvisionKind
from editor.negotiation.session import Session


class PrintedLabels:
    """Labels of one session, each with the tab after it; empty where the words, or the heading
    right above them, already show it."""

    def __init__(self, session: Session) -> None:
        order = session.base_order
        self._provisions = session.provisions
        self._above = dict(zip(order[1:], order, strict=False))

    def of(self, provision: Provision) -> str:
        """The printed label and a tab, or nothing."""
        label = provision.label
        if not label or _begins_with(provision, label):
            return ""
        above = self._provisions.get(self._above.get(provision.id, ""))
        is_headed = above is not None and above.kind is ProvisionKind.HEADING
        if above is not None and is_headed and _plain(above.text).endswith(_plain(label)):
            return ""
        return f"{label}\t"


def _begins_with(provision: Provision, label: str) -> bool:
    """The words begin with the label, or with the last step of one such as "Article 4.2"."""
    last_step = label.rpartition(".")[2]
    start = provision.text.lstrip().removeprefix("(").removeprefix("[")
    return provision.shows_label or (
        "." in label and start.startswith((f"{last_step}.", f"{last_step})"))
    )


def _plain(text: str) -> str:
    return "".join(text.lower().split()).rstrip(".:")
