"""Compilations that this program wrote: they say everything exactly, so nothing is guessed."""
