from pathlib import Path

import pytest

from editor.cli.system_packages import SystemPackage, install_command, main, read_listing
from editor.resources import packaging_path


def test_the_listing_names_each_package_with_its_evidence() -> None:
    listing = read_listing(packaging_path("system-packages.txt"))

    assert SystemPackage("libegl1", "library", "libEGL.so.1") in listing
    assert SystemPackage("python3-venv", "module", "ensurepip") in listing
    assert {package.kind for package in listing} == {"library", "module", "path"}


@pytest.mark.parametrize(
    ("kind", "present", "absent"),
    [
        ("library", "libc.so.6", "libnobody-wrote-this.so.9"),
        ("module", "ensurepip", "nobody_wrote_this"),
        ("path", "/usr", "/nobody/made/this"),
    ],
)
def test_evidence_tells_what_is_there(kind: str, present: str, absent: str) -> None:
    assert SystemPackage("any", kind, present).is_present()
    assert not SystemPackage("any", kind, absent).is_present()


def test_the_command_names_only_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = tmp_path / "packages.txt"
    listing.write_text(
        "# a remark\nhere path /usr\n\ngone path /nowhere/at/all\n", encoding="utf-8"
    )

    main(str(listing))

    assert capsys.readouterr().out.strip() == install_command(["gone"])


def test_nothing_is_printed_when_nothing_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = tmp_path / "packages.txt"
    listing.write_text("here path /usr\n", encoding="utf-8")

    main(str(listing))

    assert capsys.readouterr().out == ""
