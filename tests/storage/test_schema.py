"""The schema holds every field, is what the migrations make, and is not SQLite's alone."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from editor.negotiation.patch import TABLES
from editor.storage import migrations
from editor.storage.opening import make_schema
from editor.storage.rows import ROW_TYPES
from editor.storage.schema import LOG, SCHEMA
from editor.storage.sqlite import Access, connect


def structure(connection: Connection) -> list[tuple[object, ...]]:
    """Every table with its columns, types, keys and references, as SQLite has them."""
    with connection.begin():
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).scalars()
        return [
            (name, *row)
            for name in list(names)
            if name != "alembic_version"
            for pragma in ("table_info", "foreign_key_list", "index_list")
            for row in connection.exec_driver_sql(f"PRAGMA {pragma}({name})")
        ]


def test_every_field_of_every_row_has_its_column() -> None:
    assert set(ROW_TYPES) == set(TABLES)
    for table, row_type in ROW_TYPES.items():
        columns = [each.name for each in SCHEMA.tables[table].columns]
        assert columns == [each.name for each in fields(row_type)]


def test_the_migrations_make_the_schema_of_a_new_file(tmp_path: Path) -> None:
    with connect(tmp_path / "new", Access.CREATE) as new, new.begin():
        make_schema(new)
    with connect(tmp_path / "migrated", Access.CREATE) as migrated:
        migrations.upgrade(migrated)
        made = structure(migrated)
        with migrated.begin():
            version = migrated.exec_driver_sql("SELECT * FROM alembic_version").scalar_one()
    with connect(tmp_path / "new", Access.WRITE) as new:
        assert made == structure(new)
    assert version == migrations.newest()


def test_every_migration_is_known_to_the_opener() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.FOLDER))
    steps = reversed(list(ScriptDirectory.from_config(config).walk_revisions()))
    assert tuple(each.revision for each in steps) == migrations.REVISIONS


def test_the_schema_compiles_for_postgresql() -> None:
    dialect = postgresql.dialect()
    texts = {
        table.name: str(CreateTable(table).compile(dialect=dialect))
        for table in SCHEMA.sorted_tables
    }
    assert set(texts) == {*TABLES, "log", "kept_files"}
    assert "edits JSON NOT NULL" in texts["amendments"]
    assert "bytes BYTEA NOT NULL" in texts["kept_files"]
    assert f"REFERENCES {LOG.name} (id)" in texts["log"]


def test_neither_the_orm_nor_alembic_is_imported_to_open_a_file() -> None:
    program = (
        "import sys; import editor.storage.session_file; "
        "print(sorted({'sqlalchemy.orm', 'alembic'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert found.stdout.strip() == b"[]"
