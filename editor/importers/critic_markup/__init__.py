"""Text with CriticMarkup: insertions, deletions and comments written into the words."""
