"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "headings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
    )
    op.create_table(
        "delegations",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("as_written", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("members", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rank", sa.Integer()),
        sa.Column("colour", sa.Integer()),
        sa.Column("layer_on", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "provisions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("pending_on", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("marks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("positions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("proposed_by", sa.Text()),
        sa.Column("amendment", sa.Text()),
    )
    op.create_table(
        "amendments",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("provision", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("edits", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("provisions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("after", sa.Text()),
        sa.Column("at", sa.Integer()),
        sa.Column("target", sa.Text()),
        sa.Column("alternatives", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sponsorships", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("positions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("origin", sa.JSON(none_as_null=True)),
        sa.Column("is_new", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("source_note", sa.Text(), nullable=False),
        sa.Column("delegation", sa.Text()),
        sa.Column("anchor", sa.JSON(none_as_null=True), nullable=False),
    )
    op.create_table(
        "rulings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("members", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("choice", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
    )
    op.create_table(
        "unread",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("provision", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("amendment", sa.Text(), primary_key=True),
        sa.Column("included", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("annotations", sa.Integer(), nullable=False),
        sa.Column("understood", sa.Integer(), nullable=False),
        sa.Column("guessed", sa.Integer(), nullable=False),
        sa.Column("warnings", sa.JSON(none_as_null=True), nullable=False),
    )
    op.create_table(
        "log",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("of", sa.Integer(), sa.ForeignKey("log.id")),
        sa.Column("changes", sa.JSON(none_as_null=True)),
    )
    op.create_table(
        "kept_files",
        sa.Column("digest", sa.Text(), primary_key=True),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
    )
