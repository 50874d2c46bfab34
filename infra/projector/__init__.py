"""Keeps read tables in step with the ledger."""
