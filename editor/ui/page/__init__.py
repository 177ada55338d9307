"""The page: the composed text with every delegation's marks on it."""
