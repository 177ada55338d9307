"""LibreOffice, asked to open Word files, settle their changes and save them again."""

import shutil
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

_SECONDS = 300
_LIBRARY = "http://openoffice.org/2000/library"
_SCRIPT = "http://openoffice.org/2000/script"
_MACRO = """
Sub SettleAll(list As String)
  Dim file As Integer, job As String, parts
  file = FreeFile
  Open list For Input As #file
  Do While Not Eof(file)
    Line Input #file, job
    parts = Split(job, "|")
    If UBound(parts) = 2 Then Settle parts(0), parts(1), parts(2)
  Loop
  Close #file
  StarDesktop.terminate
End Sub

Sub Settle(source As String, command As String, target As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
  If command <> "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" & command, "", 0, Array())
  End If
  document.storeToURL(ConvertToURL(target), saving())
  document.close(True)
End Sub
"""


class Settling(StrEnum):
    """What is done to the tracked changes: the name of LibreOffice's own command."""

    KEEP = ""
    ACCEPT = "AcceptAllTrackedChanges"
    REJECT = "RejectAllTrackedChanges"


class Job(NamedTuple):
    """A Word file to open and where to save it."""

    source: Path
    settling: Settling
    target: Path


def office() -> str | None:
    """The program, if it is installed."""
    return shutil.which("soffice")


def settle(jobs: Sequence[Job], profile: Path) -> None:
    """Do all jobs in one run of LibreOffice, with a profile of its own in the folder
    `profile`."""
    _run(profile, "--terminate_after_init")
    _write_macro(profile)
    listed = profile / "jobs.txt"
    listed.write_text("".join(f"{j.source}|{j.settling}|{j.target}\n" for j in jobs))
    _run(profile, f'macro:///Standard.Settling.SettleAll("{listed}")')
    missing = [job.target.name for job in jobs if not job.target.exists()]
    assert not missing, f"LibreOffice did not save {missing[:5]}"


def _run(profile: Path, what: str) -> None:
    program = office()
    assert program is not None
    place = f"-env:UserInstallation={profile.as_uri()}"
    command = [program, "--headless", "--norestore", place, what]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


def _write_macro(profile: Path) -> None:
    basic = profile / "user" / "basic"
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    named = f'xmlns:library="{_LIBRARY}" library:name="Standard" library:readonly="false"'
    for kind, content in (
        ("script", '<library:element library:name="Settling"/>'),
        ("dialog", ""),
    ):
        (library / f"{kind}.xlb").write_text(
            f'<library:library {named} library:passwordprotected="false">{content}'
            "</library:library>"
        )
        (basic / f"{kind}.xlc").write_text(
            f'<library:libraries xmlns:library="{_LIBRARY}" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
            f'xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple" '
            'library:link="false"/></library:libraries>'
        )
    (library / "Settling.xba").write_text(
        f'<script:module xmlns:script="{_SCRIPT}" script:name="Settling" '
        f'script:language="StarBasic">{escape(_MACRO)}</script:module>'
    )
