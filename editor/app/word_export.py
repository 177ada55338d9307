"""A composition as a Word file: on the base document's own package where there is one, else on
the program's own; checked before it is handed over."""

from collections.abc import Callable
from datetime import datetime

from editor.app.base_check import check_on_base
from editor.app.caught_up_base import caught_up
from editor.app.export_check import check_word_file
from editor.app.exporting import Written
from editor.app.own_package import BytesOf, read_base, with_changes_rejected, word_base
from editor.errors import BugError
from editor.exporters.manuscript import Form
from editor.exporters.word.onto_base.tie import is_tracked
from editor.exporters.word.onto_base.unusable import Reason, UnusableBaseError
from editor.exporters.word.onto_base.word_base import WordBase
from editor.exporters.word.onto_base.writer import word_file_on_base
from editor.exporters.word.writer import word_file
from editor.negotiation.composition import Composition

Tell = Callable[[str], None]
"""Told the code of each stage; what it raises stops the work."""


def word_export(
    composition: Composition, form: Form, now: datetime, kept: BytesOf, tell: Tell
) -> Written:
    """The Word file of a composition in one of its forms; `now` dates it, `kept` gives the
    bytes of imported files. Raises BugError if it would not say what the session says."""
    notice = None
    try:
        made = _on_base(composition, form, now, kept, tell)
        if made is not None:
            return made
    except UnusableBaseError as error:
        notice = error.reason
    tell("writing")
    data = word_file(composition, form, now)
    tell("checking")
    check_word_file(data, composition, form)
    return Written(data, notice)


def _on_base(
    composition: Composition, form: Form, now: datetime, kept: BytesOf, tell: Tell
) -> Written | None:
    tell("reading_base")
    base = word_base(composition.session, kept)
    if base is None:
        return None
    notice = None
    if is_tracked(base.root):
        base = with_changes_rejected(base)
        notice = Reason.REJECTED
    tell("writing")
    try:
        base, data = _written_on(base, composition, form, now)
        tell("checking")
        check_on_base(data, base.data, composition, form)
    except (BugError, ValueError) as error:  # as where an id should be a number, and is none
        raise UnusableBaseError(Reason.FAULTY) from error
    return Written(data, notice)


def _written_on(
    base: WordBase, composition: Composition, form: Form, now: datetime
) -> tuple[WordBase, bytes]:
    """The base, caught up with the text where that was corrected, and what is written on it."""
    try:
        return base, word_file_on_base(composition, form, now, base)
    except UnusableBaseError as error:
        if error.reason is not Reason.DIFFERS:
            raise
    base = caught_up(read_base(base.data, "base.docx"), composition.session, now)
    return base, word_file_on_base(composition, form, now, base)
