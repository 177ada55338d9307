"""Papers carry a document symbol and a date."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for column in ("symbol", "date"):
        op.add_column("headings", sa.Column(column, sa.Text(), nullable=False, server_default=""))
