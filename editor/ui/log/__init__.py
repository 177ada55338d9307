"""The log in the window: who did what and when."""
