"""Clocks, calendar feeds, the digest, the service standard."""
