"""Rolling Text: a desktop editor for the Chair of a negotiation."""
