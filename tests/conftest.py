"""What every test stands on: no screen, a home of its own, the corpus if there is one."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_LAWS = Path(__file__).parent / "laws"
_HOME = Path(tempfile.mkdtemp(prefix="rolling-text-tests-"))

# Before Qt or platformdirs look: no test may touch the tester's screen or files,
# nor depend on the tester's language.
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    HOME=str(_HOME),
    LC_ALL="C.UTF-8",
    XDG_CACHE_HOME=str(_HOME / "cache"),
    XDG_CONFIG_HOME=str(_HOME / "config"),
    XDG_DATA_HOME=str(_HOME / "data"),
    XDG_STATE_HOME=str(_HOME / "state"),
)

# The same examples in every run: a change fails for what it does, not by chance. Searching for
# new ones is the endurance profile's.
settings.register_profile(
    "default", max_examples=100, deadline=None, derandomize=True, print_blob=True
)
settings.register_profile(
    "endurance",
    max_examples=2000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--corpus",
        metavar="DIR",
        type=Path,
        help="folder of real documents; without it the tests that read them are skipped",
    )


def pytest_configure(config: pytest.Config) -> None:
    corpus = config.getoption("--corpus")
    if corpus is not None and not corpus.is_dir():
        raise pytest.UsageError(f"--corpus {corpus}: there is no such folder")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_LAWS):
            item.add_marker(pytest.mark.laws)


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def corpus(request: pytest.FixtureRequest) -> Path:
    """The folder of real documents given with `--corpus`, absolute."""
    folder = request.config.getoption("--corpus")
    if folder is None:
        pytest.skip("needs real documents: --corpus DIR")
    return Path(folder).resolve()


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[timedelta]:
    """A place where the day begins early; how much earlier."""
    with monkeypatch.context() as context:
        context.setenv("TZ", "EAST-14")
        time.tzset()
        yield timedelta(hours=14)
    time.tzset()
