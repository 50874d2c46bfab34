"""What a partnership sets out to do: periods, priorities, outcomes, work, aims."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.governance.initiative import InitiativeKind, Status
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, offered
from web.forms.fields import Choice, Day, Form, Line, Words
from web.forms.figures import DAY_HINT, period_of
from web.site.names import slug_of
from web.site.tenancy import here


class PeriodForm(Form):
    label = Line(longest=120, needed="Say what it is called, such as Annual Report 2020-21.")
    start = Day()
    end = Day()
    note = Words()


class PriorityForm(Form):
    label = Line(longest=120, needed="Give the priority its name.")
    stated_period = Line(longest=80)
    note = Words()


class OutcomeForm(Form):
    label = Line(longest=200, needed="Write the outcome as it was agreed.")


class WorkForm(Form):
    kind = Choice(get_args(InitiativeKind), needed="Choose what kind of work it is.")
    name = Line(longest=200, needed="Give it a name.")
    status = Choice(get_args(Status), needed="Say where it stands.")
    detail = Words()
    on = Day()


class AimForm(Form):
    label = Words(longest=500, needed="Say what must get better.")
    start = Day()
    end = Day()


class DutyForm(Form):
    duty = Words(longest=500, needed="Say what a report must also hold.")
    section = Line(longest=40)


def _duty(id: UUID, provenance: Provenance, given: Given) -> object:
    answered_by = (given["section"],) if given["section"] else ()
    return here.partnership.add_report_duty(
        id, provenance, duty=given["duty"], answered_by=answered_by
    )


def _declare(id: UUID, provenance: Provenance, given: Given) -> object:
    period = period_of(given.pop("start"), given.pop("end"))
    return here.partnership.declare_period(id, provenance, period=period, **given)


def _adopt(id: UUID, provenance: Provenance, given: Given) -> object:
    short = slug_of(given["label"])
    return here.partnership.adopt_priority(id, provenance, priority=short, **given)


def _outcome(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.adopt_outcome(id, provenance, **given)


def _work(id: UUID, provenance: Provenance, given: Given) -> object:
    on = given.pop("on")
    return here.partnership.record_initiative(id, replace(provenance, effective_on=on), **given)


def _aim(id: UUID, provenance: Provenance, given: Given) -> object:
    period = period_of(given.pop("start"), given.pop("end"))
    return here.partnership.open_development_area(id, provenance, period=period, **given)


SECTIONS = {
    "audits": "Audits and scrutiny",
    "children": "What children said",
    "decisions": "Decisions",
    "figures": "Figures",
    "inspections": "Visits by youth inspectors",
    "meetings": "Meetings",
    "reviews": "Case reviews",
    "training": "Training",
    "work": "Work that was done",
}
_DAY = f"{DAY_HINT} Leave it empty where no day is known."
_NOTE = Ask("note", "Anything to note", "textarea")
_FROM, _TO = Ask("start", "From", hint=_DAY), Ask("end", "To", hint="Both days count.")


DEEDS = {
    "period": Deed(
        PeriodForm(),
        _declare,
        "The reporting period is declared.",
        "Declare a reporting period",
        (Ask("label", "What it is called"), _FROM, _TO, _NOTE),
        "A period may touch or overlap another, and need not be a year.",
        "Declare it",
    ),
    "priority": Deed(
        PriorityForm(),
        _adopt,
        "The priority is adopted.",
        "Adopt a priority",
        (Ask("label", "Priority"), Ask("stated_period", "For which years, as agreed"), _NOTE),
        "The yearly report shows what was decided, done and changed for each priority.",
        "Adopt it",
    ),
    "outcome": Deed(
        OutcomeForm(),
        _outcome,
        "The outcome is adopted.",
        "Adopt an outcome",
        (Ask("label", "Outcome, word for word"),),
        button="Adopt it",
    ),
    "work": Deed(
        WorkForm(),
        _work,
        "The work is recorded.",
        "Record a piece of work",
        (
            Ask("kind", "Kind", "select", options=offered(get_args(InitiativeKind))),
            Ask("name", "Name"),
            Ask("status", "Where it stands", "select", options=offered(get_args(Status))),
            Ask("detail", "In a few words", "textarea"),
            Ask("on", "Day", hint=_DAY),
        ),
        "A strategy, a tool, an event, a campaign. When it moves on, record it again.",
    ),
    "duty": Deed(
        DutyForm(),
        _duty,
        "The duty is recorded.",
        "Ask more of your reports than the law does",
        (
            Ask("duty", "What a report must also hold", "textarea"),
            Ask(
                "section",
                "Which part of the report answers it",
                "select",
                options=lambda: sorted(SECTIONS.items()),
                blank="None: somebody writes it",
            ),
        ),
        "Each report is then held against this too.",
    ),
    "aim": Deed(
        AimForm(),
        _aim,
        "The aim is recorded.",
        "Record an aim",
        (Ask("label", "What must get better", "textarea"), _FROM, _TO),
    ),
}
