"""Erasure, who looked, and what people may ask of us, in sentences."""
