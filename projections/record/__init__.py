"""The record read back: timeline, replay, proof."""
