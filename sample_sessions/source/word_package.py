"""The same document, the same bytes: a package without clocks or compression."""

import io
import zipfile
from pathlib import Path

from docx.document import Document as WordDocument

_EPOCH = (1980, 1, 1, 0, 0, 0)


def save_reproducibly(word: WordDocument, path: Path) -> None:
    """Members are sorted, dated alike, and stored as they are, because the result of compression
    differs from one library version to the next."""
    written = io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(path, "w") as stored:
        for name in sorted(package.namelist(), key=lambda each: (each[0] != "[", each)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            stored.writestr(member, package.read(name))
