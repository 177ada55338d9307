"""The bytes of every imported file, under their digest."""

import hashlib

from sqlalchemy import Connection, insert, select

from editor.storage.schema import KEPT_FILES


def digest_of(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep(connection: Connection, content: bytes) -> None:
    """Keep `content` once."""
    digest = digest_of(content)
    if find(connection, digest) is None:
        connection.execute(insert(KEPT_FILES), {"digest": digest, "bytes": content})


def find(connection: Connection, digest: str) -> bytes | None:
    statement = select(KEPT_FILES.c.bytes).where(KEPT_FILES.c.digest == digest)
    return connection.execute(statement).scalar_one_or_none()
