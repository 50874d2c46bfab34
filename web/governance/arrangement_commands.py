"""What a partnership sets out to do: periods, priorities, outcomes, work, aims."""

from __future__ import annotations

from typing import get_args

from events.governance.initiative import InitiativeKind, Status
from services.governance.partnership import PartnershipService
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.governance.period_commands import DECLARE_PERIOD
from web.site.names import slug_of

SECTIONS = {
    "audits": "Audits and scrutiny",
    "children": "What children said",
    "decisions": "Decisions",
    "figures": "Figures",
    "inspections": "Visits by youth inspectors",
    "meetings": "Meetings",
    "money": "What it cost, and who paid",
    "reviews": "Case reviews",
    "training": "Training",
    "work": "Work that was done",
}


class PriorityForm(Form):
    label = Line(longest=120, needed="Give the priority its name.", label="Priority")
    stated_period = Line(longest=80, label="For which years, as agreed")
    note = Words(label="Anything to note")
    adopted_on = When(label="From when", ahead=True)


class OutcomeForm(Form):
    label = Line(
        longest=200, needed="Write the outcome as it was agreed.", label="Outcome, word for word"
    )
    adopted_on = When(label="From when", ahead=True)


class WorkForm(Form):
    kind = Choice(
        get_args(InitiativeKind),
        needed="Choose what kind of work it is.",
        label="Kind",
        kind="select",
    )
    name = Line(longest=200, needed="Give it a name.", label="Name")
    status = Choice(
        get_args(Status), needed="Say where it stands.", label="Where it stands", kind="select"
    )
    detail = Words(label="In a few words")
    on = When(label="When", ahead=True)


class AimForm(Form):
    label = Words(longest=500, needed="Say what must get better.", label="What must get better")
    begun_on = When(label="From when", ahead=True)


class ArrangementDutyForm(Form):
    duty = Words(
        longest=500,
        needed="Say what a report must also hold.",
        label="What a report must also hold",
    )
    section = Line(
        longest=40,
        label="Which part of the report answers it",
        options=lambda: sorted(SECTIONS.items()),
        blank="None: somebody writes it",
    )


def _answered_by(section: str) -> tuple[str, ...]:
    return (section,) if section else ()


def _short_name(label: str) -> str:
    return slug_of(label)


COMMANDS = {
    "period": DECLARE_PERIOD,
    "priority": Command(
        PriorityForm,
        PartnershipService.adopt_priority,
        title="Adopt a priority",
        done="The priority is adopted.",
        help="The yearly report shows what was decided, done and changed for each priority.",
        button="Adopt it",
        also={"priority": _short_name},
    ),
    "outcome": Command(
        OutcomeForm,
        PartnershipService.adopt_outcome,
        title="Adopt an outcome",
        done="The outcome is adopted.",
        button="Adopt it",
    ),
    "work": Command(
        WorkForm,
        PartnershipService.record_initiative,
        title="Record a piece of work",
        done="The work is recorded.",
        help="A strategy, a tool, an event, a campaign. When it moves on, record it again.",
    ),
    "duty": Command(
        ArrangementDutyForm,
        PartnershipService.add_report_duty,
        title="Ask more of your reports than the law does",
        done="The duty is recorded.",
        help="Each report is then held against this too.",
        also={"answered_by": _answered_by},
    ),
    "aim": Command(
        AimForm,
        PartnershipService.open_development_area,
        title="Record an aim",
        done="The aim is recorded.",
    ),
}
