"""The sentence that says what an import would bring."""

from pathlib import Path

import pytest

from editor.app.guided.review import Review
from editor.app.importing import Incoming, add_base_text, add_layer
from editor.ui.import_wizard.summary import summary


@pytest.mark.usefixtures("application")
def test_what_a_later_text_of_the_same_import_supersedes_is_counted_and_named(
    tmp_path: Path,
) -> None:
    base, first, second = (tmp_path / f"{name}.txt" for name in ("base", "first", "second"))
    base.write_text("Ports keep watch.\nShips wait.\n")
    first.write_text("Ports stand watch.\nShips wait.\n")
    second.write_text("Ports keep watch.\nShips sail.\n")
    incoming = Incoming.into(tmp_path / "new.rolling")
    add_base_text(incoming, base)
    before = incoming.session
    incoming = Incoming(incoming.path, before)
    add_layer(incoming, "Canada", first)
    add_layer(incoming, "Canada", second)
    said = summary(Review(before, incoming))
    assert "This brings in 1 proposal (CAN 1)." in said
    assert "1 proposal of CAN in first.txt will be superseded by second.txt." in said
