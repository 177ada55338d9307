"""What the panels count and show, computed once and kept up to date. No Qt."""
