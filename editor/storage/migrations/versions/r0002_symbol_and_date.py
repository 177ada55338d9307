"""Papers carry a document symbol and a date."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    columns = ("symbol", "date")
    for column in columns:
        op.add_column("headings", sa.Column(column, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("headings") as headings:
        for column in columns:
            headings.alter_column(column, server_default=None)
