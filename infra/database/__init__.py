"""Connections and names."""
