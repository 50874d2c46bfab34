"""How each fact about a quotation changes its row."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Fact
from events.feedback.feedback import StatementQuoted
from events.participation.quotation import (
    QuoteConsentGiven,
    QuoteConsentWithdrawn,
    QuoteProposed,
    QuoteSetAside,
    QuoteSignedOff,
)
from events.period import Period
from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from events.reporting.report_drafting import ReportFinalised, ReportReopened
from projections.participation.quotation_errata import Reported
from projections.participation.quotation_rows import Excerpt, Signature, StatedWords, Voiced


def proposed(row: Voiced, fact: QuoteProposed) -> Voiced:
    new = Excerpt(fact.number, fact.provenance.by, fact.on)
    words = (*row.words, fact.words)
    return replace(row, quoted=True, excerpts=(*row.excerpts, new), words=words)


def went_on(
    row: Voiced, fact: QuoteConsentGiven | QuoteConsentWithdrawn | QuoteSignedOff | QuoteSetAside
) -> Voiced:
    if isinstance(fact, QuoteSignedOff):
        row = replace(row, reasons=(*row.reasons, fact.why))
    excerpts = tuple(
        _changed(each, fact).lived(row.closed, fact.micros, fact.on)
        if each.number == fact.number
        else each
        for each in row.excerpts
    )
    return replace(row, excerpts=excerpts)


def _changed(each: Excerpt, fact: Fact) -> Excerpt:
    match fact:
        case QuoteConsentGiven(use=use):
            return replace(each, consents=tuple(dict.fromkeys((*each.consents, use))))
        case QuoteConsentWithdrawn(use=use):
            return replace(each, consents=tuple(use_ for use_ in each.consents if use_ != use))
        case QuoteSignedOff(provenance=provenance):
            signature = Signature(provenance.by, fact.seconded_by)
            return replace(each, signed=(*each.signed, signature))
        case _:
            return replace(each, set_aside=True)


def stated(fact: StatementQuoted) -> StatedWords:
    dated = fact.told_on
    days = (dated.first.isoformat(), dated.last.isoformat()) if dated else ("", "")
    return StatedWords(
        fact.originator_id,
        fact.words,
        fact.who,
        fact.theme,
        fact.verbatim,
        fact.provenance.source,
        fact.provenance.document,
        *days,
        fact.micros,
    )


def reported(fact: ReportDrafted) -> Reported:
    days = _days(fact.period)
    return Reported(fact.originator_id, fact.name, fact.title, fact.provenance.document, *days)


def _days(period: Period | None) -> tuple[str, str]:
    if period is None:
        return "", ""
    return period.start.first.isoformat(), period.end.last.isoformat()


def advanced(
    row: Reported, fact: ReportPublished | ReportFinalised | ReportReopened | ReportDraftChanged
) -> Reported:
    match fact:
        case ReportDraftChanged():
            start, end = _days(fact.period)
            return replace(row, title=fact.title, first=start, last=end)
        case ReportPublished(published_on=on):
            final = row.frozen or fact.micros
            return replace(row, published=fact.micros, published_on=on, frozen=final)
        case ReportFinalised():
            return replace(row, frozen=fact.micros)
        case ReportReopened():
            return replace(row, frozen=0)
