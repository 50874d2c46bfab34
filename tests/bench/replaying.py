"""A long stream, and what is remembered of it by a plain function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import ThemeGiven
from services.ledger import Ledger
from services.state import State, folded
from tests.bench.subject import provenance, submitted


@dataclass(frozen=True)
class Remembered(State):
    themes: int = 0
    last: str = ""


def evolve(state: Remembered, fact: FeedbackSubmitted | ThemeGiven) -> Remembered:
    if isinstance(fact, FeedbackSubmitted):
        return state
    return replace(state, themes=state.themes + 1, last=fact.theme)


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
        state: Remembered = folded(evolve, stream, ledger.facts(stream))
        done += state.version
    return done
