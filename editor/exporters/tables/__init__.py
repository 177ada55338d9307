"""Tables of a negotiation: wordings side by side, who stands where, what became of proposals."""
