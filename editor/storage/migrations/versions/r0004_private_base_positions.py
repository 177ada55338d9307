"""Positions on base words may be private. Nothing that is stored changes; programs that do not
know it would show them, and must not open such a file."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Base positions of older sessions are public, as all of them were."""
