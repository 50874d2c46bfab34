"""Erasure, retention and the access log."""
