"""A yearly report that is being drafted: its chapters, the entries on offer, the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from projections.reporting.annual_report import AnnualReport
from projections.reporting.coverage import Progress, progress
from projections.reporting.entries import Entry, Section
from projections.reporting.report_contents import EntryGroup, ReportContents
from projections.reporting.report_rows import LeftOut, Report
from projections.reporting.report_scope import Scope
from projections.reporting.report_words import WrittenPart
from services.reporting.rulesets import rulesets
from web.reporting.requirements import Covered, covered
from web.site.tenancy import here

FOREWORD = "foreword"
TITLES: dict[Section, str] = {
    "who": "Who is in the partnership",
    "outcomes": "The outcomes it works for",
    "priorities": "Its priorities, and what was decided for each",
    "children": "What children and young people said",
    "decisions": "Decisions, and why they were made",
    "audits": "Audits and scrutiny",
    "scrutiny": "What independent scrutiny did and found",
    "inspections": "Visits by youth inspectors",
    "reviews": "Case reviews and learning",
    "training": "Training",
    "figures": "Figures",
    "money": "What it cost, and who paid",
    "work": "Work that was done",
    "meetings": "Meetings and resolutions",
    "discrepancies": "Where the sources do not agree",
    "next": "What comes next",
}


WHO_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Partners and agencies", ("partner", "partner left")),
    ("Who holds which role", ("role", "role ended")),
    ("Groups and linked boards", ("sub-group", "sub-group ended", "linked board")),
    ("The published arrangements", ("arrangements",)),
    ("What each contributed", ("contribution",)),
)


@dataclass(frozen=True)
class Chapter:
    """``asked`` is what the guidance wants here. ``late`` are keys recorded after the report."""

    name: str
    title: str
    items: list[EntryGroup]
    left_out: list[tuple[Entry, LeftOut]]
    part: WrittenPart | None
    asked: list[Covered]
    late: frozenset[str]
    is_own: bool = False

    @property
    def rows(self) -> list[Entry]:
        """Every entry that can be left out or taken in."""
        shown = [row for group in self.items for row in (group.head, *group.parts)]
        return [*shown, *(row for row, _ in self.left_out)]

    @property
    def is_empty(self) -> bool:
        return not self.items and not (self.part and self.part.words)

    @property
    def is_answered(self) -> bool:
        return all(each.is_evidenced for each in self.asked)


@dataclass(frozen=True)
class Desk:
    """``asked`` is all that the guidance wants of the report, in any chapter."""

    report: Report
    chapters: list[Chapter]
    progress: list[Progress]
    asked: list[Covered]

    @property
    def lacking(self) -> list[Covered]:
        return [each for each in self.asked if not each.is_evidenced]

    @property
    def is_open(self) -> bool:
        """Whether the text may still be changed."""
        return not self.report.published and not self.report.is_finalised

    @property
    def not_shown(self) -> list[Chapter]:
        """The chapters that hold nothing, so that the report leaves them out."""
        return [each for each in self.chapters if each.is_empty and each.name != FOREWORD]

    def chapter(self, name: str) -> Chapter | None:
        return next((each for each in self.chapters if each.name == name), None)


def desk_of(id: UUID) -> Desk | None:
    """The report, with every entry that the record proposes for it."""
    with here.read(AnnualReport) as view:
        report = view.reports.get(id)
        if report is None or report.thrown_away:
            return None
        scope = view.scope(report)
        contents = view.contents(report, scope)
        out = [(view.entry(each.item), each) for each in report.left_out]
    found = [(row, each) for row, each in out if row]
    titles = titles_of(report)
    names = [(each, titles[each]) for each in report.arranged([FOREWORD, *TITLES])]
    asked = [each for each in covered(report, contents.sections) if not each.own]
    chapters = [
        _chapter(name, title, report, contents, scope, found, asked) for name, title in names
    ]
    return Desk(report, chapters, progress(contents.sections), asked)


def titles_of(report: Report) -> dict[str, str]:
    """The title of each chapter and of each section of the partnership's own."""
    own = {each.id: each.title for each in report.own}
    return {FOREWORD: "Foreword", **{str(name): title for name, title in TITLES.items()}, **own}


def _chapter(
    name: str,
    title: str,
    report: Report,
    contents: ReportContents,
    scope: Scope,
    out: list[tuple[Entry, LeftOut]],
    asked: list[Covered],
) -> Chapter:
    shown = (contents.sections, contents.since)
    items = [group for each in shown for group in each.get(name, ())]  # type: ignore[call-overload]
    named = {
        each.id
        for each in rulesets()[report.ruleset].requirements
        if any(wanted.partition("/")[0] == name for wanted in each.answered_by)
    }
    late = frozenset(group.head.key for group in items if scope.is_late(group.head))
    left_out = [(row, each) for row, each in out if row.section == name]
    here_asked = [each for each in asked if each.id in named]
    own = report.own_section(name) is not None
    return Chapter(name, title, items, left_out, report.part(name), here_asked, late, own)
