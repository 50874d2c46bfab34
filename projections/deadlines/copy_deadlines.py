"""The deadline for sending copies of a published report."""

from __future__ import annotations

from datetime import timedelta

from events.period import PartialDate
from events.reporting.report import COPY_DAYS
from projections.deadlines.deadline_rows import PARTNERS, About, Deadline, key_of, last_day

COPIES = "copies"

_COPIES_RULE = (
    f"Copies go to the national Panel and the What Works Centre within {COPY_DAYS} calendar days "
    "of being published (Working Together 2018, as quoted in 002_da74a0da5d722d69.txt, line 15)."
)


def copies_of(about: About, published_on: PartialDate | None) -> Deadline:
    """Unknown where no day of publication is stated."""
    due = None
    if published_on and published_on.precision == "day":
        due = PartialDate((published_on.first + timedelta(days=COPY_DAYS)).isoformat())
    return Deadline(
        key_of(about.id, COPIES),
        about.id,
        "report",
        "Send copies to the Panel and the What Works Centre",
        about.name,
        about.demo,
        due,
        last_day(due),
        PARTNERS,
        _COPIES_RULE,
        f"{published_on} (publication)" if published_on else "",
    )


def both_have_copies(about: About) -> bool:
    """Whether the Panel and the centre, which is now called Foundations, have theirs."""
    named = " ".join(about.copies).casefold()
    return "panel" in named and ("what works" in named or "foundations" in named)
