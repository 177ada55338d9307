"""What a reader found that is no text of the paper: remarks of its own, comments in the margin."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from editor.importers.compilation.reading import ReadUnread
from editor.importers.source import SourceDocument
from editor.negotiation.identity import fresh
from editor.negotiation.patch import Draft
from editor.negotiation.session import ImportedFile, ImportReport
from editor.negotiation.unread import Unread


def comments_left(source: SourceDocument, lines: Sequence[int]) -> Iterator[ReadUnread]:
    """The comments in the margin, signed. `lines` are those of the provisions, in any order; a
    comment is at the first of those that begin on its own line, or else last before it."""
    begun = sorted((line, row) for row, line in enumerate(lines))
    anchors = lines_of_comments(source)
    for comment in source.comments:
        if comment.text.strip():
            line = anchors.get(comment.key) or anchors.get(comment.answers, 0)
            raw = ": ".join(filter(None, (comment.author, comment.text)))
            yield ReadUnread(raw, "comment_in_margin", line, _row_at(line, begun))


def put_set_aside(
    draft: Draft, source: SourceDocument, file: ImportedFile, places: Sequence[tuple[int, str]]
) -> None:
    """Put what the reader of a whole text remarked into a report, and the comments into the
    tray. `places` are the lines of paragraphs and the provisions that these are."""
    put_warnings(draft, source, file)
    put_comments(draft, source, file, places)


def put_warnings(draft: Draft, source: SourceDocument, file: ImportedFile) -> None:
    """Put what a reader remarked into a report; once for a file that is both text and layers."""
    reports = draft.session.reports
    if source.warnings and all(each.file != file.id for each in reports.values()):
        key = next(fresh("r", reports))
        draft.put("reports", key, ImportReport(key, file.id, warnings=source.warnings))


def put_comments(
    draft: Draft, source: SourceDocument, file: ImportedFile, places: Sequence[tuple[int, str]]
) -> None:
    """Put the comments in the margin into the tray."""
    ids = fresh("u", draft.keys("unread"))
    for each in comments_left(source, [line for line, _provision in places]):
        key = next(ids)
        provision = "" if each.provision is None else places[each.provision][1]
        row = Unread(key, each.raw, each.reason, provision, each.line, file.id)
        draft.put("unread", key, row)


def lines_of_comments(source: SourceDocument) -> dict[str, int]:
    """The line on which each comment begins, by its key."""
    found: dict[str, int] = {}
    for paragraph in source.paragraphs:
        for run in paragraph.runs:
            for key in run.comments:
                found.setdefault(key, paragraph.line)
    return found


def _row_at(line: int, begun: Sequence[tuple[int, int]]) -> int | None:
    at = bisect_left(begun, (line, 0))
    if at < len(begun) and begun[at][0] == line:
        return begun[at][1]
    return begun[at - 1][1] if at else None
