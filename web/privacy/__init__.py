"""Erasure, retention, and who opened what."""
