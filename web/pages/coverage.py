"""What a report covers of what is asked of it, and what the record does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from projections.annual_report import AnnualReport
from projections.arrangements import Arrangements
from projections.coverage import Progress, Sections, answers, progress
from projections.entries import Entry
from projections.report_rows import Report, Statement
from services.rulesets import rulesets
from web.here import here
from web.who import may

pages = Blueprint("coverage", __name__)
SURE = {
    "checked": "",
    "background": "This point is well known, but was not read in the guidance itself.",
    "presumed": "This point is presumed: hold it against the guidance.",
}


@dataclass(frozen=True)
class Covered:
    """One thing asked of the report, and what answers it; ``own`` is asked by the partnership."""

    id: str
    title: str
    source: str
    sure: str
    entries: list[Entry]
    statements: list[Statement]
    lacking: list[Progress]
    own: bool = False

    @property
    def is_answered(self) -> bool:
        return bool(self.statements) or (bool(self.entries) and self.id != "little")


@pages.get("/<partnership>/work/coverage/<report>")
@may("read governance")
def report(report: str) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        found = view.report(report)
        if found is None:
            abort(404)
        sections: Sections = view.sections(found)
    asked = [*_by_law(found, sections), *_of_our_own(found, sections)]
    return render_template(
        "coverage/report.html", report=found, asked=asked, ruleset=rulesets()[found.ruleset],
        progress=progress(sections), due_year=_due_year(found),
    )  # fmt: skip


def _due_year(report: Report) -> int | None:
    """The year of the first 30 September after the period; none where no period is stated."""
    if report.period is None:
        return None
    last = report.period.end.last
    return last.year + (last >= date(last.year, 9, 30))


def _by_law(report: Report, sections: Sections) -> list[Covered]:
    lacking = [each for each in progress(sections) if each.lacks]
    return [
        Covered(
            each.id, each.title, each.source, SURE[each.sure],
            answers(sections, each.answered_by), _said(report, each.title),
            lacking if each.id == "little" else [],
        )
        for each in rulesets()[report.ruleset].requirements
    ]  # fmt: skip


def _of_our_own(report: Report, sections: Sections) -> list[Covered]:
    with here.read(Arrangements) as view:
        frame = view.frame()
    return [
        Covered(
            "", each.duty, each.source, "", answers(sections, each.answered_by),
            _said(report, each.duty), [], own=True,
        )
        for each in (frame.duties if frame else ())
    ]  # fmt: skip


def _said(report: Report, title: str) -> list[Statement]:
    """What the report says itself, under this very heading."""
    return [each for each in report.statements if each.heading == title]
