"""What guidance and partnership ask of a yearly report, and what answers each point."""

from __future__ import annotations

from dataclasses import dataclass

from projections.governance.arrangements import Arrangements
from projections.reporting.coverage import Progress, Sections, answers, progress
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report, ReportStatement
from services.reporting.rulesets import rulesets
from web.site.tenancy import here

SURE = {
    "checked": "",
    "background": "This point is well known, but was not read in the guidance itself.",
    "presumed": "This point is presumed: hold it against the guidance.",
}


@dataclass(frozen=True)
class Covered:
    """One point and what answers it. ``own``: the partnership asks it."""

    id: str
    title: str
    source: str
    sure: str
    entries: list[Entry]
    statements: list[ReportStatement]
    lacking: list[Progress]
    own: bool = False

    @property
    def is_answered(self) -> bool:
        return bool(self.statements) or (bool(self.entries) and self.id != "little")


def covered(report: Report, sections: Sections) -> list[Covered]:
    """Each point that is asked of the report. Those of the law come first."""
    return [*_by_law(report, sections), *_of_our_own(report, sections)]


def _by_law(report: Report, sections: Sections) -> list[Covered]:
    lacking = [each for each in progress(sections) if each.lacks]
    return [
        Covered(
            each.id,
            each.title,
            each.source,
            SURE[each.sure],
            answers(sections, each.answered_by),
            _said(report, each.title, each.answered_by),
            lacking if each.id == "little" else [],
        )
        for each in rulesets()[report.ruleset].requirements
    ]


def _of_our_own(report: Report, sections: Sections) -> list[Covered]:
    with here.read(Arrangements) as view:
        frame = view.frame()
    return [
        Covered(
            "",
            each.duty,
            each.source,
            "",
            answers(sections, each.answered_by),
            _said(report, each.duty, each.answered_by),
            [],
            own=True,
        )
        for each in (frame.duties if frame else ())
    ]


def _said(report: Report, title: str, answered_by: tuple[str, ...]) -> list[ReportStatement]:
    """What the report says itself: under this heading, or in a chapter that answers it."""
    own = [
        ReportStatement(each.section, each.words, "")
        for each in report.parts
        if each.words and each.section in answered_by
    ]
    titled = {each.id for each in report.own if each.title == title}
    in_sections = [
        ReportStatement(title, each.words, "")
        for each in report.parts
        if each.words and each.section in titled
    ]
    stated = [each for each in report.statements if each.heading == title]
    return [*stated, *in_sections, *own]
