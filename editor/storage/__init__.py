"""The session file: SQLAlchemy, and the only place for it."""
