"""A Word file of a composition."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from editor.exporters.forms import manuscript
from editor.exporters.manuscript import Form, ManuscriptParagraph
from editor.exporters.open_points import open_points
from editor.exporters.paper_head import SUBTITLES, paper_head
from editor.exporters.remark_words import OPEN_POINTS_HEADING, open_point_words
from editor.exporters.voice_names import VoiceNames
from editor.exporters.word.apart import keep_apart
from editor.exporters.word.body import Body
from editor.exporters.word.comments import Comments, authors_in, people
from editor.exporters.word.design import design
from editor.exporters.word.elements import Element, element, new_ids
from editor.exporters.word.notes import Footnotes, note_references
from editor.exporters.word.package import PackagePart, main_part, packed, word_part
from editor.exporters.word.page import (
    FIRST_HEADER,
    FOOTER,
    HEADER,
    footer,
    masthead,
    running_header,
    section,
)
from editor.exporters.word.properties import core_properties, program_properties, settings
from editor.exporters.word.runs import Tracker, text_runs
from editor.exporters.word.styles import styles
from editor.negotiation.composition import Composition
from editor.negotiation.provision import ProvisionKind

_PEOPLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
_PEOPLE_RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/people"


def word_file(composition: Composition, form: Form, now: datetime) -> bytes:
    """The bytes of a DOCX of `composition`. `now` dates it and its tracked changes; the same
    composition at the same moment gives the same bytes."""
    session = composition.session
    moment = now.astimezone(UTC)
    names = VoiceNames(session.delegations, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    paragraphs = manuscript(composition, form)
    ids = new_ids(taken=len(note_references(session.notes, paragraphs)))
    tracker = Tracker(names, ids)
    comments = Comments(paragraphs, names, ids)
    footnotes = Footnotes(session.notes, paragraphs, tracker)
    body = Body(tracker, comments, footnotes)
    document = element("w:document", element("w:body"))
    document[0].extend(body.paragraph(each) for each in paragraphs)
    if form is Form.CLEAN:
        document[0].extend(_list_of_open_points(composition, names))
    if not len(document[0]):
        document[0].append(element("w:p"))
    keep_apart(document)
    document[0].append(section())
    notes, remarks = footnotes.part(), comments.part()
    head = paper_head(session.headings["heading"], SUBTITLES[form], moment)
    top = replace(head, title="") if _begins_with_title(paragraphs, head.title) else head
    return packed(
        main_part(document),
        [core_properties(head.title, names.time), program_properties()],
        [
            *design(),
            word_part("styles", "styles", styles()),
            word_part("settings", "settings", settings(form)),
            word_part("footnotes", "footnotes", notes),
            word_part("comments", "comments", remarks),
            _people(document, notes, remarks),
            word_part("header1", "header", running_header(head), HEADER),
            word_part("header2", "header", masthead(top), FIRST_HEADER),
            word_part("footer1", "footer", footer(), FOOTER),
        ],
    )


def _begins_with_title(paragraphs: Sequence[ManuscriptParagraph], title: str) -> bool:
    """The text has a cover of its own, or begins with the title."""
    if not paragraphs:
        return False
    first = paragraphs[0]
    return first.kind is ProvisionKind.FRONT_MATTER or first.text.strip() == title.strip()


def _list_of_open_points(composition: Composition, names: VoiceNames) -> Iterator[Element]:
    """A heading and a line for each open conflict, after the text."""
    points = list(open_points(composition))
    if points:
        yield _paragraph("Heading2", OPEN_POINTS_HEADING)
    for point in points:
        yield _paragraph("OpenPoint", open_point_words(point, names.author))


def _paragraph(style: str, text: str) -> Element:
    properties = element("w:pPr", element("w:pStyle", val=style))
    return element("w:p", properties, *text_runs(text))


def _people(*roots: Element) -> PackagePart:
    root = people(authors_in(*roots))
    return PackagePart("word/people.xml", _PEOPLE_TYPE, _PEOPLE_RELATIONSHIP, root)
