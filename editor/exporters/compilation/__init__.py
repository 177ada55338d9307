"""The compilation: everybody's proposals in one text, with who wants what and why."""
