"""Counts of children, so that nobody can be picked out: small ones hidden, others rounded."""

from __future__ import annotations

from collections.abc import Mapping

HIDDEN = "*"
_SMALL, _STEP = 7, 5
NOTE = f"Small numbers are hidden: {HIDDEN} is 1 to {_SMALL}; others are to the nearest {_STEP}."


def protected(count: int) -> str:
    """``*`` for 1 to 7, else the nearest five."""
    if 0 < count <= _SMALL:
        return HIDDEN
    return str((count + _STEP // 2) // _STEP * _STEP)


def protected_parts(counts: Mapping[str, int]) -> tuple[str, dict[str, str]]:
    """The sum and its parts; no part where the sum itself is hidden, for it would tell on all."""
    sum_of = protected(sum(counts.values()))
    parts = {} if sum_of == HIDDEN else {name: protected(n) for name, n in counts.items()}
    return sum_of, parts
