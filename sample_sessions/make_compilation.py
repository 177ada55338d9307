"""Writes compilation.md, base.md and truth.json from the files in source/.

python -m sample_sessions.make_compilation [FOLDER]
"""

import json
import sys
from pathlib import Path

from sample_sessions.source.base_text import base_markdown
from sample_sessions.source.document import assembled
from sample_sessions.source.load import load_source
from sample_sessions.source.markdown import compilation_markdown
from sample_sessions.source.truth import truth_of


def make_compilation(folder: Path) -> None:
    source = load_source()
    document = assembled(source)
    files = {
        "compilation.md": compilation_markdown(document),
        "base.md": base_markdown(source),
        "truth.json": json.dumps(truth_of(source, document), ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    make_compilation(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
