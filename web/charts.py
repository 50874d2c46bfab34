"""What a yearly report draws as bars: only numbers that its page shows, as it shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from projections.course_rows import Totals
from projections.coverage import Sections
from projections.protection import HIDDEN, protected

_RATINGS = ("green", "amber", "red", "not rated")


class Bar(NamedTuple):
    """``number`` is what is drawn, none where it is hidden; ``shown`` is what is written."""

    label: str
    number: int | None
    shown: str


def of_reviews(sections: Sections) -> list[Bar]:
    """Steps of case reviews counted from the record, protected: 1 to 7 has no length."""
    steps = Counter(
        group.head.heading for group in sections.get("reviews", ()) if group.head.kind == "step"
    )
    return [_protected(label, many) for label, many in sorted(steps.items())]


def of_training(totals: Totals) -> list[Bar]:
    """Adults at training: counts that a partnership itself publishes stand as they are."""
    if not totals.sessions:
        return []
    counted = {"Booked": totals.booked, "Came": totals.attended, "Did not show": totals.no_shows}
    return [Bar(label, many, f"{many:,}") for label, many in counted.items()]


def of_audits(sections: Sections) -> list[Bar]:
    """How many standards stand at which rating, each agency's latest rating counted once."""
    latest = dict(_ratings(sections))
    counted = Counter(latest.values())
    return [Bar(f"Rated {name}", counted[name], str(counted[name])) for name in _RATINGS
            if counted[name]]  # fmt: skip


def _ratings(sections: Sections) -> Iterable[tuple[tuple[str, str], str]]:
    for group in sections.get("audits", ()):
        for part in group.of("rating"):
            yield (str(part.subject), part.words), part.value


def _protected(label: str, many: int) -> Bar:
    shown = protected(many)
    return Bar(label, None if shown == HIDDEN else int(shown.replace(",", "")), shown)
