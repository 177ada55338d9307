"""Comments in the margin, with who answers whom."""

from collections.abc import Iterable

from lxml import etree

from editor.importers.runs import joined_runs
from editor.importers.source import SourceComment
from editor.importers.word.names import W14, W15, W16DU, W
from editor.importers.word.story import StoryResources, read_story


def comment_keys(roots: Iterable[etree._Element]) -> frozenset[str]:
    """The keys of all comments in these parts."""
    return frozenset(
        element.get(W + "id", "") for root in roots for element in root.iterfind(W + "comment")
    )


def read_comments(
    roots: Iterable[etree._Element],
    extended: Iterable[etree._Element],
    resources: StoryResources,
) -> tuple[SourceComment, ...]:
    """The comments of these parts; `extended` are the parts that tell the threads."""
    elements = [each for root in roots for each in root.iterfind(W + "comment")]
    parents = _parents(extended)
    keys = {_paragraph_id(element): element.get(W + "id", "") for element in elements}
    comments: dict[str, SourceComment] = {}
    for element in elements:
        key = element.get(W + "id", "")
        story = read_story(element, resources)
        comments.setdefault(
            key,
            SourceComment(
                key,
                author=element.get(W + "author", ""),
                date=element.get(W16DU + "dateUtc") or element.get(W + "date") or "",
                text="\n".join(
                    "".join(run.text for run in joined_runs(each.runs)) for each in story.drafts
                ),
                initials=element.get(W + "initials", ""),
                answers=keys.get(parents.get(_paragraph_id(element), ""), ""),
            ),
        )
    return tuple(comments.values())


def _parents(extended: Iterable[etree._Element]) -> dict[str, str]:
    return {
        element.get(W15 + "paraId", ""): element.get(W15 + "paraIdParent", "")
        for root in extended
        for element in root.iterfind(W15 + "commentEx")
        if element.get(W15 + "paraIdParent")
    }


def _paragraph_id(comment: etree._Element) -> str:
    """A thread knows a comment by its last paragraph."""
    paragraphs = comment.findall(W + "p")
    return paragraphs[-1].get(W14 + "paraId", "") if paragraphs else ""
