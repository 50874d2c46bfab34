"""The page of one yearly report."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask import render_template

from events.governance.partner import SAFEGUARDING
from events.uk_time import in_words as day_in_words
from projections.counts.disclosure_control import in_words
from projections.learning.attendance import Totals
from projections.learning.training import Training
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry, Section
from projections.reporting.figures import Figures
from projections.reporting.report_contents import EntryGroup, ReportContents
from projections.reporting.report_rows import Report
from web.drawing.crowd import group_of
from web.reporting.chapters import WHO_PARTS
from web.reporting.charts import of_audits, of_feelings, of_reviews, of_training
from web.reporting.edition_list import editions_of
from web.reporting.figure_trends import trends_of
from web.reporting.money import accounts_of, balances_of
from web.reporting.priority_progress import as_at, progress_of
from web.reporting.rating_grid import grids_of
from web.reporting.report_access import status_words
from web.reporting.report_chapters import empty_chapters, shown_chapters
from web.reporting.report_figures import rates_of
from web.reporting.report_look import look_of
from web.reporting.requirements import covered
from web.reporting.review_timeline import timeline_of
from web.reporting.source_notes import SourceNotes
from web.reporting.structure_chart import structure_of
from web.site.formatting import today
from web.site.tenancy import here, tenants

_SHORT = re.compile(r"(?=.*\d)[\d,.%£+ km]{1,10}")
_TILES = 6


def draw_report(found: Report, layout: str = "layouts/report.html") -> str:
    """The whole report as a page. With the bare layout, as a part of another page."""
    with here.read(AnnualReport) as view:
        contents = view.contents(found)
        facts = _facts_of(found, view) | {"trends": trends_of(found, view)}
    with here.read(Quotations) as book:
        voiced = book.voiced_in(found.id, "full report")
        withdrawn = book.withdrawn_from(found.id, "full report")
    sections, trained = contents.sections, _trained(found)
    also = {"children": bool(facts["told_us"] or voiced), "training": bool(trained.sessions)}
    shown = shown_chapters(found, contents, frozenset(name for name in also if also[name]))
    return render_template(
        "reporting/public_reports_report.html",
        layout=layout,
        report=found,
        shown=shown,
        absent=empty_chapters(found, shown),
        sections=sections,
        notes=SourceNotes(found.document),
        by_priority=_by_priority(sections),
        standing=status_words,
        tiles=_tiles(sections),
        rates=rates_of(found, sections.get("figures", [])),
        group=group_of(here.slug, tenants.served()),
        asked=covered(found, sections),
        trained=trained,
        stated_reviews=[each for each in sections.get("reviews", ()) if each.head.kind == "count"],
        bars=_bars(found, contents, trained) | {"felt": facts["felt"]},
        structure=structure_of(sections.get("who", ()), found.frozen_at),
        voiced=voiced,
        withdrawn=withdrawn,
        signed=here.proof.of_publication(found.id),
        editions=editions_of(found.id),
        look=look_of(),
        **facts,
        **_tables(sections),
    )


def _facts_of(found: Report, view: AnnualReport) -> dict[str, Any]:
    """What a report counts and prices beside its entries."""
    return {
        "prices": view.charges_in_force(_last_day(found)),
        "told_us": in_words(view.told_us(found)),
        "felt": of_feelings(view.felt(found, today())),
    }


def _tables(sections: dict[Section, list[EntryGroup]]) -> dict[str, Any]:
    """What the chapters on the partners and on money are made of."""
    money = (accounts_of(sections), balances_of(sections))
    return {"money": money, "who_parts": WHO_PARTS, "safeguarding": SAFEGUARDING}


def _bars(report: Report, contents: ReportContents, trained: Totals) -> dict[str, Any]:
    """The charts of the chapters that count something."""
    sections = contents.sections
    return {
        "priorities": progress_of(report, contents),
        "judged_on": day_in_words(as_at(report)),
        "reviews": of_reviews(sections),
        "timeline": timeline_of(report, sections),
        "training": of_training(trained),
        "audits": of_audits(sections),
        "grids": grids_of(sections),
    }


def _trained(report: Report) -> Totals:
    """Attendance at sessions of the report's period."""
    if report.period is None:
        return Totals(0, 0, 0, 0)
    with here.read(Training) as view:
        return view.counted(report.period, report.frozen_at)


def _by_priority(sections: dict[Section, list[EntryGroup]]) -> dict[str, list[EntryGroup]]:
    found: dict[str, list[EntryGroup]] = {}
    for group in sections.get("decisions", []):
        found.setdefault(group.head.tag, []).append(group)
    return found


def _tiles(sections: dict[Section, list[EntryGroup]]) -> list[Entry]:
    """The figures that the partnership chose, or those short enough to read at once."""
    with here.read(Figures) as view:
        chosen = view.headlines()
    figures = sections.get("figures", [])
    if first := [group.head for group in figures if group.head.subject in chosen]:
        return first
    groups = [*figures, *sections.get("reviews", [])]
    return [group.head for group in groups if _SHORT.fullmatch(group.head.value)][:_TILES]


def _last_day(report: Report) -> date:
    return report.period.end.last if report.period else today()
