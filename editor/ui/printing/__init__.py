"""Pages for paper: PDF, printing, and the preview before it."""
