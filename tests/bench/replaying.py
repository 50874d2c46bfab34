"""A long stream, and what is remembered of it by a plain function."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from uuid import UUID, uuid4

from events.feedback.feedback import FeedbackSubmitted, ThemeGiven
from services.ledger import Ledger
from tests.bench.subject import provenance, submitted


@dataclass(slots=True)
class Remembered:
    id: UUID
    version: int
    themes: int = 0
    last: str = ""


def evolve(state: Remembered | None, fact: FeedbackSubmitted | ThemeGiven) -> Remembered:
    if state is None:
        return Remembered(fact.originator_id, 1)
    assert isinstance(fact, ThemeGiven)
    return Remembered(state.id, fact.originator_version, state.themes + 1, fact.theme)


def fill(ledger: Ledger, length: int) -> UUID:
    stream = uuid4()
    first = submitted(stream)
    ledger.save(
        first, *(ThemeGiven(stream, v, provenance(), "school") for v in range(2, length + 1))
    )
    return stream


def of_one_stream(ledger: Ledger, stream: UUID) -> int:
    """How many facts were replayed; ten times over, as once is over too soon."""
    done = 0
    for _ in range(10):
        state: Remembered = reduce(evolve, ledger.facts(stream), None)  # type: ignore[arg-type]
        done += state.version
    return done
