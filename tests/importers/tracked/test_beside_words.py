"""What is tracked beside the words: it is set aside, with the provision where it stands."""

from pathlib import Path

import pytest

from editor.app.importing import Incoming, add_base_text, add_layer
from editor.app.tracked_layers import OtherBase
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file

_BOLD = '<w:b/><w:rPrChange w:id="1" w:author="Ana"><w:rPr/></w:rPrChange>'
_NEW = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'
_PICTURE = (
    '<w:r><w:drawing><wp:docPr xmlns:wp="wp" id="1" descr="A map of ports"/></w:drawing></w:r>'
)
_PORTS, _SHIPS = "Ports keep watch.", "Ships wait."


def _aside(
    folder: Path, body: str, other_base: OtherBase = OtherBase.REFUSE
) -> list[tuple[str, str, str]]:
    base, paper = folder / "base.txt", folder / "paper.docx"
    base.write_text(f"{_PORTS}\n{_SHIPS}\n")
    paper.write_bytes(word_file(body))
    incoming = Incoming.into(folder / "new.rolling")
    add_base_text(incoming, base)
    add_layer(incoming, "Canada", paper, other_base)
    rows = incoming.session.unread.values()
    return [(each.reason, each.raw, each.provision) for each in rows]


_CHANGED = deleted(run("wait", tag="delText")) + inserted(run("sail"))


@pytest.mark.parametrize("words", [run("wait"), run("sail"), _CHANGED])
def test_a_new_look_has_its_provision(tmp_path: Path, words: str) -> None:
    body = paragraph(run(_PORTS)) + paragraph(run("Ships ", _BOLD) + words + run("."))
    assert _aside(tmp_path, body) == [("formatting_changed", "Ships", "p2")]


def test_a_new_look_has_its_provision_where_the_final_text_is_compared(tmp_path: Path) -> None:
    body = paragraph(run("Some ports keep watch.")) + paragraph(
        run("Ships ", _BOLD) + _CHANGED + run(".")
    )
    found = [("formatting_changed", "Ships", "p2")]
    assert _aside(tmp_path, body, OtherBase.COMPARE) == found


@pytest.mark.parametrize("words", [run("wait"), _CHANGED])
@pytest.mark.parametrize(
    ("picture", "reason"),
    [(inserted(_PICTURE), "picture_inserted"), (deleted(_PICTURE), "picture_deleted")],
)
def test_a_picture_has_its_provision(tmp_path: Path, words: str, picture: str, reason: str) -> None:
    body = paragraph(run(_PORTS) + picture) + paragraph(run("Ships ") + words + run("."))
    assert _aside(tmp_path, body) == [(reason, "A map of ports", "p1")]


def test_a_picture_in_a_paragraph_of_its_own_has_the_provision_beside_it(tmp_path: Path) -> None:
    own = paragraph(inserted("<w:r><w:pict/></w:r>"), _NEW)
    body = paragraph(run(_PORTS)) + own + paragraph(run(_SHIPS))
    assert _aside(tmp_path, body) == [("picture_inserted", "—", "p2")]
