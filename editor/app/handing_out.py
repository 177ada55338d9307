"""Everything that can be handed out: which kinds there are, in which formats, with or without
names. All of it is checked before it is written, and written whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from editor.app.exporting import Written, plain_name, write_whole
from editor.app.mentions import mentions_in
from editor.app.own_package import BytesOf, nothing_kept
from editor.app.paper_check import check_paper, check_plain_word
from editor.app.sheet_check import check_sheet
from editor.app.word_export import Tell, word_export
from editor.errors import KnownError
from editor.exporters.anonymous import NOBODY, anonymous, without_voices
from editor.exporters.compilation.compilation import compilation
from editor.exporters.critic_markup import critic_markup
from editor.exporters.dump import dump
from editor.exporters.html import html_page
from editor.exporters.manuscript import Form
from editor.exporters.markdown import markdown
from editor.exporters.paper_head import COMPILATION, SUBTITLES, paper_head
from editor.exporters.paper_html import paper_html
from editor.exporters.plain import text_file
from editor.exporters.tables.comparison import comparison
from editor.exporters.tables.positions import positions
from editor.exporters.tables.sheet import comparison_sheet, positions_sheet
from editor.exporters.tables.spreadsheets import spreadsheet
from editor.exporters.word.comparison import word_comparison
from editor.exporters.word.fate_paper import word_fates
from editor.exporters.word.onto_base.unusable import Reason
from editor.exporters.word.paper import word_paper
from editor.importers.names import load_names
from editor.negotiation.composition import Composition, compose
from editor.negotiation.delegation import DelegationKind
from editor.negotiation.remembered import with_the_remembered
from editor.negotiation.session import Session

Printer = Callable[[str], bytes]
"""A web page as PDF; the window's part of the program has one."""


def nobody(_stage: str) -> None:
    """For whom no stage matters."""


class Kind(StrEnum):
    """What can be handed out."""

    CLEAN = "clean"
    REDLINE = "redline"
    BRACKETED = "bracketed"
    COMPILATION = "compilation"
    TABLE = "table"
    MATRIX = "matrix"
    FATE = "fate"
    JSON = "json"


class Ending(StrEnum):
    """The formats, by the end of the file's name."""

    WORD = ".docx"
    MARKDOWN = ".md"
    SHEET = ".xlsx"
    WEB = ".html"
    PDF = ".pdf"
    TEXT = ".txt"
    JSON = ".json"


class Names(StrEnum):
    SHOWN = "shown"
    LEFT_OUT = "left out"


_OF_TEXT = (Ending.WORD, Ending.PDF, Ending.WEB, Ending.TEXT)
ENDINGS: dict[Kind, tuple[Ending, ...]] = {
    Kind.CLEAN: _OF_TEXT,
    Kind.REDLINE: _OF_TEXT,
    Kind.BRACKETED: _OF_TEXT,
    Kind.COMPILATION: (Ending.WORD, Ending.MARKDOWN, Ending.PDF, Ending.WEB),
    Kind.TABLE: (Ending.WORD, Ending.SHEET),
    Kind.MATRIX: (Ending.SHEET,),
    Kind.FATE: (Ending.WORD,),
    Kind.JSON: (Ending.JSON,),
}
"""The formats of each kind, the usual one first."""

_BY_ENDING = {
    Ending.JSON: Kind.JSON,
    Ending.SHEET: Kind.TABLE,
    Ending.MARKDOWN: Kind.COMPILATION,
}
_OF_WHO_WANTS_WHAT = frozenset({Kind.MATRIX, Kind.FATE})


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted. `delegation` (an id) is whose proposals a fate is about."""

    kind: Kind
    ending: Ending
    names: Names = Names.SHOWN
    delegation: str = ""


def request_for(path: Path, kind: Kind | None = None, names: Names = Names.SHOWN) -> Request:
    """What to write to `path`: the kind given, else the usual one for the end of the name; in
    the format that the end of the name says, in the usual one for a name without an end.

    Raises KnownError `export_ending` if a kind is not written in the format that the name says,
    and `export_needs_names` if it is nothing without names.
    """
    ending = next((each for each in Ending if each == path.suffix.lower()), None)
    wanted = kind or (_BY_ENDING.get(ending, Kind.CLEAN) if ending else Kind.CLEAN)
    endings = ENDINGS[wanted]
    if names is Names.LEFT_OUT and wanted in _OF_WHO_WANTS_WHAT:
        raise KnownError("export_needs_names", form=wanted.value)
    if not path.suffix or path.is_dir():
        return Request(wanted, endings[0], names)
    if ending not in endings:
        known = ", ".join(endings)
        raise KnownError("export_ending", form=wanted.value, ending=path.suffix, endings=known)
    return Request(wanted, ending, names)


def hand_out(
    composition: Composition,
    path: Path,
    request: Request,
    now: datetime,
    kept: BytesOf = nothing_kept,
    tell: Tell = nobody,
    printer: Printer | None = None,
) -> Reason | None:
    """Write to `path` what is wanted; `now` dates it. `kept` gives the bytes of imported files,
    `tell` is told each stage, and stops the work by what it raises; PDF needs a `printer`.

    Returns why the base document's own package was not used, where it should have been. Raises
    KnownError as `write_whole` does, and BugError if the file would not say what the session
    says.
    """
    data, notice = handed_out(composition, request, now, kept, tell, printer)
    write_whole(path, data)
    return notice


def hand_out_fates(composition: Composition, folder: Path, now: datetime) -> list[Path]:
    """Write what became of everybody's proposals, one file each in `folder`, which is made if it
    is not there; the paths. Raises KnownError `export_needs_folder` for a file, and as `hand_out`
    does."""
    if folder.exists() and not folder.is_dir():
        raise KnownError("export_needs_folder", path=str(folder))
    sponsors = _sponsors(with_the_remembered(composition.session))
    names = _apart(
        [plain_name(" ".join(dict.fromkeys((code, name))), key) for key, name, code in sponsors]
    )
    files = {
        folder / f"{file}.docx": handed_out(
            composition, Request(Kind.FATE, Ending.WORD, delegation=key), now
        ).data
        for file, (key, _, _) in zip(names, sponsors, strict=True)
    }
    if not folder.exists():
        _make(folder)
    for path, data in files.items():
        write_whole(path, data)
    return list(files)


def _apart(names: Iterable[str]) -> list[str]:
    """The names, numbered where some systems would not tell them apart."""
    times: Counter[str] = Counter()
    told: list[str] = []
    for name in names:
        times[name.casefold()] += 1
        number = times[name.casefold()]
        told.append(name if number == 1 else f"{name} ({number})")
    return told


def handed_out(
    composition: Composition,
    request: Request,
    now: datetime,
    kept: BytesOf = nothing_kept,
    tell: Tell = nobody,
    printer: Printer | None = None,
) -> Written:
    """The bytes of what is wanted. Raises BugError if they would not say what the session says."""
    if request.kind is not Kind.JSON or request.names is Names.LEFT_OUT:
        composition = _with_the_remembered(composition)
    if request.names is Names.LEFT_OUT:
        named = composition.session
        nameless = anonymous(named, mentions_in(named, load_names()))
        composition, kept = compose(nameless), nothing_kept
    if request.ending is Ending.WORD and request.kind in _FORMS:
        return word_export(composition, Form(request.kind), now, kept, tell)
    tell("writing")
    match request.ending:
        case Ending.JSON:
            return Written(dump(composition.session))
        case Ending.WORD:
            return Written(_word(composition, request, now))
        case Ending.SHEET:
            return Written(_sheet(composition, request, now))
        case Ending.PDF:
            if printer is None:
                raise ValueError("PDF needs a printer")
            return Written(printer(_page(composition, request, now)))
        case Ending.WEB:
            return Written(_page(composition, request, now).encode("utf-8"))
        case _:
            return Written(_text(composition, request))


def _with_the_remembered(composition: Composition) -> Composition:
    session = with_the_remembered(composition.session)
    return composition if session is composition.session else compose(session)


_FORMS = frozenset({Kind.CLEAN, Kind.REDLINE, Kind.BRACKETED})


def _word(composition: Composition, request: Request, now: datetime) -> bytes:
    session = composition.session
    if request.kind is Kind.COMPILATION:
        spoken = _spoken(session, request)
        data = word_paper(compilation(spoken), now)
        check_paper(data, spoken)
        return data
    if request.kind is Kind.FATE:
        data = word_fates(composition, request.delegation, now)
    else:
        shown = request.names is Names.SHOWN
        data = word_comparison(session, comparison(composition), now, with_names=shown)
    check_plain_word(data)
    return data


def _sheet(composition: Composition, request: Request, now: datetime) -> bytes:
    session = composition.session
    if request.kind is Kind.MATRIX:
        sheet = positions_sheet(session, positions(session))
    else:
        shown = request.names is Names.SHOWN
        sheet = comparison_sheet(session, comparison(composition), with_names=shown)
    data = spreadsheet(sheet, session.headings["heading"], now)
    check_sheet(data, sheet)
    return data


def _page(composition: Composition, request: Request, now: datetime) -> str:
    heading = composition.session.headings["heading"]
    if request.kind is Kind.COMPILATION:
        paper = compilation(_spoken(composition.session, request))
        head = paper_head(replace(heading, title=paper.title), COMPILATION, now)
        return paper_html(paper, head)
    form, shown = Form(request.kind), request.names is Names.SHOWN
    head = paper_head(heading, SUBTITLES[form], now)
    return html_page(composition, form, head, with_names=shown)


def _text(composition: Composition, request: Request) -> bytes:
    if request.kind is Kind.COMPILATION:
        spoken = _spoken(composition.session, request)
        data = markdown(compilation(spoken))
        check_paper(data, spoken)
        return data
    if request.kind is Kind.REDLINE:
        shown = request.names is Names.SHOWN
        return critic_markup(composition, with_names=shown).encode("utf-8")
    return text_file(composition, Form(request.kind)).encode("utf-8")


def _spoken(session: Session, request: Request) -> Session:
    return without_voices(session) if request.names is Names.LEFT_OUT else session


def _sponsors(session: Session) -> list[tuple[str, str, str]]:
    """Id, name and code of the delegations that propose something."""
    found = {s for a in session.amendments.values() for s in a.sponsors}
    return [
        (each.id, each.name or NOBODY, each.code)
        for each in session.delegations.values()
        if each.id in found and each.kind is not DelegationKind.CHAIR
    ]


def _make(folder: Path) -> None:
    try:
        folder.mkdir()
    except OSError as error:
        raise KnownError(
            "export_folder_missing", path=str(folder), said=error.strerror or ""
        ) from error
