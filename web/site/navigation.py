"""The navigation of staff pages: what the user may open, and how much waits there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flask import g, request, url_for

from projections.feedback.triage_queue import TriageQueue
from projections.privacy.erasures import Erasures
from web.site.permissions import Permission, is_offered
from web.site.tenancy import here

# Grouped in the order of a coordinator's day.
_ROOMS: dict[str, tuple[tuple[str, str, Permission], ...]] = {
    "What children say": (
        ("Triage", "work.queue", "read feedback"),
        ("Write down", "written.page", "write down"),
        ("Posters", "posters.page", "read governance"),
        ("Engagement", "engagement.book", "read feedback"),
        ("Inspections", "inspections.overview", "read visits"),
        ("My visits", "visits.mine", "go on visits"),
        ("Our report", "editing.mine", "edit the children's version"),
    ),
    "What we decide and do": (
        ("Decisions", "decisions.register", "read decisions"),
        ("Meetings", "meetings.book", "read governance"),
        ("Actions", "actions.tracker", "read governance"),
        ("Deadlines", "deadlines.board", "read deadlines"),
        ("Risks", "risks.log", "read governance"),
    ),
    "How well we do": (
        ("Audits", "audits.programme", "read audits"),
        ("My returns", "returns.mine", "fill in returns"),
        ("Scrutiny", "scrutiny.plans", "read audits"),
        ("Reviews", "cases.register", "read cases"),
        ("Training", "training.dashboard", "read governance"),
        ("Figures", "figures.book", "read governance"),
        ("Reports", "report_work.index", "read governance"),
        ("Newsletters", "newsletters.desk", "read governance"),
    ),
    "The partnership": (
        ("Opening", "opening.page", "read governance"),
        ("Partnership", "arrangements.page", "read governance"),
        ("Partners", "partners.page", "read governance"),
        ("Languages", "languages.page", "read governance"),
        ("People", "people.list_all", "read people"),
        ("Import", "importing.index", "keep governance"),
    ),
    "The record": (
        ("Forgetting", "forgetting.page", "forget words"),
        ("Complaints", "complaints.listed", "forget words"),
        ("Replay", "replay.page", "replay the record"),
        ("Proof", "proof.page", "check the record"),
    ),
}

_PART_OF = {
    "tools": "audits",
    "moderation": "audits",
    "agree_own": "audits",
    "learning": "cases",
    "copies": "deadlines",
    "promise": "deadlines",
    "duty": "deadlines",
    "data_protection": "opening",
    "coverage": "report_work",
    "building": "report_work",
    "entry_days": "report_work",
    "minutes_files": "meetings",
    "preview": "report_work",
    "own_sections": "report_work",
    "publication_look": "arrangements",
    "report_pictures": "report_work",
    "word_import": "report_work",
    "heard": "engagement",
    "statements": "engagement",
    "to_forget": "forgetting",
    "agreed_to_forget": "scrutiny",
    "quotes": "engagement",
    "translating": "report_work",
    "kept_visits": "visits",
}


@dataclass(frozen=True)
class RailItem:
    label: str
    href: str
    count: int
    current: bool


def rail() -> dict[str, list[RailItem]]:
    """The links that the user may open, by group."""
    found = {
        title: [_item(*room) for room in rooms if is_offered(room[2])]
        for title, rooms in _ROOMS.items()
    }
    return {title: items for title, items in found.items() if items}


def _item(label: str, endpoint: str, _: Permission) -> RailItem:
    blueprint = _PART_OF.get(request.blueprint or "", request.blueprint)
    current = blueprint == endpoint.split(".")[0]
    return RailItem(label, _address(endpoint), _waiting(endpoint), current)


def _address(endpoint: str) -> str:
    """The same for all who ask in this partnership, but on pages of the past."""
    if "past" in g:
        return url_for(endpoint)
    return _kept_address(request.script_root, here.slug, endpoint)


@lru_cache(maxsize=10_000)
def _kept_address(_root: str, _slug: str, endpoint: str) -> str:
    """Some twenty stand on each page, and each takes as long to make as a query."""
    return url_for(endpoint)


def _waiting(endpoint: str) -> int:
    if endpoint == "work.queue":
        with here.read(TriageQueue) as queue:
            return queue.count("waiting")
    if endpoint == "scrutiny.plans" and is_offered("scrutinise"):
        with here.read(Erasures) as agreed:
            return agreed.entries.count(standing="agreed")
    if endpoint == "forgetting.page":
        with here.read(Erasures) as view:
            return view.entries.count(standing="asked")
    return 0
