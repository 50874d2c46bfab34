"""The chapters of a children's version: the record, and what young editors chose."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from events.childrens_version.editing import Chapter
from projections.childrens_version.edited_rows import Edited
from projections.childrens_version.edited_version import ChildrensVersion
from projections.counts.disclosure_control import in_words
from projections.participation.quotation_errata import Quote
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Section
from projections.reporting.report_contents import EntryGroup
from projections.reporting.report_rows import Report
from web.childrens_version.chapter_art import PICTURES
from web.childrens_version.grounds import grounds_of
from web.childrens_version.version_view import ChildrensVersionView, ShownChapter
from web.reporting.charts import of_feelings
from web.site.formatting import today
from web.site.tenancy import here, tenants
from web.site.time_travel import is_past

TITLES: dict[Chapter, str] = {
    "hello": "Who we are",
    "said": "What you told us",
    "did": "What we did, and why",
    "numbers": "Our year in numbers",
    "next": "What comes next",
}
_USUAL: dict[Chapter, str] = {
    "hello": "people",
    "said": "pets",
    "did": "football",
    "numbers": "strange times",
    "next": "growing",
}
_MOST_NUMBERS = 8


def version_of(report: Report) -> ChildrensVersionView:
    """The version as it is now. On a page of the past, as it was then."""
    with here.read(AnnualReport) as view:
        sections, told_us = view.sections(report), in_words(view.told_us(report))
        felt = of_feelings(view.felt(report, today()))
        grounds = grounds_of(view, sections.get("decisions", ()))
    edited = edited_of(report)
    with here.read(Quotations) as book:
        may_stand = book.quotes_in(report.id, "children's version")
        withdrawn = book.withdrawn_from(report.id, "children's version")
    there = {str(group.head.subject) for group in sections.get("children", ())}
    same = [each for each in may_stand if not each.source or each.key.split(":")[0] in there]
    quotes = _chosen(same, edited)
    told = " ".join(quote.words for quote in quotes)
    names = [name for name in edited.order if _has(name, edited, sections, quotes, told_us)]
    return ChildrensVersionView(
        report,
        tuple(_shown(name, edited, told) for name in names),
        _by_theme(quotes),
        withdrawn,
        tuple(sections.get("decisions", ())),
        grounds,
        tuple(_numbers(sections)),
        told_us,
        felt,
        tuple(group.head for group in sections.get("next", ())),
        report.authors,
        edited.is_edited,
    )


def edited_of(report: Report) -> Edited:
    """The young editors' work. A chapter hidden later is hidden on a page of the past too."""
    with here.read(ChildrensVersion) as view:
        edited = view.of(report.id)
    now = tenants.get(here.slug) if is_past() else None
    if now is None:
        return edited
    with now[0].read(ChildrensVersion) as view:
        return edited.hiding(view.of(report.id).hidden)


def _chosen(quotes: list[Quote], edited: Edited) -> list[Quote]:
    """The quotations that the editors chose, in their order, of those that may be quoted."""
    if not edited.chose:
        return quotes
    known = {quote.key: quote for quote in quotes}
    return [known[key] for key in edited.quotes if key in known]


def _by_theme(quotes: list[Quote]) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    themes = list(dict.fromkeys(quote.theme for quote in quotes))
    ordered = sorted(quotes, key=lambda quote: themes.index(quote.theme))
    found = groupby(ordered, key=lambda quote: quote.theme)
    return tuple((theme, tuple(of)) for theme, of in found)


def _has(
    name: Chapter,
    edited: Edited,
    sections: dict[Section, list[EntryGroup]],
    quotes: list[Quote],
    told_us: str,
) -> bool:
    """Whether a chapter has any content. An empty chapter is not shown."""
    match name:
        case "said":
            known: object = quotes or told_us
        case "did":
            known = True
        case "numbers":
            known = _numbers(sections)
        case "next":
            known = sections.get("next")
        case _:
            known = True
    return bool(known or edited.part(name).shown)


def _numbers(sections: dict[Section, list[EntryGroup]]) -> list[Any]:
    """The figures that the partnership itself counted and published, as stated."""
    groups = [*sections.get("reviews", []), *sections.get("figures", [])]
    heads = [group.head for group in groups if group.head.kind != "step"]
    return [head for head in heads if any(map(str.isdigit, head.value))][:_MOST_NUMBERS]


def _shown(name: Chapter, edited: Edited, told: str) -> ShownChapter:
    part = edited.part(name)
    usual = "flourish" if name == "next" and "FLOURISH" in told else _USUAL[name]
    art = PICTURES[part.picture or usual]()
    return ShownChapter(name, TITLES[name], part.shown, art, part.by_adult and not part.hidden)
