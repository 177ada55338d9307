"""A composition written into a copy of the base document's own Word package."""
