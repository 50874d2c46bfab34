"""The record as it was known: every view at any past position, without personal words."""
