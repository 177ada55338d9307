"""Printed numbers of paragraphs, in the final and in the original text."""

from collections.abc import Sequence

from editor.importers.source import Revision, SourceParagraph
from editor.importers.word.draft import ParagraphDraft
from editor.importers.word.numbering import NumberCounter, NumberingDefinitions

_IN_FINAL = frozenset({Revision.NONE, Revision.INSERTED})
_IN_ORIGINAL = frozenset({Revision.NONE, Revision.DELETED})


class LabelWriter:
    """Numbers the paragraphs of one story after another, as one count."""

    def __init__(self, lists: NumberingDefinitions) -> None:
        self._final = NumberCounter(lists)
        self._original = NumberCounter(lists)

    def finish(self, drafts: Sequence[ParagraphDraft]) -> tuple[SourceParagraph, ...]:
        """The paragraphs with their numbers; one that the final text no longer has keeps
        its original number as its label."""
        return tuple(self._finish_one(draft) for draft in drafts)

    def _finish_one(self, draft: ParagraphDraft) -> SourceParagraph:
        properties = draft.properties
        final = original = ""
        if properties.numbering and _exists(draft, _IN_FINAL):
            final = self._final.next_label(properties.numbering)
        if properties.original_numbering and _exists(draft, _IN_ORIGINAL):
            original = self._original.next_label(properties.original_numbering)
        label = final if _exists(draft, _IN_FINAL) else original
        return draft.finished(label, original)


def _exists(draft: ParagraphDraft, revisions: frozenset[Revision]) -> bool:
    return draft.mark.revision in revisions and draft.block.revision in revisions
