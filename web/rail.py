"""The staff side's left rail: what this person may open, and how much waits there."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request, url_for

from projections.forgetting_list import ForgettingList
from projections.triage_queue import TriageQueue
from web.here import here
from web.who import Permission, who

_PLACES: tuple[tuple[str, str, Permission], ...] = (
    ("Triage", "work.queue", "read feedback"),
    ("Decisions", "decisions.register", "read decisions"),
    ("Audits", "audits.programme", "read audits"),
    ("Scrutiny", "scrutiny.plans", "read audits"),
    ("Reviews", "cases.register", "read cases"),
    ("Deadlines", "deadlines.board", "read deadlines"),
    ("Inspections", "inspections.overview", "read visits"),
    ("Meetings", "meetings.book", "read governance"),
    ("Actions", "actions.tracker", "read governance"),
    ("Risks", "risks.log", "read governance"),
    ("Figures", "figures.book", "read governance"),
    ("Reports", "report_work.index", "read governance"),
    ("Partnership", "arrangements.page", "read governance"),
    ("People", "people.list_all", "read people"),
    ("Forgetting", "forgetting.page", "forget words"),
    ("Replay", "replay.page", "replay the record"),
    ("Proof", "proof.page", "check the record"),
    ("My returns", "returns.mine", "fill in returns"),
    ("My visits", "visits.mine", "go on visits"),
)

_PART_OF = {"tools": "audits", "moderation": "audits"}


@dataclass(frozen=True)
class RailItem:
    label: str
    href: str
    count: int
    current: bool


def rail() -> list[RailItem]:
    """The rail for whoever is signed in."""
    blueprint = _PART_OF.get(request.blueprint or "", request.blueprint)
    return [
        RailItem(label, url_for(endpoint), _waiting(endpoint), blueprint == endpoint.split(".")[0])
        for label, endpoint, permission in _PLACES
        if who.may(permission)
    ]


def _waiting(endpoint: str) -> int:
    if endpoint == "work.queue":
        with here.read(TriageQueue) as queue:
            return queue.count("waiting")
    if endpoint == "forgetting.page":
        with here.read(ForgettingList) as view:
            return view.entries.count(standing="asked")
    return 0
