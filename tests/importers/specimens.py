"""A sound file of every format that comes in, to be damaged."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from editor.exporters.compilation.compilation import compilation
from editor.exporters.critic_markup import critic_markup
from editor.exporters.dump import dump
from editor.exporters.manuscript import Form
from editor.exporters.markdown import markdown
from editor.exporters.tables.comparison import comparison
from editor.exporters.tables.sheet import comparison_sheet
from editor.exporters.tables.spreadsheets import spreadsheet
from editor.exporters.word.comparison import word_comparison
from editor.exporters.word.paper import word_paper
from editor.exporters.word.writer import word_file as exported
from editor.importers.house_styles.house_style import HOUSE_STYLES
from editor.negotiation.composition import compose
from editor.negotiation.session import Session
from editor.resources import sample_path
from tests.exporters.everything import everything
from tests.importers.open_texts import tracked_open_text
from tests.importers.tracked_parts import TRACKED_PARTS
from tests.importers.ways_in import Way
from tests.importers.word_files import paragraph, run, word_file, zipped

_NOW = datetime(2024, 7, 1, tzinfo=UTC)
_ROWS = (
    ("Paragraph", "Base text", "Proposed text", "Rationale", "Delegation"),
    ("1", "", "Parties should establish national policies.", "Shorter.", "Canada"),
    ("2", "", "Parties work with schools, “museums” and clubs.", "", "Fiji; Norway"),
    ("3", "", "Delete", "Not needed; costs 5,00 €", "EU"),
    ("4", "", "Replace “avoid” with “shun”", "", "Japan"),
)
_MARKED = """\
# Draft decision

1. Boats [always - US; G77 delete] sail [, in winds. -G77; US, Canada delete.] far (off - Jordan).

2. A boat is [slow [and old - EU] - US / fast - Norway] {CH/J: today} [US/J: not] [EU: never].

[3. **Boats** rest.

4. Boats sink. - Kenya]

5. [Option 1: Boats [shall][should] sail;

Option 2: [Option (a): Boats rest;

Option (b): Boats [drift / float];] NEW WORDS [DELETE: old words]]
"""
_COLOURED = (
    paragraph(run("Canada: red; Norway: blue"))
    + paragraph(run("1. Boats ") + run("always ", '<w:color w:val="FF0000"/>') + run("sail."))
    + paragraph(run("2. Boats ") + run("never ", '<w:color w:val="0000FF"/><w:strike/>'))
)
_CRITIC = """\
Parties should {~~set~>*set up* {==all==}{>>@Fiji: why<<}~~} and review{-- all--}{>>CAN<<} policies.

{++2. Parties report.

3. They {--never--}{>>NOR: retain<<} rest.++}{>>@Friends of
wetlands:<<} \\{++ {++ {>>a

4. New development{--

--} should avoid --} wetlands.[^1]

[^1]: Each {++second ++}year.
"""
_PLAIN = """\
Preamble

1. Parties should establish and review national policies for the wise use of wetlands.
   (a) They should report.[^1]

2. Parties *are invited* to work with ~~schools~~ **museums**.

> 3. New development should avoid wetlands.

[^1]: Each year.
"""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A file called `name`; `ways` are those by which it may come in, `profile` is the house
    style of a compilation that is not left to be guessed."""

    name: str
    content: bytes
    ways: tuple[Way, ...]
    profile: str = ""


_TEXT_WAYS = (Way.BASE, Way.LAYER, Way.COMPILATION)


@cache
def talks() -> Session:
    """The session into which layers and tables are brought."""
    return everything()


@cache
def specimens() -> tuple[Specimen, ...]:
    """One or more of each format, the same every time."""
    return (*_word_files(), *_texts(), *_tables(), *_dumps())


def _word_files() -> Iterator[Specimen]:
    composition = compose(talks())
    tracked = (*_TEXT_WAYS, Way.TRACKED, Way.FORMATTED, Way.TABLE)
    yield Specimen("tracked.docx", zipped(TRACKED_PARTS), tracked)
    yield Specimen("redline.docx", exported(composition, Form.REDLINE, _NOW), tracked)
    yield Specimen("bracketed.docx", exported(composition, Form.BRACKETED, _NOW), tracked)
    paper = word_paper(compilation(talks()), _NOW)
    yield Specimen("compilation.docx", paper, (Way.COMPILATION, Way.BASE))
    yield Specimen("colours.docx", word_file(_COLOURED), (*_TEXT_WAYS, Way.FORMATTED))
    yield Specimen("tracked.odt", tracked_open_text(), tracked)


def _texts() -> Iterator[Specimen]:
    sample = Path(sample_path("compilation.md")).read_bytes()
    yield Specimen("sample.md", sample, (Way.COMPILATION,))
    yield Specimen("ours.md", markdown(compilation(talks())), (Way.COMPILATION, Way.BASE))
    yield Specimen("plain.md", _PLAIN.encode(), _TEXT_WAYS)
    yield Specimen("plain.txt", _PLAIN.encode("utf-16"), _TEXT_WAYS)
    critic = critic_markup(compose(talks()))
    yield Specimen("critic.txt", critic.encode(), (*_TEXT_WAYS, Way.TRACKED))
    yield Specimen("critic.md", _CRITIC.encode(), (*_TEXT_WAYS, Way.TRACKED))
    for style in HOUSE_STYLES:
        yield Specimen("marked.txt", _MARKED.encode(), (Way.COMPILATION,), style.name)
    yield Specimen("marked.md", _MARKED.encode(), (Way.COMPILATION, Way.FORMATTED))


def _tables() -> Iterator[Specimen]:
    table = comparison(compose(talks()))
    yield Specimen("table.docx", word_comparison(talks(), table, _NOW), (Way.TABLE, Way.BASE))
    sheet = comparison_sheet(talks(), table)
    compared = spreadsheet(sheet, talks().headings["heading"], _NOW)
    yield Specimen("comparison.xlsx", compared, (Way.TABLE,))
    yield Specimen("proposals.xlsx", _workbook(), (Way.TABLE,))
    for name, separator in (("table.csv", ","), ("table.tsv", "\t")):
        lines = (separator.join(f'"{cell}"' for cell in row) for row in _ROWS)
        yield Specimen(name, "\r\n".join(lines).encode(), (Way.TABLE,))


def _dumps() -> Iterator[Specimen]:
    yield Specimen("talks.json", dump(talks()), (Way.JSON,))


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _ROWS:
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
