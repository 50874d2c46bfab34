"""The commands about a thing to forget, and about how long words are kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, cast, get_args
from uuid import UUID

from marshmallow import ValidationError

from events.fact import Provenance
from events.privacy.retention import RetainedOutcome
from projections.privacy.errata import Errata
from projections.privacy.retention import Retention
from services.privacy.erasure import ErasureService
from services.privacy.erasure_agreement import COOLING
from services.privacy.erasure_state import Forgetting
from services.privacy.retention import LONGEST_MONTHS, RetentionService
from services.refusals import Missing, NotFound
from services.reporting.newsletter_state import WithdrawnAlready
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form, FormField
from web.forms.outside_form import OutsideForm, outsider
from web.forms.text_fields import Line, Words
from web.site.formatting import initial
from web.site.person_records import also_about
from web.site.second_person import SecondPerson, people_who
from web.site.tenancy import here

FOUND = ("They are not in it", "They were in it, and it is corrected")
DAYS = COOLING.days
_WHY = "Words in it were forgotten, as the young person has a right to."


class Months(FormField[int | None]):
    """A whole number of months. None if nothing is typed."""

    def __init__(self, outcome: str) -> None:
        super().__init__(
            load_default=None,
            label=initial(outcome),
            hint="Months",
            short=True,
            attributes={"inputmode": "numeric"},
        )

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


class ErasureActionForm(Form):
    """A form that asks nothing."""


class WhyForm(Form):
    why = Words(needed="Say why.", label="Why it is kept")


class LiftErasureHoldForm(Form):
    why = Words(needed="Say why the hold ends.", label="Why the hold ends")


class StopErasureForm(Form):
    reason = Words(needed="Say why it must be kept.", label="Why it must be kept")


class ReportForm(Form):
    report = Line(longest=36, needed="Say which report.", kind="hidden")
    found = Choice(
        {each: each for each in FOUND},
        needed="Say whether the words are in it.",
        label="What you found",
    )
    what = Words(
        label="If they were in it: what is corrected", hint="Do not repeat the words here."
    )


class ExtendForm(Form):
    until = Day(needed="Say until which day it must be kept.", label="Until which day", kind="date")
    why = Words(
        needed="Say why it must be kept for longer.", label="Why it must be kept for longer"
    )


PERIODS: dict[str, RetainedOutcome] = {
    each.replace(" ", "_"): each for each in get_args(RetainedOutcome)
}
PeriodsForm = cast(
    type[Form],
    Form.from_dict({name: Months(each) for name, each in PERIODS.items()}, name="PeriodsForm"),
)


def _set_periods(id: UUID, provenance: Provenance, **months: int | None) -> None:
    """Sets each period that was typed and differs from the one that is set."""
    with here.read(Retention) as view:
        known = {name: rule.months for name, rule in view.periods().items()}
    for name, outcome in PERIODS.items():
        typed = months.get(name)
        if typed is not None and typed != known.get(outcome):
            by = replace(provenance, key=f"{provenance.key}-{name}")
            here.retention.set(here.retention.id, by, outcome=outcome, months=typed)


SET_PERIODS = Command(
    PeriodsForm,
    _set_periods,
    title="How long words are kept",
    done="The periods are set.",
    help=(
        "Months after the first answer; without an answer, after the words came. A second answer "
        "does not start the months again. 0 means: until somebody asks."
    ),
    button="Set the periods",
)


def _also(id: UUID) -> tuple[UUID, ...]:
    return also_about(id)


def _extended(id: UUID) -> UUID:
    """The message. Raises ``NotFound`` if there is none with this id."""
    here.feedback.recall(id)
    return id


def _check(id: UUID, provenance: Provenance, *, report: str, found: str, what: str) -> object:
    """Records a correction if something was found, and that somebody looked."""
    with here.read(Errata) as view:
        waiting = {str(task.report): task for task in view.tasks() if task.subject == id}
    if report not in waiting:
        raise NotFound
    task, is_found = waiting[report], found == FOUND[1]
    if is_found and not what:
        raise Missing("Say what was corrected.", field="what")
    if is_found and task.name:
        here.report.correct(task.report, provenance, what=what, why=_WHY)
    elif is_found:
        with suppress(WithdrawnAlready):
            here.newsletter.withdraw(task.report, provenance, why=f"{_WHY} {what}")
    return here.erasure.check_report(id, provenance, report=task.report, found=is_found)


COMMANDS = {
    "confirm": Command(
        ErasureActionForm,
        ErasureService.confirm,
        title="",
        done="Forgotten. The keys are destroyed; nobody can undo it.",
        help="The key that opens it is destroyed, here and in every copy. It cannot be undone.",
        button="Forget it for ever",
        kind="danger",
        also={"also": _also},
    ),
    "confirm-outside": Command(
        OutsideForm,
        ErasureService.confirm_outside,
        title="Somebody outside agrees",
        done="Forgotten. The keys are destroyed; nobody can undo it.",
        help="The key that opens it is destroyed, here and in every copy. It cannot be undone.",
        button="Forget it for ever",
        kind="danger",
        also={"also": _also, "outsider": outsider, "may": people_who("forget words")},
    ),
    "stop": Command(
        StopErasureForm,
        ErasureService.hold,
        title="Stop it: place a hold",
        done="It is held, so it is not forgotten.",
        help="Somebody else must lift the hold before it can be forgotten.",
        button="Stop it",
    ),
    "lift": Command(
        LiftErasureHoldForm,
        ErasureService.lift,
        title="Lift the hold",
        done="The hold is lifted.",
        button="Lift it",
    ),
    "decline": Command(
        WhyForm,
        ErasureService.decline,
        title="Or keep it",
        done="Declined. It is kept.",
        button="Decline",
    ),
    "check-report": Command(
        ReportForm, _check, title="Look through it", done="It is recorded that you looked."
    ),
    "extend": Command(
        ExtendForm,
        RetentionService.extend,
        title="Keep it for longer",
        done="It is kept for longer.",
        button="Keep it for longer",
        stream=_extended,
    ),
}


AGREE = replace(
    COMMANDS["confirm"],
    done=f"Agreed. It is forgotten in {DAYS} days, unless it is held.",
    help=(
        f"In {DAYS} days the key that opens it is destroyed, here and in every copy, unless "
        "somebody places a hold before. Scrutineers are told."
    ),
    button="Agree to forget it",
)


def confirming(known: Forgetting) -> Command:
    """To confirm it, which is to agree to it where a concern was escalated."""
    return AGREE if known.is_escalated else COMMANDS["confirm"]


def deciding(second: SecondPerson, is_held: bool) -> list[str]:
    """The commands on offer to a user where somebody asked for it."""
    if is_held:
        return ["decline"]
    confirming = ["confirm"] if second.mine else ["confirm-outside"] if second.outside else []
    return [*confirming, "decline"]
