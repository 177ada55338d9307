"""An example from a file for what it is taken for."""

from editor.app.guided.plan import FilePlan
from editor.app.guided.seen_file import SeenFile
from editor.app.import_kind import ImportKind
from editor.importers.source import Revision
from editor.importers.tracked.changes import TrackedChange
from editor.ui.import_wizard.import_words import tr

_LONGEST = 220
_PARAGRAPHS = 2


def example(seen: SeenFile, plan: FilePlan) -> str:
    """A few words of the file with their line; empty where it has none."""
    match plan.kind:
        case ImportKind.TRACKED:
            return _of_changes(seen)
        case ImportKind.COLOURS:
            found = [
                tr("Line {line}, {look}: “{words}”").format(
                    line=each.line, look=each.name, words=each.example
                )
                for each in seen.looks[:1]
            ]
            return "".join(found)
        case ImportKind.TABLE:
            rows = [row for table in seen.read.tables[:1] for row in table.rows[:_PARAGRAPHS]]
            return _short("\n".join("  |  ".join(row.cells) for row in rows))
        case ImportKind.COMPILATION if not seen.is_own:
            return _of_marks(seen, plan.profile)
    source = seen.read.source
    words = [each.text.strip() for each in source.paragraphs] if source else []
    return _short("\n".join([each for each in words if each][:_PARAGRAPHS]))


def _of_changes(seen: SeenFile) -> str:
    change = next((each for each in seen.changes if each.text.strip()), None)
    if change is None:
        return ""
    return tr("{author}, {change}").format(author=change.author or "—", change=change_words(change))


def change_words(change: TrackedChange) -> str:
    """`line 4: inserts “and lakes”`."""
    words = tr("line {line}: inserts “{words}”")
    if change.revision is Revision.DELETED:
        words = tr("line {line}: deletes “{words}”")
    return words.format(line=change.line, words=_short(change.text.strip()))


def _of_marks(seen: SeenFile, profile: str) -> str:
    signs = seen.marks.examples(profile) if seen.marks else ()
    legend = seen.marks.legend if seen.marks else ()
    lines = [
        tr("Line {line}: {words}").format(line=each.line, words=each.example) for each in signs[:1]
    ]
    lines += [
        tr("Legend, line {line}: {words}").format(line=each.line, words=each.text)
        for each in legend[:1]
    ]
    return "\n".join(lines) or tr("There is no such mark in this document.")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
