"""The independent slow obvious engine: an oracle for the fast one."""
