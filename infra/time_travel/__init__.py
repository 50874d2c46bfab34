"""The record as it was known: every view at any past position, holding nobody's words."""
