"""Names and words of papers in menus."""

from editor.negotiation.delegation import Delegation


def in_menu(words: str) -> str:
    """`words` for an action or a button, which would take what follows an ampersand for a key."""
    return words.replace("&", "&&")


def delegation_in_menu(delegation: Delegation) -> str:
    """The code and the name, for an action."""
    return in_menu(f"{delegation.code}   {delegation.name}")
