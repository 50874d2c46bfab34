"""How many children answered, and with which faces, so that nobody can be picked out."""

from __future__ import annotations

from collections.abc import Mapping

from projections.protection import FEW, HIDDEN, STEP, Counts, publish

NOTE = f"Small numbers are hidden: {HIDDEN} is 1 to {FEW - 1}; others are to the nearest {STEP}."


def protected_parts(counts: Mapping[str, int]) -> tuple[str, dict[str, str]]:
    """The sum and its parts; no part where the sum itself is hidden, for it would tell on all."""
    if not counts:
        return "0", {}
    shown = publish(Counts(("answers",), tuple(counts), (tuple(counts.values()),)))
    parts = {} if shown.total == HIDDEN else dict(zip(counts, shown.cells[0], strict=True))
    return shown.total, parts
