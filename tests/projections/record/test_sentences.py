"""History in sentences that anybody can read."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.assurance.audit import AuditActionAgreed
from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, StatementQuoted
from events.feedback.triage import ConcernEscalated
from events.governance.bodies import RoleGiven
from events.governance.decision import DecisionActionAgreed, DecisionMade, EvidenceLinked
from events.governance.meeting import AttendanceRecorded, MeetingHeld, ResolutionPassed
from events.governance.priority import PriorityAdopted
from events.inspections.planned_visit import VisitCalledOff, VisitPlanChanged, VisitPlanned
from events.inspections.visit import FollowedUp
from events.period import PartialDate, Period
from events.reporting.figure import FigureReported
from events.reporting.report import ReportPresented, ReportPublished
from events.value import Value
from projections.record.sentences import sentence
from tests.stories import recorded

MADE = {
    "outcome": "we will",
    "decided": "Put up lamps.",
    "made_by": "The board",
    "reason": "it is dark.",
    "child_reason": "",
}


PLAN = {
    "service": "The library",
    "day": PartialDate("2026-12-03"),
    "time": "14:30",
    "meeting_place": "At Sam's",
    "form": UUID(int=4),
    "inspectors": (UUID(int=5),),
}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (recorded(VisitPlanned, **PLAN), "A visit to The library was planned for 3 December 2026."),
        (
            recorded(
                VisitPlanChanged,
                **PLAN,
                changed=("the day", "who goes"),
                joined=(),
                left=(),
            ),
            "The plan was changed (the day, who goes): a visit to The library on 3 December 2026.",
        ),
        (recorded(VisitCalledOff, why="Sam is ill."), "The planned visit was called off."),
        (
            recorded(
                DecisionMade,
                **MADE,
                made_on=PartialDate("2025-03-05"),
                effective_on=PartialDate("2025-04-01"),
            ),
            "The board decided on 5 March 2025: Put up lamps. Why: it is dark. "
            "In force from 1 April 2025.",
        ),
        (
            recorded(DecisionMade, **MADE, made_on=None, effective_on=None),
            "The board decided, on a day the source does not state: Put up lamps. Why: it is dark.",
        ),
        (
            recorded(EvidenceLinked, kind="audit", evidence=UUID(int=1), said="audit: Section 11"),
            "It rests on audit: audit: Section 11.",
        ),
        (
            recorded(
                DecisionActionAgreed,
                action="a",
                text="ask children.",
                owner="Police",
                due=PartialDate("2026-12-01"),
            ),
            "Police agreed to ask children by 1 December 2026.",
        ),
        (
            recorded(AuditActionAgreed, action="a", text="ask", owner="Health", due=None),
            "Health agreed to ask, with no day set.",
        ),
        (
            recorded(AttendanceRecorded, role="Lead Safeguarding Partners", present=2, of=3),
            "Present: 2 of 3 Lead Safeguarding Partners.",
        ),
        (
            recorded(MeetingHeld, body="The board", title="", held_on=None, place=""),
            "The board met, on a day the source does not state.",
        ),
        (
            recorded(ResolutionPassed, number=3, text="Train them.", asks="x"),
            "Resolved (3): Train them.",
        ),
        (
            recorded(
                FigureReported,
                name="Members",
                value=Value(40, "at least"),
                unit="people",
                period=Period(PartialDate("2019-09"), PartialDate("2020-03")),
                as_at=None,
                definition="",
                derived_from=(),
            ),
            "Figure stated: Members, 40+ people (September 2019 to March 2020).",
        ),
        (
            recorded(
                ReportPresented, to="the board", presented_on=PartialDate("2025-06"), planned=True
            ),
            "The report is to be presented to the board on June 2025.",
        ),
        (
            recorded(ReportPublished, where="the website", published_on=PartialDate("2021-09-30")),
            "The report was published (the website) on 30 September 2021.",
        ),
        (
            recorded(
                PriorityAdopted,
                priority="one",
                label="",
                stated_period="2021-2024",
                period=None,
                note="",
            ),
            "A priority was adopted for 2021-2024: not named in the source.",
        ),
        (
            recorded(FollowedUp, seen="a new poster", changed=True),
            "The inspectors went back. Something had changed: a new poster.",
        ),
    ],
)
def test_a_fact_reads_as_a_sentence(fact: Fact, words: str) -> None:
    assert sentence(fact) == words


@pytest.mark.parametrize(
    "fact",
    [
        recorded(
            FeedbackSubmitted,
            channel="web",
            feeling="sad",
            about="home",
            words="CANARY",
            age_band="",
            wants_answer=False,
            receipt="CANARY",
            demo=False,
        ),
        recorded(ConcernEscalated, to="front door", escalated_at="10:00", reference="CANARY"),
        recorded(StatementQuoted, words="CANARY", who="children", theme="x", verbatim=True),
        recorded(RoleGiven, role="chair", holder="CANARY", body=""),
    ],
    ids=lambda fact: fact.TOPIC,
)
def test_no_sentence_gives_away_what_is_personal(fact: Fact) -> None:
    assert "CANARY" not in sentence(fact)
