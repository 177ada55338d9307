"""A zip file from somebody else, read within limits and without believing what it says."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from editor.importers.file_faults import FileFault, refusal

MEGABYTE = 1024 * 1024
MAXIMUM_PARTS = 5_000
MAXIMUM_UNPACKED = 300 * MEGABYTE
MAXIMUM_PART = 64 * MEGABYTE
MAXIMUM_RATIO = 200
_RATIO_COUNTS_FROM = 10 * MEGABYTE
"""Less than this does no harm, however tightly it is packed."""
_CHUNK = 256 * 1024
_ENTRY_SIGNATURE = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""All that documents are packed by (ISO/IEC 21320-1, 5.2); others unpack without a bound."""
_BAD_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)


class Archive:
    """The parts of a zip file. Opening checks its list of contents, reading counts bytes."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises KnownError, `archive_…`, when the list of contents is damaged or unsafe."""
        self._name = name
        if data.count(_ENTRY_SIGNATURE) > MAXIMUM_PARTS:
            raise refusal(FileFault.ARCHIVE_TOO_MANY_PARTS, name, limit=MAXIMUM_PARTS)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BAD_ARCHIVE:
            raise refusal(FileFault.ARCHIVE_DAMAGED, name, part="") from None
        self._parts = _checked_parts(self._zip.infolist(), name)
        self._unpacked: dict[str, int] = {}

    @property
    def part_names(self) -> frozenset[str]:
        return frozenset(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises KeyError if there is none of that name and KnownError,
        `archive_…`, if it is damaged or more than the limits allow."""
        info = self._parts[part]
        pieces: list[bytes] = []
        length = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    length += len(piece)
                    self._check_length(info, length)
                    pieces.append(piece)
        except _BAD_ARCHIVE:
            raise refusal(FileFault.ARCHIVE_DAMAGED, self._name, part=part) from None
        return b"".join(pieces)

    def _check_length(self, info: zipfile.ZipInfo, length: int) -> None:
        _check_size(info.filename, length, info.compress_size, self._name)
        self._unpacked[info.filename] = length
        if sum(self._unpacked.values()) > MAXIMUM_UNPACKED:
            raise _too_large(self._name)


def _checked_parts(infos: list[zipfile.ZipInfo], name: str) -> dict[str, zipfile.ZipInfo]:
    parts: dict[str, zipfile.ZipInfo] = {}
    spelled: set[str] = set()
    for info in infos:
        part = info.filename
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise refusal(FileFault.ARCHIVE_PART_ENCRYPTED, name, part=part)
        if info.compress_type not in _METHODS:
            raise refusal(FileFault.ARCHIVE_DAMAGED, name, part=part)
        if _is_unsafe(part):
            raise refusal(FileFault.ARCHIVE_PART_NAME_UNSAFE, name, part=part)
        # Names of parts differ by more than case (ISO/IEC 29500-2, 6.2.2.3).
        if part.lower() in spelled:
            raise refusal(FileFault.ARCHIVE_PART_REPEATED, name, part=part)
        spelled.add(part.lower())
        _check_size(part, info.file_size, info.compress_size, name)
        parts[part] = info
    if sum(info.file_size for info in parts.values()) > MAXIMUM_UNPACKED:
        raise _too_large(name)
    return parts


def _check_size(part: str, length: int, packed: int, name: str) -> None:
    if length > MAXIMUM_PART:
        raise refusal(
            FileFault.ARCHIVE_PART_TOO_LARGE, name, part=part, limit=MAXIMUM_PART // MEGABYTE
        )
    if length > max(_RATIO_COUNTS_FROM, MAXIMUM_RATIO * packed):
        raise refusal(FileFault.ARCHIVE_PACKED_TOO_TIGHTLY, name, part=part, limit=MAXIMUM_RATIO)


def _too_large(name: str) -> Exception:
    limit = MAXIMUM_UNPACKED // MEGABYTE
    return refusal(FileFault.ARCHIVE_TOO_LARGE, name, limit=limit)


def _is_unsafe(part: str) -> bool:
    path = PurePosixPath(part)
    return (
        not part or path.is_absolute() or ".." in path.parts or "\\" in part or ":" in path.parts[0]
    )
