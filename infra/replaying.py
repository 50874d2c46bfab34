"""The record in sentences, as far as it was known at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from infra.bootstrap import Partnerships
from projections.sentences import sentence

_PAGE = 1000
_A_DAY = timedelta(days=1)


def replayed(partnerships: Partnerships, slug: str, moment: datetime | None) -> Iterator[str]:
    """Each fact recorded until ``moment`` (UTC; a bare day counts to its end), one a line."""
    lane, mapper, position = partnerships.store.recorder(slug), partnerships.mapper(slug), 0
    until = lane.head().n if moment is None else lane.position_at(_end_of(moment))
    while position < until:
        for row in lane.read(position, min(_PAGE, until - position)):
            fact, position = mapper.fact(row), row[0]
            recorded = fact.recorded_at.isoformat(sep=" ", timespec="seconds")
            yield (
                f"{position:>6}  recorded {recorded}  in force {fact.on}  "
                f"{sentence(fact)}  [{fact.told.by}; {fact.told.source}]"
            )


def _end_of(moment: datetime) -> datetime:
    told = moment.replace(tzinfo=UTC)
    return told + _A_DAY - timedelta(microseconds=1) if told.time() == datetime.min.time() else told
