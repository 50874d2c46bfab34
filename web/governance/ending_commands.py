"""Ending a part of the arrangements: a priority, an aim, a period declared by mistake."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.governance.partnership import PartnershipService
from services.refusals import Missing
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.governance.group_commands import frame_here
from web.site.tenancy import here


def _priorities() -> Options:
    named = frame_here().priorities_now
    return [(each.priority, each.label or f"not named ({each.priority})") for each in named]


def _aims() -> Options:
    return [(str(at), each.name) for at, each in enumerate(frame_here().aims_now)]


def _periods() -> Options:
    declared = enumerate(frame_here().periods_now)
    return [(str(at), f"{p.label}: {p.period or 'period not stated'}") for at, p in declared]


class EndPriorityForm(Form):
    priority = Line(
        longest=200, needed="Choose the priority that ends.", label="Priority", options=_priorities
    )
    why = Words(needed="Say why it ends, such as: reached, or replaced by another.", label="Why")
    ended_on = When(label="Last day")


class CloseAimForm(Form):
    label = Line(longest=12, needed="Choose the aim.", label="Aim", options=_aims)
    why = Words(needed="Say what was reached, or why it is given up.", label="Why")
    ended_on = When(label="Last day")


class WithdrawPeriodForm(Form):
    period = Line(longest=12, needed="Choose the period.", label="Period", options=_periods)
    why = Words(needed="Say why it is withdrawn.", label="Why")


def _label(priority: str) -> str:
    return dict(_priorities()).get(priority, "")


def _aim(label: str) -> str:
    """The aim. Raises ``Missing`` if the page does not offer it."""
    found = dict(_aims()).get(label)
    if found is None:
        raise Missing("Choose the aim.", field="label")
    return found


def _withdraw_period(id: UUID, provenance: Provenance, *, period: str, why: str) -> object:
    found = {str(at): each for at, each in enumerate(frame_here().periods_now)}.get(period)
    if found is None:
        raise Missing("Choose the period.", field="period")
    return here.partnership.withdraw_period(
        id, provenance, label=found.label, period=found.period, why=why
    )


COMMANDS = {
    "end-priority": Command(
        EndPriorityForm,
        PartnershipService.end_priority,
        title="End a priority",
        done="The priority has ended; it stays on record.",
        help="What was decided for it stays, and the yearly report says that it ended, and why.",
        button="End the priority",
        also={"label": _label},
    ),
    "close-aim": Command(
        CloseAimForm,
        PartnershipService.close_development_area,
        title="Close an aim",
        done="The aim is closed; it stays on record.",
        help="The yearly report says what was reached, or why it was given up.",
        button="Close the aim",
        also={"label": _aim},
    ),
    "withdraw-period": Command(
        WithdrawPeriodForm,
        _withdraw_period,
        title="Withdraw a reporting period",
        done="The period is withdrawn.",
        help="For a period declared by mistake. Reports drafted for it stay as they are.",
        button="Withdraw it",
    ),
}
