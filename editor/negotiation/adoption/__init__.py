"""Closing a reading: what is agreed becomes the base text, the rest goes on against it."""
