"""The left panel: the text, provision by provision."""
