"""The sample session, every layer on."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from editor.negotiation.session import Session
from editor.resources import sample_path
from editor.storage.session_file import SessionFile


def sample_with_all_layers_on() -> Session:
    """Read from a copy: opening a session may leave something beside it."""
    with tempfile.TemporaryDirectory() as folder:
        file = SessionFile.open_to_read(Path(shutil.copy(sample_path("sample.rolling"), folder)))
        try:
            session = file.session
        finally:
            file.close()
    on = {each.id: replace(each, layer_on=True) for each in session.delegations.values()}
    return replace(session, delegations=on)
