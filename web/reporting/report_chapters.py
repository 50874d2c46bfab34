"""Which chapters a report shows: those that hold something, with its own sections between."""

from __future__ import annotations

from dataclasses import dataclass, field

from projections.reporting.entries import Section
from projections.reporting.report_contents import EntryGroup, ReportContents
from projections.reporting.report_rows import Report
from projections.reporting.report_words import WrittenPart
from web.reporting.chapters import FOREWORD, TITLES, titles_of

# What a report that Earshot drew from a document says that the document does not hold.
_ALWAYS: tuple[Section, ...] = (
    "priorities",
    "children",
    "decisions",
    "audits",
    "reviews",
    "training",
    "figures",
    "meetings",
)


@dataclass(frozen=True)
class ReaderChapter:
    """A chapter as a reader has it. ``since`` is what came of what earlier reports tell of."""

    name: str
    title: str
    part: WrittenPart | None
    groups: list[EntryGroup] = field(default_factory=list)
    since: list[EntryGroup] = field(default_factory=list)
    is_own: bool = False

    @property
    def is_written(self) -> bool:
        return bool(self.part and self.part.words)


def shown_chapters(
    report: Report, contents: ReportContents, also: frozenset[str]
) -> list[ReaderChapter]:
    """``also`` are chapters that hold something beside entries and words."""
    every = [_chapter(name, report, contents) for name in report.arranged([FOREWORD, *TITLES])]
    return [
        each
        for each in every
        if each.is_own or each.groups or each.since or each.is_written or each.name in also
    ]


def empty_chapters(report: Report, shown: list[ReaderChapter]) -> list[ReaderChapter]:
    """What a document does not hold is said at the end of a report that was drawn from it."""
    there = {each.name for each in shown}
    absent = [name for name in _ALWAYS if name not in there] if report.document else []
    return [ReaderChapter(name, TITLES[name], None) for name in absent]


def _chapter(name: str, report: Report, contents: ReportContents) -> ReaderChapter:
    return ReaderChapter(
        name,
        titles_of(report)[name],
        report.part(name),
        contents.sections.get(name, []),  # type: ignore[call-overload]
        contents.since.get(name, []),  # type: ignore[call-overload]
        report.own_section(name) is not None,
    )
