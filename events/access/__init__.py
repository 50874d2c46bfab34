"""People and their access."""
