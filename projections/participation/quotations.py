"""Quotations of children, by use, and the published reports that must be corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

from events.fact import FORGOTTEN, Fact
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack, StatementQuoted
from events.feedback.triage import ConcernEscalated, ThemeGiven
from events.participation.quotation import (
    PublishedQuoteHandled,
    QuoteConsentGiven,
    QuoteConsentWithdrawn,
    QuoteProposed,
    QuoteSetAside,
    QuoteSignedOff,
    StatementWithdrawn,
    Use,
)
from events.privacy.erasure import ForgettingConfirmed
from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from events.reporting.report_drafting import ReportFinalised, ReportReopened
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.participation.quotation_changes import (
    advanced,
    proposed,
    reported,
    stated,
    went_on,
)
from projections.participation.quotation_errata import (
    Erratum,
    Handled,
    Quote,
    Reported,
    holds_day,
    holds_statement,
    was_in,
)
from projections.participation.quotation_rows import Excerpt, StatedWords, Voiced

WHO = "a young person"


class Quotations(Projection):
    name = "quote_book"
    version = 2
    voiced = TableOf(Voiced, index=("quoted",))
    stated = TableOf(StatedWords)
    reports = TableOf(Reported, index=("name",))
    handled = TableOf(Handled)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted(demo=demo):
                self.voiced.put(Voiced(id, fact.on.first.isoformat(), demo))
            case ThemeGiven(theme=theme):
                self.voiced.change(id, lambda row: replace(row, theme=theme))
            case ConcernEscalated():
                self._close(id, fact, "concern")
            case FeedbackTakenBack():
                self._close(id, fact, "taken back")
            case ForgettingConfirmed(subject=subject):
                self._close(subject, fact, "forgotten")
            case QuoteProposed():
                self.voiced.change(id, lambda row: proposed(row, fact))
            case QuoteConsentGiven() | QuoteConsentWithdrawn() | QuoteSignedOff() | QuoteSetAside():
                self.voiced.change(id, lambda row: went_on(row, fact))
            case _:
                self._of_reports(fact)

    def of(self, id: UUID) -> list[tuple[Excerpt, str]]:
        """What is proposed of one submission, with its words; nothing once it is closed."""
        row = self.voiced.get(id)
        return _spoken(row) if row and not row.closed else []

    def reasons(self, id: UUID) -> tuple[str, ...]:
        """Why those who signed off say that nobody can be told from it."""
        row = self.voiced.get(id)
        return row.reasons if row else ()

    def in_hand(self) -> list[Voiced]:
        """Submissions of which something is proposed."""
        rows = self.voiced.where(quoted=True)
        return sorted(rows, key=lambda row: (row.day, str(row.id)), reverse=True)

    def live(self, use: Use) -> list[Quote]:
        """Everything of young people's own messages that may be quoted in one use."""
        return [quote for row in self.in_hand() for quote, _ in _live(row, use)]

    def statements(self) -> list[StatedWords]:
        """What documents quoted, in their order, withdrawn or not."""
        return self.stated.where(order="order")

    def report(self, id: UUID) -> Reported | None:
        return self.reports.get(id)

    def quotes_in(self, id: UUID, use: Use) -> list[Quote]:
        """What may stand in one version of a report: of its document, or of its period.

        What came to live after it was final is for the next one.
        """
        report = self.reports.get(id)
        if report is None:
            return []
        return [*self._stated_in(report), *self.voiced_in(id, use)]

    def voiced_in(self, id: UUID, use: Use) -> list[Quote]:
        """The same, of young people's own messages alone."""
        report = self.reports.get(id)
        if report is None:
            return []
        return [
            quote
            for row in self.in_hand()
            if holds_day(report, row.day)
            for quote, since in _live(row, use)
            if not report.frozen or since <= report.frozen
        ]

    def withdrawn_from(self, id: UUID, use: Use) -> bool:
        """Whether any quotation that stood in a published version is no longer shown there."""
        report = self.reports.get(id)
        return report is not None and any(True for _ in self._gone(report, (use,)))

    def errata(self) -> list[Erratum]:
        """The published reports which somebody must put right, and for which quotation."""
        done = {row.key for row in self.handled.where()}
        return [each for each in self.errata_so_far() if each.key not in done]

    def errata_so_far(self) -> list[Erratum]:
        """The same, with those which somebody has put right."""
        uses: tuple[Use, ...] = ("full report", "children's version")
        tasks = [
            each
            for report in self.reports.where(order="title")
            for each in self._gone(report, uses)
        ]
        return list({each.key: each for each in tasks}.values())

    def _stated_in(self, report: Reported) -> Iterator[Quote]:
        for row in self.statements():
            if row.is_quote and not row.ended and holds_statement(report, row):
                yield Quote(f"{row.id}:0", row.words, row.who, row.theme, row.source)

    def _gone(self, report: Reported, uses: tuple[Use, ...]) -> Iterator[Erratum]:
        of = report.report, report.name, report.title
        for row in self.statements() if report.published else ():
            stood = holds_statement(report, row) and row.is_quote
            if stood and was_in(report, 0, row.ended, row.ended_on):
                yield Erratum(row.id, 0, *of, True)
        for said in self.in_hand() if report.published else ():
            for each in said.excerpts if holds_day(report, said.day) else ():
                lives = [life for life in each.lives if life.use in uses]
                if any(was_in(report, life.since, life.until, life.ended_on) for life in lives):
                    yield Erratum(said.id, each.number, *of, False)

    def _of_reports(self, fact: Fact) -> None:
        id, when = fact.originator_id, fact.micros
        match fact:
            case StatementQuoted():
                self.stated.put(stated(fact))
            case StatementWithdrawn(asked_by=asked_by, why=why):
                gone: Callable[[StatedWords], StatedWords] = lambda row: replace(  # noqa: E731
                    row, words="", asked_by=asked_by, why=why, ended=when, ended_on=fact.on
                )
                self.stated.change(id, gone)
            case ReportDrafted():
                self.reports.put(reported(fact))
            case ReportPublished() | ReportFinalised() | ReportReopened() | ReportDraftChanged():
                self.reports.change(id, lambda row: advanced(row, fact))
            case PublishedQuoteHandled(subject=subject, number=number, report=report, what=what):
                self.handled.put(Handled(f"{subject}:{number}:{report}", what))
            case _:
                pass

    def _close(self, id: UUID, fact: Fact, why: str) -> None:
        def closed(row: Voiced) -> Voiced:
            when = fact.micros
            excerpts = tuple(each.lived(why, when, fact.on) for each in row.excerpts)
            return replace(row, closed=why, excerpts=excerpts, words=(), reasons=())

        self.voiced.change(id, closed)


def _spoken(row: Voiced) -> list[tuple[Excerpt, str]]:
    words = (*row.words, *(FORGOTTEN for _ in row.excerpts))
    return list(zip(row.excerpts, words, strict=False))


def _live(row: Voiced, use: Use) -> Iterator[tuple[Quote, int]]:
    for each, words in _spoken(row):
        living = [life for life in each.lives if life.use == use and not life.until]
        if living and words != FORGOTTEN:
            key = f"{row.id}:{each.number}"
            yield Quote(key, words, WHO, row.theme, "", row.demo), living[0].since
