"""Counts of children and their protection."""
