"""Published reports that hold a quotation which is no longer agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.period import PartialDate
from projections.participation.quotation_rows import StatedWords


@dataclass(frozen=True)
class Reported:
    """A report, as far as it matters to what is quoted in it; ``frozen`` once it is final."""

    report: UUID
    name: str
    title: str
    document: str
    first: str
    last: str
    published: int = 0
    published_on: PartialDate | None = None
    frozen: int = 0


@dataclass(frozen=True)
class Handled:
    key: str
    what: str


@dataclass(frozen=True)
class Quote:
    """Words that may be quoted, as pages show them; ``key`` names them."""

    key: str
    words: str
    who: str
    theme: str
    source: str
    demo: bool = False


@dataclass(frozen=True)
class Erratum:
    """A published report that was read with a quotation which is no longer to be shown."""

    subject: UUID
    number: int
    report: UUID
    name: str
    title: str
    of_document: bool

    @property
    def key(self) -> str:
        return f"{self.subject}:{self.number}:{self.report}"


def holds_statement(report: Reported, row: StatedWords) -> bool:
    """Dated within the report's period, or undated in the report's own document."""
    if row.day and report.first:
        return row.day <= report.last and report.first <= row.last
    return bool(row.document) and row.document == report.document


def holds_day(report: Reported, day: str) -> bool:
    return bool(report.first) and report.first <= day <= report.last


def was_in(report: Reported, since: int, until: int, ended_on: PartialDate | None) -> bool:
    """Whether what lived from then to then stood in it when it was published, or since.

    What came to live once it was final never stood in it.
    """
    if not report.published or not until or until < report.published:
        return False
    if since > (report.frozen or report.published):
        return False
    on = report.published_on
    return on is None or ended_on is None or ended_on.last >= on.first
