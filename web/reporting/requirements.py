"""What guidance and partnership ask of a yearly report, and what answers each point."""

from __future__ import annotations

from dataclasses import dataclass

from projections.governance.arrangements import Arrangements
from projections.reporting.coverage import Progress, Sections, answers, progress
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report, ReportStatement
from services.reporting.rulesets import Requirement, rulesets
from web.reporting.law_meter import LITTLE, State, of_duty, of_facts, of_progress, what_lacks
from web.site.tenancy import here

SURE = {
    "checked": "",
    "background": "Nobody here has read this point in the guidance itself; it is well known.",
    "presumed": "Nobody here has read this point: it is presumed. Hold it against the guidance.",
}


@dataclass(frozen=True)
class Covered:
    """One point, what answers it, and how well. ``own``: the partnership asks it.

    ``reasons`` say in words why it is missing or thin.
    """

    id: str
    title: str
    source: str
    sure: str
    entries: list[Entry]
    statements: list[ReportStatement]
    lacking: list[Progress]
    state: State
    reasons: list[str]
    own: bool = False

    @property
    def is_evidenced(self) -> bool:
        return self.state == "evidenced"


def covered(report: Report, sections: Sections) -> list[Covered]:
    """Each point that is asked of the report. Those of the law come first."""
    return [*_by_law(report, sections), *_of_our_own(report, sections)]


def _by_law(report: Report, sections: Sections) -> list[Covered]:
    priorities = progress(sections)
    return [_held_against(each, report, sections, priorities) for each in _asked(report)]


def _asked(report: Report) -> tuple[Requirement, ...]:
    return rulesets()[report.ruleset].requirements


def _held_against(
    asked: Requirement, report: Report, sections: Sections, priorities: list[Progress]
) -> Covered:
    entries = answers(sections, asked.answered_by)
    said = _said(report, asked.title, asked.answered_by)
    lacking = [each for each in priorities if each.lacks]
    if asked.id == LITTLE:
        verdict = of_progress(priorities, lacking, is_told=bool(said))
    else:
        lacks = [words for need in asked.needs if (words := what_lacks(need, sections))]
        verdict = of_facts(lacks, is_there=bool(entries), is_told=bool(said))
    about = (asked.id, asked.title, asked.source, SURE[asked.sure])
    return Covered(*about, entries, said, lacking if asked.id == LITTLE else [], *verdict)


def _of_our_own(report: Report, sections: Sections) -> list[Covered]:
    with here.read(Arrangements) as view:
        frame = view.frame()
    found = []
    for each in frame.duties if frame else ():
        entries = answers(sections, each.answered_by)
        said = _said(report, each.duty, each.answered_by)
        verdict = of_duty(is_there=bool(entries), is_told=bool(said))
        about = ("", each.duty, each.source, "")
        found.append(Covered(*about, entries, said, [], *verdict, own=True))
    return found


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
