"""Readers: from files to a neutral source document, and from there to proposals."""
