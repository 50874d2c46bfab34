"""Clocks, letters and the duty rota in sentences."""
