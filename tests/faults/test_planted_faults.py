"""Every planted fault is caught; a fault whose place in the engine has gone is reported."""

from pathlib import Path

import pytest

from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault
from tests.faults.plant import caught_by, copied, first_failure


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_still_be_planted(fault: Fault) -> None:
    source = fault.path.read_text("utf-8")
    planted = fault.planted(source)
    assert planted != source
    compile(planted, fault.file, "exec")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which the sound engine passes."""
    copy = copied(tmp_path_factory.mktemp("planted") / "copy")
    assert first_failure(copy) == ""
    return copy


@pytest.mark.endurance
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_caught(fault: Fault, folder: Path) -> None:
    assert caught_by(fault, folder)
