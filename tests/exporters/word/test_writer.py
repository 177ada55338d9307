"""What is in the Word files beside the text: comments, notes, directions, properties."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from editor.exporters.manuscript import Form
from editor.exporters.word.elements import W
from editor.exporters.word.lint import lint
from editor.exporters.word.writer import word_file
from editor.importers.revisions import accept, reject
from editor.importers.source import Revision, SourceDocument
from editor.negotiation.amendment import Amendment, AmendmentKind, Position
from editor.negotiation.composition import compose
from editor.negotiation.delegation import CHAIR, CHAIR_ID, Delegation
from editor.negotiation.note import Note, NoteAnchor
from editor.negotiation.provision import Mark, MarkKind, Provision, ProvisionKind, Stance
from editor.negotiation.session import Heading, Session
from editor.text.edit import Edit
from tests.exporters.small_sessions import NAMES, after, by, change, replacing, session
from tests.exporters.word.reading import NOW, lines, read, written

SHOULD = "States should act soon."


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def comments(document: SourceDocument) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in document.comments]


def commented_words(document: SourceDocument, key: str) -> str:
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    return "".join(run.text for run in runs if key in run.comments)


def test_words_that_several_delete_have_one_author_and_a_comment_naming_all() -> None:
    one = session([SHOULD], [change("a", "p1", "JPN CAN", replacing(SHOULD, " soon", ""))])
    document = read(one, Form.REDLINE)
    authors = {r.author for p in document.paragraphs for r in p.runs if r.revision}
    assert authors == {"Canada"}
    assert comments(document) == [("Canada", "Proposed by: Canada, Japan")]
    assert commented_words(document, document.comments[0].key) == " soon"


def test_overlapping_deletions_name_all_where_they_overlap() -> None:
    text = "One two three four."
    one = session(
        [text],
        [
            change("a", "p1", "CAN", replacing(text, " two three", "")),
            change("b", "p1", "JPN", replacing(text, " three four", "")),
        ],
    )
    document = read(one, Form.REDLINE)
    (both,) = document.comments
    assert both.text == "Proposed by: Canada, Japan"
    assert commented_words(document, both.key) == " three"


def test_reasons_are_comments_of_their_delegation_and_private_positions_never() -> None:
    change_with_voices = Amendment(
        "a",
        "p1",
        edits=(replacing(SHOULD, "should", "shall"),),
        notes=("n1",),
        positions=(
            Position("EGY", Stance.OPPOSE, "Too strong."),
            Position("FJI", Stance.OPPOSE, "Whispered.", private=True),
        ),
    )
    notes = [
        Note("n1", "As in the treaty.", delegation="CAN", anchor=NoteAnchor(amendment="a")),
        Note("n2", "Said again elsewhere.", delegation="JPN", anchor=NoteAnchor(amendment="a")),
    ]
    document = read(session([SHOULD], [by("CAN", change_with_voices)], notes), Form.REDLINE)
    assert comments(document) == [
        ("Canada", "As in the treaty."),
        ("Japan", "Said again elsewhere."),
        ("Egypt", "Opposes: Too strong."),
    ]
    whispered = (b"Whispered" in written(session([SHOULD]), form) for form in Form)
    assert not any(whispered)


def test_brackets_say_who_wants_what() -> None:
    rivals = [
        change("a", "p1", "CAN EGY", replacing(SHOULD, "should", "shall")),
        change("b", "p1", "JPN", replacing(SHOULD, "should", "may")),
    ]
    for form in (Form.REDLINE, Form.BRACKETED):
        document = read(session([SHOULD], rivals), form)
        assert comments(document)[0] == ("Chair", "Open: Canada, Egypt / Japan / base text")
        key = document.comments[0].key
        assert commented_words(document, key) == "[shall / may / should]"
    assert not read(session([SHOULD], rivals), Form.CLEAN).comments


def test_contests_are_comments_of_the_chair() -> None:
    text = "Work with schools and museums now."
    contested = session(
        [text, "Rest.", "Sleep."],
        [
            change("a", "p1", "EGY", replacing(text, " with schools and museums", "")),
            change("b", "p1", "JPN", replacing(text, "museums", "parks")),
            by("FJI", Amendment("c", "p2", AmendmentKind.DELETE_PROVISION)),
            change("d", "p2", "JPN", replacing("Rest.", "Rest", "Halt")),
            by("FJI", Amendment("e", "p3", AmendmentKind.REPLACE_PROVISION, text="Wake.")),
            change("f", "p3", "JPN", replacing("Sleep.", "Sleep", "Doze")),
        ],
    )
    assert comments(read(contested, Form.REDLINE)) == [
        ("Chair", "Deletion contested; proposed by: Egypt"),
        ("Chair", "Deletion contested; proposed by: Fiji"),
        ("Chair", "Alternative text contested; proposed by: Fiji\nWake."),
    ]
    listed = lines(read(contested, Form.CLEAN))
    assert listed[listed.index("Open points") + 1 :] == [
        "1: deletion of “with schools and museums” contested (Egypt, Japan)",
        "2: deletion contested, proposed by Fiji (Fiji, Japan)",
        "3: alternative text proposed by Fiji: “Wake.” (Fiji, Japan)",
    ]


def test_struck_words_carry_both_authors() -> None:
    struck = session(
        [SHOULD],
        [
            change("a", "p1", "CAN", after(SHOULD, "act", " and also report")),
            by("FJI", Amendment("b", "p1", edits=(Edit(4, 9, ""),), target="a")),
        ],
    )
    runs = [run for p in read(struck, Form.REDLINE).paragraphs for run in p.runs]
    (found,) = (run for run in runs if run.revision is Revision.INSERTED_THEN_DELETED)
    assert (found.text, found.author, found.deleted_by) == (" also", "Canada", "Fiji")


def with_notes(*labels: str) -> Session:
    words = "One two three"
    marks = [Mark(MarkKind.NOTE, at, at, f"n{n}") for n, at in enumerate((3, 7, 13), start=1)]
    row = Provision("p1", 1, words, "1", marks=tuple(marks))
    notes = [Note(f"n{n}", f"Note {n}.", label) for n, label in enumerate(labels, start=1)]
    return session([row], [change("a", "p1", "CAN", replacing(words, " two", ""))], notes)


def test_notes_of_the_base_are_footnotes_numbered_as_in_the_base() -> None:
    for labels in (("1", "2", "3"), ("4", "5", "*")):
        document = read(with_notes(*labels), Form.REDLINE)
        assert [each.label for each in reject(document).notes] == list(labels)
        left = accept(document).notes
        assert [each.label for each in left if each.label] == [labels[0], labels[2]]
        assert [each.paragraphs[0].text.strip() for each in left] == ["Note 1.", "Note 3."]
        clean = read(with_notes(*labels), Form.CLEAN)
        assert [each.label for each in clean.notes] == [labels[0], labels[2]]


def test_a_note_of_a_moved_provision_is_there_twice_and_tracked() -> None:
    row = Provision("p1", 1, "One.", "1", marks=(Mark(MarkKind.NOTE, 3, 3, "n"),))
    moved = session(
        [row, "Two.", "Three."],
        [by("JPN", Amendment("a", "p1", AmendmentKind.MOVE, after="p2"))],
        [Note("n", "First.\nSecond.", "1")],
    )
    document = read(moved, Form.REDLINE)
    assert len(document.notes) == 2
    for settled in (accept(document), reject(document)):
        (note,) = settled.notes
        assert [each.text.strip() for each in note.paragraphs] == ["First.", "Second."]


def test_right_to_left_and_east_asian_text() -> None:
    arabic, chinese = "تشجع الأطراف مع Canada الآن.", "各国应考虑行动。"
    changes = [
        change("a", "p1", "EGY", replacing(arabic, "الأطراف", "الدول")),
        change("b", "p1", "JPN", replacing(arabic, "الأطراف", "الجميع")),
    ]
    one = session([arabic, chinese], changes)
    data = written(one, Form.REDLINE)
    first, second = part(data, "word/document.xml").findall(f"{W}body/{W}p")
    assert first.find(f"{W}pPr/{W}bidi") is not None
    for run in first.iter(f"{W}r"):
        text = "".join(map(str, run.itertext()))
        is_marked = run.find(f"{W}rPr/{W}rtl") is not None
        is_latin = any(character.isascii() and character.isalpha() for character in text)
        assert is_marked is bool(text and not is_latin)
    assert second.find(f"{W}pPr/{W}bidi") is None
    assert second.find(f".//{W}rFonts").get(f"{W}hint") == "eastAsia"  # type: ignore[union-attr]
    document = read(one, Form.REDLINE)
    assert lines(reject(document)) == [f"1\t{arabic}", f"2\t{chinese}"]
    assert lines(accept(document)) == [
        "1\tتشجع [الدول / الجميع / الأطراف] مع Canada الآن.",
        f"2\t{chinese}",
    ]


def test_levels_headings_and_covers_have_their_styles() -> None:
    rows = [
        Provision("a", 0, "Cover", kind=ProvisionKind.FRONT_MATTER),
        Provision("b", 1, "Part one", kind=ProvisionKind.HEADING, level=1),
        Provision("c", 2, "Deep", kind=ProvisionKind.HEADING, level=7),
        Provision("d", 3, "(a) Sub-item", "(a)", level=1),
        Provision("e", 4, "We think so.", kind=ProvisionKind.STATEMENT),
    ]
    document = read(session(rows), Form.CLEAN)
    assert [each.heading for each in document.paragraphs] == [0, 1, 6, 0, 0]
    body = part(written(session(rows), Form.CLEAN), "word/document.xml")
    indents = [each.get(f"{W}left") for each in body.iter(f"{W}ind")]
    assert indents == ["567"]


def test_the_same_moment_gives_the_same_bytes() -> None:
    negotiation = session([SHOULD], [change("a", "p1", "CAN", replacing(SHOULD, " soon", ""))])
    one, other = compose(negotiation), compose(negotiation)
    assert word_file(one, Form.REDLINE, NOW) == word_file(other, Form.REDLINE, NOW)
    later = word_file(one, Form.REDLINE, NOW + timedelta(seconds=1))
    assert later != word_file(one, Form.REDLINE, NOW)


def test_nobody_is_named_in_the_properties_and_a_redline_goes_on_tracking() -> None:
    negotiation = session([SHOULD], title="Draft")
    for form in Form:
        data = written(negotiation, form)
        core = {etree.QName(e).localname: e.text for e in part(data, "docProps/core.xml")}
        moment = "2024-07-01T09:30:00Z"
        assert core == {"title": "Draft", "created": moment, "modified": moment}
        settings = part(data, "word/settings.xml")
        tracks = settings.find(f"{W}trackRevisions") is not None
        assert tracks is (form is Form.REDLINE)


def test_names_and_words_that_no_xml_or_word_could_hold() -> None:
    odd = session(
        ["Act\x0bnow\ttoo."],
        [by("CAN", Amendment("a", "p1", edits=(Edit(0, 3, "Go\x00\ufffe & <b>"),)))],
        title="T\x00itle",
    )
    names = dict(odd.delegations)
    names["CAN"] = Delegation("CAN", "C\x00ANADA LONG", "  Can\nada\x07 " * 60, layer_on=True)
    names["EGY"] = Delegation("EGY", "", "", layer_on=True)
    odd = Session(**{**vars(odd), "delegations": names})
    data = written(odd, Form.REDLINE)
    signed = {each.get(f"{W}author") for each in part(data, "word/document.xml").iter(f"{W}ins")}
    (author,) = signed
    assert author is not None
    assert len(author) <= 255
    assert author.startswith("Can ada Can ada")
    assert lint(data, {author}) == []
    assert lines(accept(read(odd, Form.REDLINE))) == ["1\tGo & <b>now\ttoo."]


def test_an_empty_session_is_a_sound_file() -> None:
    empty = Session(delegations={CHAIR_ID: CHAIR})
    for form in Form:
        assert lint(written(empty, form), set(NAMES.values())) == []


def test_word_counts_every_note_whose_number_it_gets_right() -> None:
    text = "One two three four."
    marks = tuple(Mark(MarkKind.NOTE, at, at, f"n{at}") for at in (3, 7, 13, 18))
    row = Provision("p1", 0, text, "1", marks=marks)
    notes = [
        Note(f"n{at}", "Said.", label) for at, label in zip((3, 7, 13, 18), "1*23", strict=True)
    ]
    talks = session([row], [], notes)
    root = part(written(talks, Form.CLEAN), "word/document.xml")
    own = [
        "".join(map(str, run.itertext()))
        for run in root.iter(f"{W}r")
        for each in run.iter(f"{W}footnoteReference")
        if each.get(f"{W}customMarkFollows")
    ]
    assert own == ["*"]
    assert [each.label for each in read(talks, Form.CLEAN).notes] == ["1", "*", "2", "3"]


def test_symbol_and_date_stand_above_every_page() -> None:
    heading = Heading("heading", "Talks", "First reading", "TALKS/1", "1 May 2024")
    data = written(replace(session(["One."]), headings={"heading": heading}), Form.CLEAN)
    first = "".join(map(str, part(data, "word/header2.xml").itertext()))
    assert first == "First readingTALKS/11 May 2024TalksCompromise text"
    assert "".join(map(str, part(data, "word/header1.xml").itertext())) == "TALKS/1"


def test_the_top_of_an_arabic_paper_runs_from_the_right() -> None:
    heading = Heading("heading", "محادثات", "القراءة الأولى", "TALKS/1", "1 أيار 2024")
    talks = replace(session(["ينبغي للدول أن تعمل."]), headings={"heading": heading})
    *lines_of_top, _ = part(written(talks, Form.CLEAN), "word/header2.xml").findall(f"{W}p")
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in lines_of_top)
