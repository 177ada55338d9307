"""What the log says of an action beside its name: where, whose, how, and in which words.

Labels and codes are those of the moment, for what happened does not change with later names.
"""

from collections.abc import Mapping

import msgspec


class LogDetail(msgspec.Struct, frozen=True, omit_defaults=True):
    """`at` are labels of provisions by their ids; `who` is the code of the delegation that acts,
    `whose` are those it concerns; `how` is a code that tells apart what one command can do;
    `old` and `new` are words that go and come; `words` are a title, a label, names of files."""

    at: dict[str, str] = {}
    who: str = ""
    whose: tuple[str, ...] = ()
    how: str = ""
    old: str = ""
    new: str = ""
    words: str = ""

    def to_json(self) -> dict[str, object]:
        """As it is kept: without what is empty."""
        plain: dict[str, object] = msgspec.to_builtins(self)
        return plain


def detail_in(kept: Mapping[str, object] | str) -> LogDetail:
    """The detail of an entry of the log; an empty one where it says nothing that is known."""
    if isinstance(kept, str):
        return LogDetail(words=kept)
    try:
        return msgspec.convert(kept, LogDetail)
    except msgspec.ValidationError:
        return LogDetail()
