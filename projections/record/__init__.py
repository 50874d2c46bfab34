"""The record in words: every fact as a sentence, in order."""
