"""Text algebra: edits, words, comparison, alignment. Knows nothing of negotiations."""
