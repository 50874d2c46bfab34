"""Keys, kept apart from ledgers and views."""
