"""What can be ended of a partnership's frame: a priority, an aim, a period declared by mistake."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.refusals import Missing
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.fields import Form, Line, Words
from web.governance.group_commands import frame_here
from web.site.tenancy import here


class EndPriorityForm(Form):
    priority = Line(longest=200, needed="Choose the priority that ends.")
    why = Words(needed="Say why it ends, such as: reached, or replaced by another.")


class CloseAimForm(Form):
    label = Line(longest=12, needed="Choose the aim.")
    why = Words(needed="Say what was reached, or why it is given up.")


class WithdrawPeriodForm(Form):
    period = Line(longest=12, needed="Choose the period.")
    why = Words(needed="Say why it is withdrawn.")


def _end_priority(id: UUID, provenance: Provenance, given: Given) -> object:
    label = dict(_priorities()).get(given["priority"], "")
    return here.partnership.end_priority(id, provenance, label=label, **given)


def _close_aim(id: UUID, provenance: Provenance, given: Given) -> object:
    label = dict(_aims()).get(given["label"])
    if label is None:
        raise Missing("Choose the aim.", field="label")
    return here.partnership.close_development_area(id, provenance, label=label, why=given["why"])


def _withdraw_period(id: UUID, provenance: Provenance, given: Given) -> object:
    found = {str(at): each for at, each in enumerate(frame_here().periods_now)}
    period = found.get(given["period"])
    if period is None:
        raise Missing("Choose the period.", field="period")
    return here.partnership.withdraw_period(
        id, provenance, label=period.label, period=period.period, why=given["why"]
    )


def _priorities() -> Options:
    named = frame_here().priorities_now
    return [(each.priority, each.label or f"not named ({each.priority})") for each in named]


def _aims() -> Options:
    return [(str(at), each.name) for at, each in enumerate(frame_here().aims_now)]


def _periods() -> Options:
    declared = enumerate(frame_here().periods_now)
    return [(str(at), f"{p.label}: {p.period or 'period not stated'}") for at, p in declared]


_WHY = Ask("why", "Why", "textarea")
DEEDS = {
    "end-priority": Deed(
        EndPriorityForm(),
        _end_priority,
        "The priority has ended; it stays on record.",
        "End a priority",
        (Ask("priority", "Priority", "select", options=_priorities), _WHY),
        "What was decided for it stays, and the yearly report says that it ended, and why.",
        "End the priority",
    ),
    "close-aim": Deed(
        CloseAimForm(),
        _close_aim,
        "The aim is closed; it stays on record.",
        "Close an aim",
        (Ask("label", "Aim", "select", options=_aims), _WHY),
        "The yearly report says what was reached, or why it was given up.",
        "Close the aim",
    ),
    "withdraw-period": Deed(
        WithdrawPeriodForm(),
        _withdraw_period,
        "The period is withdrawn.",
        "Withdraw a reporting period",
        (Ask("period", "Period", "select", options=_periods), _WHY),
        "For a period declared by mistake. Reports drafted for it stay as they are.",
        "Withdraw it",
    ),
}
