"""What came of imports: how much was understood, and what was guessed."""
