"""A composition written into a copy of the base document's own package."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, groupby

from editor.exporters.forms import manuscript
from editor.exporters.manuscript import Form, ManuscriptParagraph, Tracked
from editor.exporters.open_points import open_points
from editor.exporters.redline import redline
from editor.exporters.remark_words import OPEN_POINTS_HEADING, open_point_words
from editor.exporters.stream import run_on
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.apart import keep_apart
from editor.exporters.word.comments import Comments, authors_in
from editor.exporters.word.elements import Element, name
from editor.exporters.word.onto_base.editing import HostWriter, Seat
from editor.exporters.word.onto_base.flow_ends import marks_off_the_ends
from editor.exporters.word.onto_base.gone import empty, leave, may_leave
from editor.exporters.word.onto_base.guests import Guests
from editor.exporters.word.onto_base.joins import joined_by_words, says_something
from editor.exporters.word.onto_base.merging import (
    add_comments,
    add_people,
    comment_styles,
    free_ids,
    set_tracking,
)
from editor.exporters.word.onto_base.note_parts import NoteParts
from editor.exporters.word.onto_base.numbering import Lists
from editor.exporters.word.onto_base.package import ChangedPackage
from editor.exporters.word.onto_base.paragraphs import (
    holds_more_than_words,
    like,
    properties_of,
    set_mark,
)
from editor.exporters.word.onto_base.pen import Pen
from editor.exporters.word.onto_base.placing import place, place_at_end
from editor.exporters.word.onto_base.plain_document import make_a_document
from editor.exporters.word.onto_base.renumbering import change, keep_numbers
from editor.exporters.word.onto_base.rows import mark_deleted_rows, rows_around, take_out_empty
from editor.exporters.word.onto_base.text_boxes import lift_comments, show_in_all_branches
from editor.exporters.word.onto_base.tie import tied
from editor.exporters.word.onto_base.traces import take_out_traces
from editor.exporters.word.onto_base.unusable import Reason, UnusableBaseError
from editor.exporters.word.onto_base.word_base import WordBase
from editor.exporters.word.runs import Tracker
from editor.negotiation.composition import Composition
from editor.negotiation.delegation import CHAIR_ID
from editor.negotiation.provision import ProvisionKind


def word_file_on_base(composition: Composition, form: Form, now: datetime, base: WordBase) -> bytes:
    """The bytes of `base` with `composition` written into it. `now` dates the tracked changes.

    Raises UnusableBaseError if the file is Strict, has tracked changes of its own, or its
    paragraphs are not the base provisions of the session. What is not changed is preserved: all
    other parts byte for byte, the elements of the body as they are; but for macros and traces of
    users, which are not handed out.
    """
    return _Export(composition, form, now, base).written()


class _Export:
    def __init__(self, composition: Composition, form: Form, now: datetime, base: WordBase) -> None:
        session = composition.session
        self._composition, self._form, self._base = composition, form, base
        self._seats = tied((session.provisions[each] for each in session.base_order), base)
        self._seat_of = {each.provision.id: each for each in self._seats}
        self._package = ChangedPackage(base.data, base.main_part, base.root)
        if self._package.is_strict:
            raise UnusableBaseError(Reason.STRICT)
        self._lists = Lists(self._package)
        time = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._names = VoiceNames(session.delegations, time)
        self._paragraphs = self._manuscript()
        ids = free_ids(self._package)
        tracker = Tracker(self._names, ids)
        self._pen = Pen(
            tracker,
            Comments(self._paragraphs, self._names, ids, comment_styles(self._package)),
            NoteParts(self._package, tracker),
            ids,
            form is Form.REDLINE,
        )
        self._guests = Guests(self._seats, self._pen, self._lists)
        self._changed: list[Element] = []
        self._uncounted: set[int] = set()
        self._numbered_as: dict[int, Element] = {}

    def written(self) -> bytes:
        self._write_paragraphs()
        self._number()
        if self._pen.tracks:
            in_rows = mark_deleted_rows(self._changed, self._pen)
            others = [each for each in self._changed if each not in in_rows]
            marks_off_the_ends(others, self._pen.tracker, CHAIR_ID)
            keep_apart(self._base.root)
        show_in_all_branches(self._changed, self._pen.ids)
        self._write_other_parts()
        return self._package.written()

    def _manuscript(self) -> Sequence[ManuscriptParagraph]:
        if self._form is Form.REDLINE:
            return joined_by_words(run_on(redline(self._composition)), self._seat_of)
        return manuscript(self._composition, self._form)

    def _write_paragraphs(self) -> None:
        groups = [(key, list(each)) for key, each in groupby(self._paragraphs, key=_whose)]
        homes = self._homes_ahead([key for key, _group in groups])
        last: Element | None = None
        before = ""
        there: set[str] = set()
        for ((provision, arrived), group), ahead in zip(groups, homes, strict=True):
            seat = self._seat_of.get(provision)
            if seat is None or (arrived and not self._can_move(seat)):
                for each in group:
                    new = self._guests.paragraph(each, before)
                    self._place(new, last, ahead)
                    last = new
                continue
            if arrived:
                leave(seat.host.element)
                self._place(seat.host.element, last, ahead)
            there.add(provision)
            last = self._write_home(seat, group)
            before = provision
        if not self._pen.tracks:
            self._take_out_all_but(there)
            self._list_open_points(last, before)

    def _place(self, new: Element, last: Element | None, ahead: Element | None) -> None:
        if last is None and ahead is None:
            place_at_end(new, self._base.root)
        else:
            place(new, last, ahead)
        lift_comments(new)
        self._changed.append(new)

    def _homes_ahead(self, keys: Sequence[tuple[str, bool]]) -> list[Element | None]:
        """For each paragraph the element of the next base provision that stays at home."""
        ahead: list[Element | None] = []
        following: Element | None = None
        for provision, arrived in reversed(keys):
            ahead.append(following)
            if provision in self._seat_of and not arrived:
                following = self._seat_of[provision].host.element
        return ahead[::-1]

    def _write_home(self, seat: Seat, group: Sequence[ManuscriptParagraph]) -> Element:
        host = seat.host
        if _is_untouched(seat, group):
            return host.element
        elements = HostWriter(seat, self._seat_of, self._pen).write(group)
        self._changed.extend(elements)
        if self._pen.tracks:
            self._mark(seat, elements, group)
        if len(elements) > 1 and host.label:
            self._numbered_as[host.number] = elements[0]
            self._unnumber(host.element, seat)
        return host.element

    def _mark(
        self, seat: Seat, elements: Sequence[Element], group: Sequence[ManuscriptParagraph]
    ) -> None:
        for made, paragraph in zip(elements, group, strict=True):
            if paragraph.mark is Tracked.DELETED:
                if holds_more_than_words(made) and not says_something(paragraph.pieces):
                    if seat.host.label:
                        self._unnumber(made, seat)
                    continue
                self._uncounted.add(seat.host.number)
            set_mark(made, self._pen.tracker, paragraph.mark, paragraph.mark_author)

    def _unnumber(self, paragraph: Element, seat: Seat) -> None:
        host, properties = seat.host, like(properties_of(paragraph))
        indent = self._lists.indent(host.list_id, host.level, properties)
        self._lists.take_number(properties, indent)
        change(paragraph, properties, self._pen)

    def _can_move(self, seat: Seat) -> bool:
        """Without marks a moved paragraph itself goes to its new place."""
        return not self._pen.tracks and may_leave(seat.host.element)

    def _take_out_all_but(self, there: set[str]) -> None:
        gone = [seat for seat in self._seats if seat.provision.id not in there]
        rows = rows_around(seat.host.element for seat in gone)
        for seat in gone:
            paragraph = seat.host.element
            for leaf in seat.host.leaves:
                if leaf.note and paragraph in leaf.element.iterancestors():
                    self._pen.notes.remove(leaf.element)
            self._uncounted.add(seat.host.number)
            self._changed.append(paragraph)
            if may_leave(paragraph):
                leave(paragraph)
            else:
                empty(seat.host, self._lists)
        take_out_empty(rows)

    def _list_open_points(self, last: Element | None, before: str) -> None:
        """The open conflicts after the text, in a clean file."""
        if self._form is not Form.CLEAN or last is None:
            return
        author = self._names.author
        points = [open_point_words(each, author) for each in open_points(self._composition)]
        if not points:
            return
        lines = [self._guests.plain(OPEN_POINTS_HEADING, before, ProvisionKind.HEADING)]
        lines += [self._guests.plain(each, before, ProvisionKind.PROVISION) for each in points]
        for line in lines:
            place_at_end(line, self._base.root)
        self._changed.extend(lines)

    def _number(self) -> None:
        """Numbers of what is left, in the order of the document."""
        numbers = {each.element: n for n, each in enumerate(self._base.paragraphs)}
        shown = {each: number for number, each in self._numbered_as.items()}
        left: dict[int, Element] = {}
        for element in self._base.root.iter(name("w:p")):
            number = shown.get(element, numbers.get(element))
            if number is None or number in self._uncounted:
                continue
            if number not in self._numbered_as or element in shown:
                left[number] = element
        if self._changed:
            keep_numbers(self._base, left, self._lists, self._pen)

    def _write_other_parts(self) -> None:
        comments = list(self._pen.comments.part())
        add_comments(self._package, comments)
        if self._pen.tracks or comments:
            add_people(self._package, self._signed(comments))
        set_tracking(self._package, self._form)
        make_a_document(self._package)
        take_out_traces(self._package)

    def _signed(self, comments: Sequence[Element]) -> Iterator[str]:
        ours = {self._names.author(each) for each in self._composition.session.delegations}
        found = chain(authors_in(*comments), authors_in(self._base.root))
        return (each for each in found if each in ours)


def _whose(paragraph: ManuscriptParagraph) -> tuple[str, bool]:
    return paragraph.provision, paragraph.arrived


def _is_untouched(seat: Seat, group: Sequence[ManuscriptParagraph]) -> bool:
    """The base words and nothing else, in one paragraph."""
    if len(group) > 1 or group[0].mark:
        return False
    position = 0
    for piece in group[0].pieces:
        if piece.remarks or piece.tracked:
            return False
        if piece.note or (piece.is_label and not piece.tracked):
            continue
        is_next = piece.start == position and piece.provision == seat.provision.id
        if piece.text and not is_next:
            return False
        position += len(piece.text)
    return position == len(seat.provision.text)
