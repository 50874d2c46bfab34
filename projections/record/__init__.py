"""The record as people read it back: every fact in words, one after the other."""
