"""A paragraph of a Word file while it is being read, before it has its number."""

from dataclasses import dataclass, field

from editor.importers.runs import joined_runs
from editor.importers.source import SourceParagraph, SourceRun
from editor.importers.word.paragraph_properties import ParagraphProperties
from editor.importers.word.tracked import Change


@dataclass(slots=True)
class ParagraphDraft:
    """What the reader has found of a paragraph. `mark` and `block` are the changes of its
    mark and of the row or cell around it."""

    line: int
    properties: ParagraphProperties
    mark: Change
    block: Change
    flow: int
    in_table: bool
    in_text_box: bool
    after_page_break: bool
    runs: list[SourceRun] = field(default_factory=list)

    def add(self, run: SourceRun) -> None:
        self.runs.append(run)

    def finished(self, label: str, original_label: str) -> SourceParagraph:
        properties = self.properties
        return SourceParagraph(
            runs=joined_runs(self.runs),
            line=self.line,
            style=properties.style.name,
            heading=properties.heading,
            label=label,
            indent=(properties.numbering.level or 0) if properties.numbering else 0,
            mark_revision=self.mark.revision,
            mark_author=self.mark.author,
            mark_date=self.mark.date,
            mark_deleted_by=self.mark.deleted_by,
            mark_deleted_on=self.mark.deleted_on,
            block_revision=self.block.revision,
            block_author=self.block.author,
            block_date=self.block.date,
            block_deleted_by=self.block.deleted_by,
            block_deleted_on=self.block.deleted_on,
            in_table=self.in_table,
            in_text_box=self.in_text_box,
            after_page_break=self.after_page_break,
            flow=self.flow,
            original_label=original_label,
        )
