"""Our own compilation after others worked on it: a sound session, and nothing lost."""

import pytest

from editor.exporters.compilation.compilation import compilation
from editor.exporters.markdown import markdown
from editor.exporters.word.paper import word_paper
from editor.importers.markdown import read_markdown
from editor.importers.word.reader import read_word
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.integrity import faults
from editor.negotiation.provision import BasePosition, Provision, ProvisionStatus, Stance
from editor.negotiation.session import Session
from tests.exporters.compilation.papers import NOW, as_markdown, back, with_replaced
from tests.exporters.small_sessions import after, by, change, replacing, session

TEXT = "States should act soon."
_TRACKED = 'w:id="900" w:author="Ann" w:date="2024-05-06T07:08:09Z"'


def talks() -> Session:
    new = Amendment(
        "c", "n", AmendmentKind.NEW_PROVISION, text="Rest well.", label="1 bis", after="p1"
    )
    retains = BasePosition("FJI", 18, 22, Stance.SUPPORT)
    other = Amendment("d", "p2", AmendmentKind.REPLACE_PROVISION, text="Go on and on.")
    return session(
        [
            Provision("p1", 1, TEXT, "1", status=ProvisionStatus.AGREED, positions=(retains,)),
            Provision("p2", 2, "Then stop here.", "2"),
        ],
        [
            change("a", "p1", "EGY", replacing(TEXT, "should", "shall")),
            change("b", "p1", "CAN JPN", after(TEXT, "act", " together")),
            by("FJI", new),
            by("JPN", other),
        ],
    )


def changed(old: str, new: str) -> Session:
    """The session read from the paper with some words changed."""
    paper = markdown(compilation(talks())).decode()
    assert old in paper
    read = back(read_markdown(paper.replace(old, new, 1)))
    assert list(faults(read)) == []
    return read


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1 bis\t", "1 bis "),
        ("Rest well.", "Please, rest well."),
        ("<ins>Go on and on.</ins>", "<ins>Go on</ins> never <ins>and on.</ins>"),
        ("stop here.", "stop here.<ins><b> \\[notes by the secretariat\\]</b></ins>"),
    ],
)
def test_a_word_that_somebody_wrote_in_leaves_a_sound_session(old: str, new: str) -> None:
    changed(old, new)


ANYWHERE = [
    (": Fiji\\]</b></ins>", ": Fiji</b></ins>[^9]<ins><b>\\]</b></ins>"),
    ("“together”: Canada", "“together</b></ins>[^9]<ins><b>”: Canada"),
    ("\\[agreed\\]</b></ins>", "\\[agreed\\]</b></ins>[^9]"),
    ("this text: Japan\\]", "this text: Japan\\] \\[Zeal agrees\\]"),
    ("together", "together zeal"),
    ("States ", "States zeal "),
    ("# How", "Zeal.\n\n# How"),
    ("# How", "# Zeal\n\n# How"),
    ("Fiji — FJI", "Zeal.\n\nFiji — FJI"),
]


@pytest.mark.parametrize(("old", "new"), ANYWHERE)
def test_a_word_is_found_again_wherever_somebody_wrote_it(old: str, new: str) -> None:
    paper = markdown(compilation(talks())).decode()
    assert old in paper
    note = "\n[^9]: Zeal.\n" if "[^9]" in new else ""
    read = back(read_markdown(paper.replace(old, new, 1) + note))
    assert list(faults(read)) == []
    assert "zeal" in everything_in(read).lower()


def test_words_after_the_end_are_found_again() -> None:
    read = back(read_markdown(markdown(compilation(talks())).decode() + "\nZeal at the end.\n"))
    [left] = read.unread.values()
    assert (left.raw, left.reason) == ("Zeal at the end.", "words_left_out")


def everything_in(read: Session) -> str:
    """All that can be seen of a session somewhere."""
    amendments = read.amendments.values()
    return "\n".join(
        (
            *(each.text for each in read.provisions.values()),
            *(each.text or "" for each in amendments),
            *(edit.text for each in amendments for edit in each.edits),
            *(each.raw for each in read.unread.values()),
            *(each.text for each in read.notes.values()),
            *(each.title for each in read.headings.values()),
        )
    )


def test_a_proposed_provision_without_its_tab_is_still_proposed() -> None:
    read = changed("1 bis\t", "1 bis ")
    [new] = [e for e in read.amendments.values() if e.kind is AmendmentKind.NEW_PROVISION]
    assert new.text == "1 bis Rest well."


def test_notes_that_are_none_of_ours_are_left_unread() -> None:
    read = changed("stop here.", "stop here.<ins><b> \\[notes by the secretariat\\]</b></ins>")
    assert [each.raw for each in read.unread.values()] == ["[notes by the secretariat]"]


def test_a_second_proposer_proposes_the_same_provision() -> None:
    read = changed("proposed by: Fiji\\]", "proposed by: Fiji\\] \\[proposed by: Tonga\\]")
    for each in (read, back(as_markdown(read))):
        [new] = [e for e in each.amendments.values() if e.kind is AmendmentKind.NEW_PROVISION]
        assert [each.delegations[sponsor].code for sponsor in new.sponsors] == ["FJI", "TON"]


def test_a_numbered_change_that_was_copied_is_left_unread() -> None:
    numbered = "shall” (1): Egypt"
    paper = markdown(compilation(talks())).decode().replace("shall”: Egypt", numbered)
    paragraph = next(each for each in paper.split("\n\n") if numbered in each)
    read = back(read_markdown(paper.replace(paragraph, f"{paragraph}\n\n{paragraph}")))
    assert list(faults(read)) == []
    left = [each.raw for each in read.unread.values() if each.reason == "not_in_base"]
    assert left == ["[replace “should” with “shall” (1): Egypt]"] * 2


def test_a_text_whose_provisions_are_gone_is_left_with_its_bracket() -> None:
    join = Amendment("j", "p1", AmendmentKind.JOIN, provisions=("p1", "p2"), text="Go on and on.")
    paper = markdown(compilation(session([TEXT, "Then stop here."], [by("JPN", join)]))).decode()
    read = back(read_markdown(paper.replace("2\tThen stop here.\n\n", "")))
    [left] = read.unread.values()
    assert left.raw == "Go on and on. [combine 1; 2 with this text: Japan]"


def test_tracked_changes_in_our_own_paper_count_as_accepted() -> None:
    data = word_paper(compilation(talks()), NOW)
    old = '<w:r><w:t xml:space="preserve">Then stop here.</w:t></w:r>'
    gone = f"<w:del {_TRACKED}><w:r><w:delText>Then stop here.</w:delText></w:r></w:del>"
    come = f"<w:ins {_TRACKED}><w:r><w:t>Then go there.</w:t></w:r></w:ins>"
    read = back(read_word(with_replaced(data, old, gone + come), "x"))
    texts = [each.text for each in read.provisions.values()]
    assert texts == [TEXT, "Rest well.", "Then go there."]
