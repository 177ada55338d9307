"""What can go wrong between the program and a session file."""

import errno
from pathlib import Path

from editor.errors import KnownError


class StorageError(KnownError):
    """Codes: missing, exists, not_readable, not_a_session, newer_version, older_version (only
    where the file may not be migrated), damaged, read_only, already_open, locked, disk_full,
    medium_gone. The fact `path` is always given."""

    def __init__(self, code: str, path: Path, **facts: object) -> None:
        super().__init__(code, path=str(path), **facts)


_CODES = {
    errno.ENOENT: "missing",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
}


def of_system(error: OSError, path: Path) -> StorageError:
    """What the operating system says of a file we want to write, in our codes."""
    code = _CODES.get(error.errno or 0, "medium_gone")
    return StorageError(code, path, said=str(error))
