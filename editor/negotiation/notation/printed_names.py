"""What delegations are called in a compilation: each by a name of its own, in one line."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from editor.negotiation.delegation import Delegation
from editor.negotiation.notation.signs import SIGN
from editor.negotiation.session import Session

_NOT_IN_NAMES = re.compile(f"[\x00-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]|{SIGN}")
_LIST_MARKS = frozenset(",;:[]()—\\")


def printed_names(session: Session) -> Mapping[str, str]:
    """The printed name of every delegation, by id."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for each in session.delegations.values():
        name = next(n for n in _candidates(each) if n and n not in taken)
        taken.add(name)
        names[each.id] = name
    return MappingProxyType(names)


def _candidates(delegation: Delegation) -> tuple[str, ...]:
    name, code = one_line(delegation.name), one_line(delegation.code)
    if _LIST_MARKS & set(name) and not re.fullmatch(r"[^,;:\[\]()—\\]+ \([^,;:\[\]()—\\]+\)", name):
        name = ""
    return (
        name,
        f"{name} ({code})" if name and code else "",
        code if not _LIST_MARKS & set(code) else "",
        f"delegation {delegation.id}",
    )


def one_line(text: str) -> str:
    """`text` in single spaces, without what cannot be printed."""
    return " ".join(_NOT_IN_NAMES.sub(" ", text).split())
