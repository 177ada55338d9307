"""Reading Word files: every run, note and comment, with its tracked changes."""
