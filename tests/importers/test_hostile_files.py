"""Files made to do harm are refused with a reason, within 2 s and 300 MB."""

import io
import random
import struct
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import KnownError
from editor.importers.open_source import read_source
from tests.importers.word_files import paragraph, part, run, word_file, word_parts, zipped

_MEGABYTE = 1024 * 1024
_READ_IN_A_PROCESS = """
import re, sys, time
from pathlib import Path
from editor.errors import KnownError
from editor.importers.open_source import read_source

slowest = 0.0
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    try:
        read_source(path)
    except KnownError:
        slowest = max(slowest, time.process_time() - start)
    else:
        raise SystemExit(f"{path.name} was read")
status = Path("/proc/self/status").read_text()
print(slowest, int(re.search(r"VmHWM:\\s*(\\d+) kB", status).group(1)) / 1024)
"""


def _with(**replaced: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {**word_parts(paragraph(run("a")))}
    parts.update(replaced)
    return zipped(parts)


def _document(content: str | bytes) -> bytes:
    return _with(**{"word/document.xml": content})


def _bomb() -> bytes:
    """A quarter of a megabyte that is 250 MB."""
    return _with(**{"word/media/image1.emf": bytes(250 * _MEGABYTE)})


def _many_bombs() -> bytes:
    """Every part within its limits, all together not."""
    chunk = random.Random(1).randbytes(400) + bytes(40_000)
    large = chunk * (60 * _MEGABYTE // len(chunk))
    return _with(**{f"word/part{index}.bin": large for index in range(6)})


def _lying_bomb() -> bytes:
    """The contents list says 10 bytes; there are 100 MB."""
    data = bytearray(_with(**{"word/styles.xml": bytes(100 * _MEGABYTE)}))
    position = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/styles.xml"))
    struct.pack_into("<L", data, position + 24, 10)
    return bytes(data)


def _million_empty_paragraphs() -> bytes:
    return _document(part("document", f"<w:body>{'<w:p/>' * 1_000_000}</w:body>"))


def _million_runs() -> bytes:
    runs = "".join(f"<w:r><w:t>{number * 7919}</w:t></w:r>" for number in range(1_000_000))
    content = f"<w:p>{runs}</w:p>"
    return _document(part("document", f"<w:body>{content}</w:body>"))


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return _document(f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">{levels}]><d>&e11;</d>')


def _doctype_in_utf16() -> bytes:
    return _document('<?xml version="1.0"?><!DOCTYPE d><d/>'.encode("utf-16"))


def _doctype_elsewhere() -> bytes:
    return _with(**{"customXml/item1.xml": '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'})


def _repeated(name: str) -> bytes:
    buffer = io.BytesIO(word_file(paragraph(run("a"))))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, "<a/>")
    return buffer.getvalue()


def _encrypted() -> bytes:
    data = bytearray(word_file(paragraph(run("a"))))
    position = -1
    while (position := data.find(b"PK\x01\x02", position + 1)) >= 0:
        data[position + 8] |= 1
    return bytes(data)


def _too_many_parts() -> bytes:
    return _with(**{f"word/p{index}.bin": b"" for index in range(5_001)})


def _endless_contents_list() -> bytes:
    """Forty-five megabytes of entries, which a zip reader would turn into as many objects."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 4) + bytes(16) + b"name"
    entries = entry * (45 * _MEGABYTE // len(entry))
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 1, 1, len(entries), 4, 0)
    return b"PK\x03\x04" + entries + end


def _nested_elements() -> bytes:
    depth = 100_000
    inside = "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth
    return _document(part("document", f"<w:body>{inside}</w:body>"))


def _disguised_encoding() -> bytes:
    """UTF-7 hides the angle brackets from whoever counts them."""
    return _document('<?xml version="1.0" encoding="UTF-7"?>+ADw-d/+AD4-')


def _damaged_part() -> bytes:
    data = bytearray(_with(**{"word/styles.xml": bytes(range(256)) * 400}))
    position = data.find(b"word/styles.xml") + len(b"word/styles.xml")
    data[position + 50 : position + 90] = bytes(40)
    return bytes(data)


_HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (_bomb, "archive_part_too_large"),
    "tight bomb": (
        lambda: _with(**{"word/x.bin": bytes(60 * _MEGABYTE)}),
        "archive_packed_too_tightly",
    ),
    "many bombs": (_many_bombs, "archive_too_large"),
    "lying bomb": (_lying_bomb, "archive_damaged"),
    "million empty paragraphs": (_million_empty_paragraphs, "word_too_many_elements"),
    "million runs": (_million_runs, "word_too_many_elements"),
    "entities": (_entities, "word_doctype"),
    "document type in UTF-16": (_doctype_in_utf16, "word_doctype"),
    "document type elsewhere": (_doctype_elsewhere, "word_doctype"),
    "repeated": (lambda: _repeated("word/document.xml"), "archive_part_repeated"),
    "repeated but for case": (lambda: _repeated("word/DOCUMENT.xml"), "archive_part_repeated"),
    "absolute name": (lambda: _with(**{"/etc/x": b""}), "archive_part_name_unsafe"),
    "climbing name": (lambda: _with(**{"word/../../x": b""}), "archive_part_name_unsafe"),
    "drive name": (lambda: _with(**{"C:/x": b""}), "archive_part_name_unsafe"),
    "encrypted": (_encrypted, "archive_part_encrypted"),
    "too many parts": (_too_many_parts, "archive_too_many_parts"),
    "endless contents list": (_endless_contents_list, "archive_too_many_parts"),
    "nested elements": (_nested_elements, "word_damaged"),
    "disguised encoding": (_disguised_encoding, "word_damaged"),
    "damaged part": (_damaged_part, "archive_damaged"),
}


@pytest.mark.parametrize("case", _HOSTILE)
def test_hostile_file_is_refused(case: str) -> None:
    make, code = _HOSTILE[case]
    with pytest.raises(KnownError) as caught:
        read_source(make(), "hostile.docx")
    assert caught.value.code == code
    assert caught.value.facts["name"] == "hostile.docx"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_refusals_cost_little(tmp_path: Path) -> None:
    """All of them one after another in one process: the slowest, and the peak of memory."""
    for case, (make, _code) in _HOSTILE.items():
        (tmp_path / f"{case}.docx").write_bytes(make())
    finished = subprocess.run(
        [sys.executable, "-c", _READ_IN_A_PROCESS, str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    seconds, megabytes = map(float, finished.stdout.split())
    assert seconds < 2
    assert megabytes < 300
