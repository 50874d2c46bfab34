"""Audits, agencies' returns and independent scrutiny, in sentences."""
