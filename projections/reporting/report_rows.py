"""A yearly report as a row: its draft, its steps and its state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from events.period import PartialDate, Period
from events.reporting.report import COPY_DAYS
from events.reporting.report_drafting import ReportVersion
from events.reporting.report_section import OwnSection
from projections.reporting.report_words import ReportPicture, WrittenPart


@dataclass(frozen=True)
class ReportStatement:
    """Something said under a heading; ``by`` names the scrutineer where it is theirs."""

    heading: str
    words: str
    source: str
    by: str = ""


@dataclass(frozen=True)
class ReportStep:
    """Something that happened to the report; ``on`` is none where the day is not stated."""

    what: str
    who: str
    on: PartialDate | None
    planned: bool = False


@dataclass(frozen=True)
class LeftOut:
    """Something the record proposed that the partnership left out, and why."""

    item: str
    why: str
    by: str


@dataclass(frozen=True)
class Report:
    """``frozen_at`` is when it was finalised or published here (microseconds since 1970), or 0.

    Nothing that was recorded later is in it. ``thrown_away`` says why, empty where it is there.
    """

    id: UUID
    name: str
    title: str
    also_called: str
    number: int | None
    period: Period | None
    ruleset: str
    duties: tuple[str, ...]
    versions: tuple[ReportVersion, ...]
    source: str
    document: str
    order: int
    approvals: tuple[ReportStep, ...] = ()
    presented: tuple[ReportStep, ...] = ()
    published: ReportStep | None = None
    copies: tuple[ReportStep, ...] = ()
    corrections: tuple[ReportStatement, ...] = ()
    statements: tuple[ReportStatement, ...] = ()
    comments: tuple[ReportStatement, ...] = ()
    parts: tuple[WrittenPart, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    frozen_at: int = 0
    is_finalised: bool = False
    own: tuple[OwnSection, ...] = ()
    pictures: tuple[ReportPicture, ...] = ()
    messages: tuple[str, ...] = ()
    thrown_away: str = ""

    @property
    def authors(self) -> str:
        """The group that made the children's version; empty where none is named."""
        own = [each.authors for each in self.versions if "child" in each.audience.lower()]
        return next((authors for authors in own if authors), "")

    def part(self, section: str) -> WrittenPart | None:
        """What stands there now, in the partners' own words."""
        return next((each for each in self.parts if each.section == section), None)

    def picture(self, id: str) -> ReportPicture | None:
        """The picture of this id, written in any way."""
        wanted = id.replace("-", "").lower()
        return next((each for each in self.pictures if each.id.hex == wanted), None)

    def own_section(self, id: str) -> OwnSection | None:
        return next((each for each in self.own if each.id == id), None)

    def arranged(self, chapters: Iterable[str]) -> list[str]:
        """These chapters with the partnership's own sections in their places."""
        found: list[str] = []
        for name in [*chapters, ""]:
            found += [each.id for each in self.own if each.before == name]
            found += [name] if name else []
        known = set(found)
        return found + [each.id for each in self.own if each.id not in known]

    @property
    def period_words(self) -> str:
        return str(self.period) if self.period else "period not stated"

    @property
    def copies_due(self) -> date | None:
        """The last day for the copies: seven calendar days after publication.

        None where no day of publication is stated, so nobody can tell.
        (Working Together 2018, as quoted in 002_da74a0da5d722d69.txt, line 15.)
        """
        on = self.published.on if self.published else None
        if on is None or on.precision != "day":
            return None
        return on.first + timedelta(days=COPY_DAYS)

    def status_on(self, day: date) -> str:
        """Where the report stood at the end of a day: published, presented, approved or drafted."""
        if self.published and _by(self.published, day):
            return "published"
        if any(_by(step, day) for step in self.presented if not step.planned):
            return "presented"
        return "approved" if any(_by(step, day) for step in self.approvals) else "drafted"


def _by(step: ReportStep, day: date) -> bool:
    return step.on is not None and step.on.first <= day
