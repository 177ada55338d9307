"""A document with tracked changes, read as proposals of those who made the changes."""
