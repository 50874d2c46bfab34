"""The page of one yearly report."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask import render_template

from projections.counts.disclosure_control import in_words
from projections.learning.attendance import Totals
from projections.learning.training import Training
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry, Section
from projections.reporting.figures import Figures
from projections.reporting.report_contents import EntryGroup
from projections.reporting.report_rows import Report
from web.drawing.crowd import group_of
from web.reporting.chapters import FOREWORD, TITLES, WHO_PARTS
from web.reporting.charts import of_audits, of_feelings, of_reviews, of_training
from web.reporting.edition_list import editions_of
from web.reporting.money import accounts_of, balances_of
from web.reporting.report_figures import rates_of
from web.reporting.requirements import covered
from web.site.formatting import today
from web.site.tenancy import here, tenants
from web.site.time_travel import is_of_a_day

ALWAYS: tuple[Section, ...] = (
    "priorities",
    "children",
    "decisions",
    "audits",
    "reviews",
    "training",
    "figures",
    "meetings",
)
_NOT_PUBLISHED = {
    "drafted": "A draft. It is not published yet.",
    "approved": "Approved. It is not published yet.",
    "presented": "Presented. It is not published yet.",
}
_SHORT = re.compile(r"(?=.*\d)[\d,.%£+ km]{1,10}")
_TILES = 6


def draw_report(found: Report, layout: str = "layouts/report.html") -> str:
    """The whole report as a page. With the bare layout, as a part of another page."""
    with here.read(AnnualReport) as view:
        contents = view.contents(found)
        prices = view.charges_in_force(_last_day(found))
        told_us, felt = in_words(view.told_us(found)), of_feelings(view.felt(found, today()))
    with here.read(Quotations) as book:
        voiced = book.voiced_in(found.id, "full report")
        withdrawn = book.withdrawn_from(found.id, "full report")
    sections, since = contents.sections, contents.since
    written = {each.section for each in found.parts if each.words}
    shown = [name for name in TITLES if {name} & {*sections, *since, *ALWAYS, *written}]
    trained = _trained(found)
    return render_template(
        "reporting/public_reports_report.html",
        layout=layout,
        report=found,
        shown=shown,
        sections=sections,
        chapters=[(name, sections.get(name, [])) for name in shown],
        since=since,
        titles=TITLES,
        foreword=found.part(FOREWORD),
        by_priority=_by_priority(sections),
        prices=prices,
        standing=status_words,
        tiles=_tiles(sections),
        rates=rates_of(found, sections.get("figures", [])),
        group=group_of(here.slug, [card.slug for card in tenants.cards()]),
        asked=covered(found, sections),
        told_us=told_us,
        trained=trained,
        stated_reviews=[each for each in sections.get("reviews", ()) if each.head.kind == "count"],
        bars=_bars(sections, trained) | {"felt": felt},
        voiced=voiced,
        withdrawn=withdrawn,
        signed=here.proof.of_publication(found.id),
        editions=editions_of(found.id),
        **_tables(sections),
    )


def _tables(sections: dict[Section, list[EntryGroup]]) -> dict[str, Any]:
    """What the chapters on the partners and on money are made of."""
    money = (accounts_of(sections), balances_of(sections))
    return {"money": money, "who_parts": WHO_PARTS}


def _bars(sections: dict[Section, list[EntryGroup]], trained: Totals) -> dict[str, Any]:
    """The charts of the chapters that count something."""
    return {
        "reviews": of_reviews(sections),
        "training": of_training(trained),
        "audits": of_audits(sections),
    }


def _trained(report: Report) -> Totals:
    """Attendance at sessions of the report's period."""
    if report.period is None:
        return Totals(0, 0, 0, 0)
    with here.read(Training) as view:
        return view.counted(report.period)


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


def line_in(source: str, report: Report) -> str:
    """A source without the name of the report's own document, which the page says once."""
    return source.removeprefix(f"{report.document}, ") if report.document else source


def status_words(report: Report) -> str:
    """Whether the report is published, as far as the record says."""
    if report.published:
        on = report.published.on
        return f"Published on {on}." if on else "Published, on a day that is not stated."
    if report.document and not is_of_a_day():
        return "The document does not say whether it was published."
    return _NOT_PUBLISHED[report.status_on(today())]


def _last_day(report: Report) -> date:
    return report.period.end.last if report.period else today()
