"""What must not be overlooked."""
