"""Compilations: a base text with everybody's annotations in it, read back into proposals."""
