"""The right panel, below: what is proposed on the provision in hand."""
