"""Read tables, updated from the ledger."""
