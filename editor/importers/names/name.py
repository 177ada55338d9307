"""An entry of the book of delegations."""

from dataclasses import dataclass

from editor.negotiation.delegation import DelegationKind


@dataclass(frozen=True, slots=True)
class Name:
    """A State, group or observer as the book knows it.

    `code` is ISO 3166 alpha-3 for States, a short code of capitals and digits for others; `name`
    is the name that the United Nations writes; `aliases` are other spellings of it, in any
    language; `members` are codes of the members of a group, empty where the group has none in the
    book or no trustworthy list was found; `as_of` is the date of the list the entry comes from
    (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty for what needs no date).
    """

    code: str
    name: str
    kind: DelegationKind
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    as_of: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way of writing it, the name first, the code last."""
        return (self.name, *self.aliases, self.code)
