"""The ledgers and read tables of every partnership, on SQLite or on PostgreSQL."""
