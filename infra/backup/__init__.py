"""Backups of everything that is kept, and how they are put back (ADR 45)."""
