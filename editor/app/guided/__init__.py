"""A guided import: what a file is, whose, on which base; then a review of what was guessed."""
