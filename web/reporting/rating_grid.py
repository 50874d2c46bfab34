"""The ratings of agencies as a grid: a line for each standard, a column for each agency."""

from __future__ import annotations

from dataclasses import dataclass

from projections.reporting.coverage import Sections


@dataclass(frozen=True)
class RatingGrid:
    """``rows`` are a standard and its ratings by agency; empty where an agency has none."""

    audit: str
    agencies: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def grids_of(sections: Sections) -> list[RatingGrid]:
    """One for each audit in which two agencies or more rated the standards, as agreed."""
    found = []
    for group in sections.get("audits", ()):
        cells: dict[tuple[str, str], str] = {}
        for part in group.of("rating", "rating agreed"):
            agency, _, standard = part.words.partition(": ")
            cells[standard or agency, agency if standard else ""] = part.value
        agencies = tuple(dict.fromkeys(agency for _, agency in cells))
        standards = tuple(dict.fromkeys(standard for standard, _ in cells))
        if len(agencies) < 2:
            continue
        rows = tuple((name, _row(cells, name, agencies)) for name in standards)
        found.append(RatingGrid(group.head.heading, agencies, rows))
    return found


def _row(
    cells: dict[tuple[str, str], str], standard: str, agencies: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(cells.get((standard, agency), "") for agency in agencies)
