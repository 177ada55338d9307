"""Migrations of session files made by older versions. Alembic is imported when one is due."""

from pathlib import Path

from sqlalchemy import Connection

REVISIONS: tuple[str, ...] = ("0001", "0002", "0003", "0004")
"""Every schema that a session file can have, oldest first; a file of another is newer."""

FOLDER = Path(__file__).parent


def newest() -> str:
    return REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """Bring the file to the newest revision, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    with connection.begin():
        command.upgrade(config, newest())
