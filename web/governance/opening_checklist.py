"""What must be in place before young people may tell us something, each with where to set it.

The list of design/safety.md, section 2. Each point is read from the record, never ticked by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from projections.deadlines.duty import DutyRota
from projections.deadlines.service_standards import ServiceStandards
from projections.feedback.languages import Languages
from projections.governance.partnership_card import PartnershipCard
from projections.privacy.data_protection import DataProtection
from projections.privacy.retention import Retention
from web.site.language_names import language_of
from web.site.tenancy import here


@dataclass(frozen=True)
class Point:
    """``how`` says how it stands, ``href`` is the page that sets it."""

    what: str
    is_there: bool
    how: str
    href: str


def checklist() -> list[Point]:
    return [*_people(), *_promises(), *_around()]


def _people() -> Iterator[Point]:
    """Who reads, and who is told."""
    at = url_for("duty.page")
    with here.read(DutyRota) as rota:
        week, contacts = rota.week(), rota.now()
    yield Point(
        "Somebody is on duty for urgent messages",
        bool(week),
        ", ".join(week) or "Nobody is named yet",
        at,
    )
    yield Point(
        "Somebody is told outside office hours",
        contacts.has_out_of_hours,
        contacts.out_of_hours or "Nobody is named yet",
        at,
    )
    door = contacts.front_door
    yield Point(
        "Staff see the front door's number",
        bool(door),
        f"{door}, {contacts.front_door_phone}" if door else "No number yet",
        at,
    )


def _promises() -> Iterator[Point]:
    at = url_for("promise.page")
    with here.read(ServiceStandards) as standards:
        promised = standards.now()
    yield Point(
        "Office hours are set",
        bool(promised.days),
        promised.hours_in_words or "Not set yet",
        at,
    )
    days = promised.read_days
    yield Point(
        "It is promised when messages are read",
        days is not None,
        "Not promised yet" if days is None else _within(days),
        at,
    )


def _within(days: int) -> str:
    return "Within 1 working day" if days == 1 else f"Within {days} working days"


def _around() -> Iterator[Point]:
    with here.read(PartnershipCard) as view:
        card = view.card()
    lines = [line.name for line in card.help_lines] if card else []
    yield Point("Help lines are shown", bool(lines), ", ".join(lines), url_for("arrangements.page"))
    with here.read(Retention) as kept:
        rules = kept.periods()
    yield Point(
        "It is set how long words are kept",
        bool(rules),
        f"{len(rules)} periods are set" if rules else "Nothing is set yet",
        url_for("forgetting.page"),
    )
    with here.read(DataProtection) as protection:
        responsible = protection.now()
    yield Point(
        "The data protection officer is named",
        responsible is not None,
        responsible.officer if responsible else "Nobody is named yet",
        url_for("data_protection.page"),
    )
    with here.read(Languages) as languages:
        offered = [language_of(each.language).english for each in languages.now()]
    yield Point(
        "A speaker has read each language that is offered",
        True,
        ", ".join(["English", *offered]),
        url_for("languages.page"),
    )
