"""The steps of reviews by quarter never give away what their count in all keeps."""

from __future__ import annotations

from projections.counts.count_table import table_of
from projections.counts.disclosure_control import published_within
from web.reporting.review_timeline import _tells_beside_the_steps


def told(*many: int) -> bool:
    quarters = tuple(f"Q{at}" for at in range(len(many)))
    cells = {(quarter, "Step"): count for quarter, count in zip(quarters, many, strict=True)}
    cells |= {(quarter, "Other"): 40 for quarter in quarters}
    counts = table_of(quarters, ("Step", "Other"), cells)
    shown = published_within(counts)
    assert shown is not None
    return _tells_beside_the_steps(counts, shown)


def test_four_hidden_quarters_of_30_are_7_each() -> None:
    assert told(7, 7, 7, 7)
    assert not told(3, 4, 5, 6)
    assert not told(10, 10, 10, 10)
