"""Files that delegations send, for the small negotiation."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.importers.word_files import deleted, inserted, paragraph, run, word_file
from tests.ui.negotiations import TEXTS

Change = tuple[str, str, str, str]
"""Author, provision, old words, new words."""

COMPILATION = """# Coasts

1. Parties should prevent the draining [filling] of wetlands [add: Canada].

2. Parties should share [tidal] data [delete: Norway].

3. Parties should train local staff. [xyzzy: Egypt]
"""
"""Two annotations whose words have to be guessed, and one that nobody understands."""

TAGGED = """1. Parties should [promptly - Canada; Norway delete] prevent the draining of wetlands.

2. Parties should share [all - Egypt] tidal data.

3. Parties should train [local staff.
"""


def tracked_file(path: Path, changes: Sequence[Change], texts: Mapping[str, str] = TEXTS) -> Path:
    """A Word file with `texts` as its original and these changes tracked."""
    body = paragraph(run("General"))
    number = 0
    for key, rest in texts.items():
        runs = ""
        for author, place, old, new in changes:
            if place != key:
                continue
            before, rest = rest.split(old, 1)
            number += 1
            by = f'w:id="{number}" w:author="{author}" w:date="2024-01-02T03:04:00Z"'
            runs += run(before) + deleted(run(old, tag="delText"), by) + inserted(run(new), by)
        body += paragraph(runs + run(rest))
    path.write_bytes(word_file(body))
    return path


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
