"""The yearly reports: which there are, what each says, and the facts behind every number."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from projections.annual_report import AnnualReport, Group, Report
from projections.entries import Section
from web.here import here
from web.who import open_to_all

pages = Blueprint("reports", __name__)
TITLES: dict[Section, str] = {
    "who": "Who is in the partnership",
    "outcomes": "The outcomes it works for",
    "priorities": "Its priorities, and what was decided for each",
    "children": "What children and young people said",
    "decisions": "Decisions, and why they were made",
    "audits": "Audits and scrutiny",
    "inspections": "Visits by youth inspectors",
    "reviews": "Case reviews and learning",
    "training": "Training",
    "figures": "Figures",
    "work": "Work that was done",
    "meetings": "Meetings and resolutions",
    "discrepancies": "Where the sources do not agree",
    "next": "What comes next",
}
ALWAYS: tuple[Section, ...] = ("priorities", "children", "decisions", "audits", "reviews",
                               "training", "figures", "meetings")  # fmt: skip


@pages.get("/<partnership>/reports/")
@open_to_all
def index() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports = view.all()
    return render_template("reports/index.html", reports=reports, today=_today())


@pages.get("/<partnership>/reports/<report>")
@open_to_all
def report(report: str) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        found = view.report(report)
        if found is None:
            abort(404)
        sections = view.sections(found)
        prices = view.charges_in_force(_last_day(found))
    shown = [name for name in TITLES if name in sections or name in ALWAYS]
    return render_template(
        "reports/report.html", report=found, sections=sections, shown=shown, titles=TITLES,
        by_priority=_by_priority(sections), prices=prices, today=_today(),
        told_us=_count(sections, "told us") - _count(sections, "taken back"),
    )  # fmt: skip


@pages.get("/<partnership>/reports/<report>/facts/<key>")
@open_to_all
def facts(report: str, key: str) -> ResponseReturnValue:
    """Where one entry of a report comes from."""
    with here.read(AnnualReport) as view:
        found, entry = view.report(report), view.entry(key)
        if found is None or entry is None or not view.shows(found, entry):
            abort(404)
        behind = [row for id in entry.derived_from for row in view.of_subject(id)]
    return render_template(
        "reports/facts.html", report=found, entry=entry, behind=behind, titles=TITLES
    )


def _by_priority(sections: dict[Section, list[Group]]) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in sections.get("decisions", []):
        found.setdefault(group.head.tag, []).append(group)
    return found


def _count(sections: dict[Section, list[Group]], kind: str) -> int:
    return sum(group.head.kind == kind for group in sections.get("children", []))


def _last_day(report: Report) -> date:
    return report.period.end.last if report.period else _today()


def _today() -> date:
    return datetime.now(UTC).date()
