"""What the page of a children's version shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from events.childrens_version.editing import Chapter
from projections.participation.quotation_errata import Quote
from projections.reporting.report_contents import EntryGroup
from projections.reporting.report_rows import Report
from web.childrens_version.grounds import Ground
from web.reporting.charts import OverTime


@dataclass(frozen=True)
class ShownChapter:
    """One chapter. ``words`` are the editors' own. They are empty if it shows the record."""

    name: Chapter
    title: str
    words: str
    art: Markup
    by_adult: bool


@dataclass(frozen=True)
class ChildrensVersionView:
    """All that the page shows, except the help at its end."""

    report: Report
    chapters: tuple[ShownChapter, ...]
    themes: tuple[tuple[str, tuple[Quote, ...]], ...]
    withdrawn: bool
    did: tuple[EntryGroup, ...]
    grounds: Mapping[str, tuple[Ground, ...]]
    numbers: tuple[Any, ...]
    told_us: str
    felt: OverTime | None
    aims: tuple[Any, ...]
    authors: str
    is_edited: bool
