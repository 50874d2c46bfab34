"""Erasure, retention, who looked."""
