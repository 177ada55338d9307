"""The window. Qt, and the only place for it."""
