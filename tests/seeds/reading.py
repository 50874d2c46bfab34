"""A report as a reader finds it: its sections, and the words in them."""

from __future__ import annotations

from datetime import date

from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry, Section
from projections.reporting.report_contents import EntryGroup
from projections.reporting.report_rows import Report


class Reading:
    """One report of one partnership."""

    def __init__(self, partnerships: Partnerships, slug: str, name: str) -> None:
        with partnerships.open(slug).read(AnnualReport) as view:
            found = view.report(name)
            assert found is not None
            self.report: Report = found
            self.sections = view.sections(found)

    def groups(self, section: Section, kind: str = "") -> list[EntryGroup]:
        found = self.sections.get(section, [])
        return [group for group in found if not kind or group.head.kind == kind]

    def heads(self, section: Section, kind: str = "") -> list[Entry]:
        return [group.head for group in self.groups(section, kind)]

    def figures(self) -> dict[str, str]:
        return {entry.heading: entry.value for entry in self.heads("figures")}

    def everything(self) -> str:
        parts = [
            f"{e.heading} {e.words} {e.value} {e.note}"
            for groups in self.sections.values()
            for group in groups
            for e in (group.head, *group.parts)
        ]
        said = [f"{s.heading} {s.words}" for s in (*self.report.statements, *self.report.comments)]
        return "\n".join([*parts, *said])


def charges(partnerships: Partnerships, slug: str, day: date) -> list[str]:
    with partnerships.open(slug).read(AnnualReport) as view:
        return [entry.words for entry in view.charges_in_force(day)]
