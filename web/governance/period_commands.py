"""Declaring the periods that reports are made for."""

from __future__ import annotations

from events.period import PartialDate
from projections.governance.arrangements import Arrangements
from services.governance.partnership import PartnershipService
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT, period_of
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

_DAY = f"{DAY_HINT} Leave it empty where no day is known."


class ReportPeriodForm(Form):
    label = Line(
        longest=120,
        needed="Say what it is called, such as Annual Report 2020-21.",
        label="What it is called",
    )
    start = Day(label="From", hint=_DAY)
    end = Day(label="To", hint="Both days count.")
    note = Words(label="Anything to note")


def _declared_already(label: str, start: PartialDate | None, end: PartialDate | None) -> str:
    """Words where a period of the same days or the same name is declared, but not the very same."""
    period = period_of(start, end)
    with here.read(Arrangements) as view:
        frame = view.frame()
    for each in frame.periods_now if frame else ():
        same_name = each.label.casefold() == label.casefold()
        if (each.label, each.period) == (label, period):
            return ""
        if same_name or (period and each.period == period):
            return f"There is one like it already: {each.label}, {each.period or 'without days'}."
    return ""


DECLARE_PERIOD = Command(
    ReportPeriodForm,
    PartnershipService.declare_period,
    title="Declare a reporting period",
    done="The reporting period is declared.",
    help="A period may touch or overlap another, and need not be a year.",
    button="Declare it",
    also={"period": period_of},
    doubt=_declared_already,
)
