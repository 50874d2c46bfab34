"""The lines of the record to follow: of a kind, a decision, an audit, a priority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from projections.assurance.audits import Audits
from projections.governance.decisions import Decisions
from projections.reporting.annual_report import AnnualReport
from web.site.tenancy import here

KINDS = (
    ("feedback", "What young people said"),
    ("decision", "Decisions"),
    ("audit", "Audits"),
    ("inspection", "Inspections"),
    ("meeting", "Meetings"),
    ("report", "Reports"),
    ("review", "Case reviews"),
    ("training", "Training"),
    ("figure", "Figures"),
    ("partnership", "The partnership"),
    ("access", "Access"),
)

MOST_OFFERED = 200


@dataclass(frozen=True)
class Filter:
    """``subjects`` and ``keys`` are none if lines about all things are shown."""

    about: str = ""
    kind: str = ""
    subjects: frozenset[UUID] | None = None
    keys: frozenset[str] | None = None


@dataclass(frozen=True)
class Offer:
    """A thing to follow: its value in a form, and its words."""

    value: str
    label: str


def filter_of(given: Mapping[str, str]) -> Filter:
    """The filter that the address asks for. Ignores what no page offers."""
    kind = given.get("kind", "")
    kind = kind if kind in dict(KINDS) else ""
    about = given.get("about", "")
    what, _, which = about.partition(":")
    if what == "priority" and which:
        return Filter(about, kind, *_of_priority(which))
    try:
        subject = UUID(which) if what in {"decision", "audit", "review"} else None
    except ValueError:
        subject = None
    return Filter(about, kind, frozenset({subject})) if subject else Filter("", kind)


def offered() -> dict[str, list[Offer]]:
    """The things to follow, by kind, as they are known at the moment of the page."""
    with here.read(Decisions) as register:
        newest = register.all(slice(0, MOST_OFFERED))
    decisions = [Offer(f"decision:{each.id}", each.title) for each in newest]
    with here.read(Audits) as programme:
        audits = [Offer(f"audit:{each.id}", each.title) for each in programme.all()]
    with here.read(AnnualReport) as report:
        groups = report.entries.where(section="priorities", order="order")
        reviews = report.entries.where(section="reviews", order="order")
    priorities = {each.tag: each.heading or f"not named ({each.tag})" for each in groups}
    heads = {each.subject: f"{each.heading}: {each.value or each.words}" for each in reviews}
    return {
        "Decisions": decisions,
        "Priorities": [Offer(f"priority:{tag}", label) for tag, label in priorities.items()],
        "Audits": audits,
        "Case reviews": [Offer(f"review:{id}", label[:90]) for id, label in heads.items()],
    }


def _of_priority(tag: str) -> tuple[frozenset[UUID], frozenset[str]]:
    """The decisions that belong to a priority, and the lines that adopted it."""
    with here.read(Decisions) as register:
        decisions = frozenset(each.id for each in register.decisions.where(priority=tag))
    with here.read(AnnualReport) as report:
        adopted = report.entries.where(section="priorities", tag=tag)
    return decisions, frozenset(each.key for each in adopted)
