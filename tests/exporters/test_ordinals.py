"""Latin ordinals of labels are set in italics."""

import pytest

from editor.exporters.ordinals import label_parts


@pytest.mark.parametrize(
    ("label", "italic"),
    [("9 bis", "bis"), ("25bis\t", "bis"), ("OP1 ter (b)", "ter"), ("Bistro", ""), ("12", "")],
)
def test_ordinals(label: str, italic: str) -> None:
    parts = list(label_parts(label))
    assert "".join(text for text, _ in parts) == label
    assert "".join(text for text, is_italic in parts if is_italic) == italic
