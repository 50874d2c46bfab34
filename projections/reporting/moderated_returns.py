"""What agencies' returns put into a report: only what moderation agreed, within its audit.

A return is a stream of its own. Its entries have the audit as their subject, so that they stand
with the audit; until a standard's rating is agreed, what was said about it waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    RatingAgreed,
    ReturnStarted,
    StandardAnswered,
    StandardChallenged,
)
from events.fact import Fact
from projections.engine.rows import Rows
from projections.reporting.annual_report_rows import with_days_given
from projections.reporting.entries.entry import Entry, made

AGREED = "rating agreed"
_CHALLENGE = "challenge"
StandardFact = StandardAnswered | StandardChallenged | ChallengeAnswered | RatingAgreed


@dataclass(frozen=True)
class ReturnOfAgency:
    id: UUID
    audit: UUID
    agency: str


@dataclass(frozen=True)
class ModeratedStandard:
    """One standard of a return: what waits for an agreed rating, and the keys of what is shown."""

    key: str
    waiting: tuple[Entry, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moderation:
    """The tables of the report that returns are folded into."""

    returns: Rows[ReturnOfAgency]
    standards: Rows[ModeratedStandard]
    entries: Rows[Entry]

    def apply(self, fact: Fact) -> None:
        if isinstance(fact, ReturnStarted):
            self.returns.put(ReturnOfAgency(fact.originator_id, fact.audit, fact.agency))
        elif isinstance(fact, StandardFact):
            of = self.returns.get(fact.originator_id)
            key = f"{fact.originator_id}|{fact.standard}"
            row = self.standards.get(key) or ModeratedStandard(key)
            if of:
                self.standards.put(self._after(row, fact, of))

    def _after(
        self, row: ModeratedStandard, fact: StandardFact, of: ReturnOfAgency
    ) -> ModeratedStandard:
        match fact:
            case StandardAnswered():
                self._supersede(row.shown, fact)
                challenges = [each for each in row.waiting if each.kind == _CHALLENGE]
                return ModeratedStandard(row.key, (*challenges, *_said(fact, of)))
            case StandardChallenged():
                self._supersede(filter(self._is_rating, row.shown), fact)
                return replace(row, waiting=(*row.waiting, _challenge(fact, of)))
            case ChallengeAnswered():
                return replace(row, waiting=tuple(_answered(row.waiting, fact.response)))
            case RatingAgreed():
                self._supersede(filter(self._is_rating, row.shown), fact)
                return self._agree(row, fact, of)

    def _agree(
        self, row: ModeratedStandard, fact: RatingAgreed, of: ReturnOfAgency
    ) -> ModeratedStandard:
        """Everything said of the standard becomes known with the rating that was agreed."""
        new = [*(replace(each, known=fact.micros) for each in row.waiting), _rating(fact, of)]
        for each in new:
            self.entries.put(each)
        kept = [key for key in row.shown if not self._is_rating(key)]
        shown = [*kept, *(each.key for each in new if each.kind != _CHALLENGE)]
        return ModeratedStandard(row.key, (), tuple(shown))

    def _supersede(self, keys: Iterable[str], fact: Fact) -> None:
        """Reports that are final keep what they said. What is superseded stays so from then."""
        for key in list(keys):
            for known in with_days_given(self.entries, key):
                if not known.superseded:
                    self.entries.put(replace(known, superseded=fact.micros))

    def _is_rating(self, key: str) -> bool:
        row = self.entries.get(key)
        return row is not None and row.kind == AGREED


def _rating(fact: RatingAgreed, of: ReturnOfAgency) -> Entry:
    return made(
        fact,
        "audits",
        AGREED,
        words=f"{of.agency}: {fact.asked}",
        value=fact.rating,
        note=fact.why,
        tag=of.agency,
        subject=of.audit,
    )


def _challenge(fact: StandardChallenged, of: ReturnOfAgency) -> Entry:
    return made(
        fact,
        "audits",
        _CHALLENGE,
        words=f"{of.agency}: {fact.asked}, seen as {fact.rating}. {fact.why}",
        tag=of.agency,
        subject=of.audit,
    )


def _answered(waiting: Iterable[Entry], response: str) -> Iterable[Entry]:
    """The newest challenge gets the answer."""
    rows = list(waiting)
    last = max((at for at, row in enumerate(rows) if row.kind == _CHALLENGE), default=None)
    for at, row in enumerate(rows):
        yield replace(row, note=f"The agency answered: {response}") if at == last else row


def _said(fact: StandardAnswered, of: ReturnOfAgency) -> Iterable[Entry]:
    """Good practice and actions, each with a key of its own: one fact tells both."""
    for kind, words in (("good practice", fact.good), ("action", fact.actions)):
        if words:
            row = made(
                fact,
                "audits",
                kind,
                words=f"{of.agency}, {fact.asked}: {words}",
                tag=of.agency,
                subject=of.audit,
            )
            yield replace(row, key=f"{fact.key}-{kind.partition(' ')[0]}")
