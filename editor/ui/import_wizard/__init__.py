"""The guided import: what the files are, whose, on which base, and what was guessed."""
