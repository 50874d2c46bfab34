"""What was said and done about each theme, as pages show it."""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from events.period import PartialDate
from events.vocabulary import Outcome
from projections.counts.disclosure_control import in_words
from projections.feedback.you_said_rows import DidRow, SaidRow


@dataclass(frozen=True)
class Said:
    words: str
    who: str
    is_quote: bool
    source: str


@dataclass(frozen=True)
class Did:
    outcome: Outcome
    words: str
    why: str
    on: PartialDate | None
    demo: bool

    @property
    def quarter(self) -> str:
        """As a reader says it: January to March 2026. The year where no month is stated."""
        if self.on is None:
            return ""
        if self.on.precision == "year":
            return str(self.on)
        day = self.on.first
        first = day.month - (day.month - 1) % 3
        return f"{month_name[first]} to {month_name[first + 2]} {day.year}"


@dataclass(frozen=True)
class Answer:
    """Something done because of what children said; ``day`` is when."""

    id: UUID
    theme: str
    did: Did
    day: date

    @property
    def quarter(self) -> str:
        return self.did.quarter


@dataclass(frozen=True)
class Theme:
    theme: str
    said: tuple[Said, ...]
    did: tuple[Did, ...]
    heard: int
    demo: bool

    def in_quarter(self, quarter: str) -> Theme:
        """The same theme with only what was done in one quarter, as ``Did.quarter`` says it."""
        return replace(self, did=tuple(did for did in self.did if did.quarter == quarter))

    @property
    def heard_words(self) -> str:
        """How many told us, small numbers kept vague so that nobody can be picked out."""
        return f"{in_words(self.heard)} told us about this." if self.heard else ""


def theme_of(name: str, said: list[SaidRow], did: list[DidRow], heard: Counter[str]) -> Theme:
    return Theme(
        name,
        tuple(Said(r.words, r.who, r.is_quote, r.source) for r in said if r.theme == name),
        tuple(did_of(row) for row in did),
        heard["many"],
        heard["demo"] > 0,
    )


def did_of(row: DidRow) -> Did:
    outcome: Outcome = "we will"
    if row.outcome == "we did":
        outcome = "we did"
    elif row.outcome == "we could not":
        outcome = "we could not"
    return Did(outcome, row.words, row.why, row.on, row.demo)
