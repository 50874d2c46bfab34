"""What can be done with something that is to be forgotten, and how long words are kept."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, get_args
from uuid import UUID

from marshmallow import ValidationError, fields

from events.fact import Provenance
from events.privacy.retention import RetainedOutcome
from projections.privacy.errata import Errata
from services.privacy.retention import LONGEST_MONTHS
from services.refusals import Missing, NotFound
from services.reporting.newsletter_state import WithdrawnAlready
from web.access.people import also_about
from web.forms.acting import Act, Given
from web.forms.fields import Choice, Day, Form, Line, Words
from web.site.tenancy import here

FOUND = ("They are not in it", "They were in it, and it is corrected")
_WHY = "Words in it were forgotten, as the young person has a right to."


class Months(fields.Field[int | None]):
    """A whole number of months; none where nothing is typed."""

    def __init__(self) -> None:
        super().__init__(load_default=None)

    def _deserialize(self, value: Any, attr: Any, data: Any, **given: Any) -> int | None:
        if not str(value).strip():
            return None
        try:
            months = int(str(value))
        except ValueError:
            raise ValidationError("Give a whole number of months.") from None
        if not 0 <= months <= LONGEST_MONTHS:
            raise ValidationError(f"Give 0 to {LONGEST_MONTHS} months.")
        return months


class NoForm(Form):
    pass


class WhyForm(Form):
    why = Words(needed="Say why.")


class ReportForm(Form):
    report = Line(longest=36, needed="Say which report.")
    found = Choice(FOUND, needed="Say whether the words are in it.")
    what = Words()


class ExtendForm(Form):
    until = Day(needed="Say until which day it must be kept.")
    why = Words(needed="Say why it must be kept for longer.")


PERIODS: dict[str, RetainedOutcome] = {
    each.replace(" ", "_"): each for each in get_args(RetainedOutcome)
}
PeriodsForm = Form.from_dict({name: Months() for name in PERIODS}, name="PeriodsForm")


def _confirm(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.erasure.confirm(id, provenance, also=also_about(id))


def _decline(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.erasure.decline(id, provenance, **given)


def _extend(id: UUID, provenance: Provenance, given: Given) -> object:
    here.feedback.recall(id)
    return here.retention.extend(id, provenance, **given)


def _checked(id: UUID, provenance: Provenance, given: Given) -> object:
    """Records a correction where something was found, and that somebody looked."""
    with here.read(Errata) as view:
        waiting = {str(task.report): task for task in view.tasks() if task.subject == id}
    if given["report"] not in waiting:
        raise NotFound
    task, found = waiting[given["report"]], given["found"] == FOUND[1]
    if found and not given["what"]:
        raise Missing("Say what was corrected.", field="what")
    if found and task.name:
        here.report.correct(task.report, provenance, what=given["what"], why=_WHY)
    elif found:
        with suppress(WithdrawnAlready):
            here.newsletter.withdraw(task.report, provenance, why=f"{_WHY} {given['what']}")
    return here.erasure.check_report(id, provenance, report=task.report, found=found)


ACTS = {
    "confirm": Act(NoForm(), _confirm, "Forgotten. The keys are destroyed; nobody can undo it."),
    "decline": Act(WhyForm(), _decline, "Declined. It is kept."),
    "check-report": Act(ReportForm(), _checked, "It is recorded that you looked."),
    "extend": Act(ExtendForm(), _extend, "It is kept for longer."),
}
