"""Counts of children and their parts, by the one rule for them."""

from __future__ import annotations

from collections.abc import Mapping

from projections.counts.count_table import HIDDEN, Counts
from projections.counts.disclosure_control import FEW, STEP, publish

NOTE = f"Small numbers are hidden: {HIDDEN} is 1 to {FEW - 1}; others are to the nearest {STEP}."


def protected_parts(counts: Mapping[str, int]) -> tuple[str, dict[str, str]]:
    """The sum and its parts; no part where the sum itself is hidden, for it would tell on all.

    The sum is not given where a hidden part could be worked out with it.
    """
    if not counts:
        return "0", {}
    shown = publish(Counts(("all",), tuple(counts), (tuple(counts.values()),)))
    parts = dict(zip(shown.columns, shown.cells[0], strict=True))
    return shown.total, {} if shown.total == HIDDEN else parts
