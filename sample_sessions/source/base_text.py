"""The base text alone, in Markdown."""

from collections.abc import Iterator

from sample_sessions.source.model import Source


def base_markdown(source: Source) -> str:
    return "\n\n".join(_blocks(source)) + "\n"


def _blocks(source: Source) -> Iterator[str]:
    yield f"# {source.title}"
    for section in source.sections:
        number, _, title = section.title.partition(": ")
        if title:
            yield f"## {number}"
        yield f"### {title or number}"
        for provision in section.provisions:
            if not provision.proposed_by:
                yield f"#### *Draft recommendation {provision.label}*"
                yield provision.marked_text
