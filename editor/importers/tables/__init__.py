"""Tables of proposals: spreadsheets, tables in Word files, comma-separated values."""
