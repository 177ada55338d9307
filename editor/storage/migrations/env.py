"""How Alembic reaches the file: over the connection that asked for the migration."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
