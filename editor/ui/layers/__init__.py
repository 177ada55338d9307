"""The right panel, above: who is switched on."""
