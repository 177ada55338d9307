"""Writing Word files: a template of our own, real tracked changes, comments, footnotes."""
