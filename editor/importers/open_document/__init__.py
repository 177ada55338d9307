"""Texts in the OpenDocument format (.odt), as LibreOffice writes them."""
