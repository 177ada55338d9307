"""Pictures that are put in or taken out with tracking."""

import pytest

from editor.importers.source import ChangedPicture, Revision
from editor.importers.word.reader import read_word
from tests.importers.word_files import deleted, inserted, paragraph, run, word_file

_NEW = '<w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr>'


def drawing(named: str = "") -> str:
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:docPr id="1" {named}/></wp:inline></w:drawing></w:r>'
    )


_PICTURE = "<w:r><w:pict/></w:r>"
_BOX = f"<w:r><w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict></w:r>"
_FALLBACK = (
    f"<w:r><mc:AlternateContent><mc:Choice>{drawing()[5:-6]}</mc:Choice>"
    "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)
_ROW = (
    '<w:tbl><w:tr><w:trPr><w:ins w:id="5" w:author="Ana"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>'
)


def _is(line: int, revision: Revision, told: str = "") -> list[ChangedPicture]:
    return [ChangedPicture(line, revision, told)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph(run("One.") + inserted(drawing('name="P1" descr="A map"'))),
         _is(1, Revision.INSERTED, "A map")),
        (paragraph(run("One.") + inserted(drawing('name="P1"'))),
         _is(1, Revision.INSERTED, "P1")),
        (paragraph(run("One.")) + paragraph(inserted(_PICTURE), _NEW), _is(2, Revision.INSERTED)),
        (paragraph(run("One.") + deleted(_PICTURE)), _is(1, Revision.DELETED)),
        (paragraph(inserted(_FALLBACK)), _is(1, Revision.INSERTED)),
        (_ROW.format(paragraph(_PICTURE)), _is(1, Revision.INSERTED)),
        (paragraph(inserted(deleted(_PICTURE))), []),
        (paragraph(run("One.") + _PICTURE), []),
        (paragraph(inserted(_BOX)), []),
    ],
)  # fmt: skip
def test_pictures_that_are_new_or_gone(body: str, found: list[ChangedPicture]) -> None:
    assert list(read_word(word_file(body), "pictures.docx").pictures) == found
