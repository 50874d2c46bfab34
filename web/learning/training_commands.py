"""What training offers and costs, and what others state of it."""

from __future__ import annotations

from events.learning.training_totals import ImpactLevel
from services.learning.course import CourseService
from services.learning.training_totals import TrainingService
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, period_of
from web.forms.text_fields import Line, Words
from web.learning.course_forms import LEVELS, SECTORS, OfferCourseForm

_SEEN, _NOT_YET = "seen", "not yet"
_HOW = {_SEEN: "Seen", _NOT_YET: "Not yet", "": "Not said"}


class FeeForm(Form):
    sector = Choice(SECTORS, needed="Choose the sector.", label="Whose fee", kind="select")
    fee = Line(
        longest=200,
        needed="Say what they pay, or that it is free.",
        label="What they pay",
        hint="Such as £40 a place, or free.",
    )
    only_for = Line(
        longest=200, label="Only for", hint="Leave it empty where it is for all courses."
    )
    made_by = Line(longest=200, label="Decided by")
    starts_on = Day(needed="Say from which day.", label="From", hint=DAY_HINT)


class PolicyForm(Form):
    policy = Words(needed="Say who pays what.", label="Who pays what")
    made_by = Line(longest=200, label="Decided by")
    made_on = Day(past=True, label="Decided on", hint=DAY_HINT)
    starts_on = Day(needed="Say from which day.", label="From", hint=DAY_HINT)


class TotalsForm(Form):
    name = Line(longest=200, needed="Say what the totals are of.", label="What they are of")
    courses = Stated(longest=40, label="Courses or events", hint=VALUE_HINT)
    places = Stated(longest=40, label="Places taken", hint=VALUE_HINT)
    no_shows = Stated(longest=40, label="Did not show", hint=VALUE_HINT)
    start = Day(label="For a period from", hint=DAY_HINT)
    end = Day(label="To", hint=DAY_HINT)
    definition = Words(label="What is counted, and what is left open")


class EndForm(Form):
    provider = Line(longest=200, needed="Say who ends.", label="Provider")
    ends_on = Day(needed="Say on which day it ends.", label="Ends on", hint=DAY_HINT)
    notice = Words(label="What people need to do")


class ImpactForm(Form):
    reaction = Choice(_HOW, label="What people thought of it")
    learning = Choice(_HOW, label="What people know now")
    behaviour = Choice(_HOW, label="What people do differently")
    result = Choice(_HOW, label="What changed for children")
    statement = Words(needed="Say what the source says of it.", label="What the source says")
    start = Day(label="For a period from", hint=DAY_HINT)
    end = Day(label="To", hint=DAY_HINT)


def _seen(reaction: str, learning: str, behaviour: str, result: str) -> tuple[ImpactLevel, ...]:
    return _levels(_SEEN, reaction, learning, behaviour, result)


def _not_yet(reaction: str, learning: str, behaviour: str, result: str) -> tuple[ImpactLevel, ...]:
    return _levels(_NOT_YET, reaction, learning, behaviour, result)


def _levels(wanted: str, *said: str) -> tuple[ImpactLevel, ...]:
    return tuple(each for each, how in zip(LEVELS, said, strict=True) if how == wanted)


NEW = {
    "course": Command(
        OfferCourseForm,
        CourseService.offer,
        title="Offer a course",
        done="The course is offered. Plan its sessions next.",
        button="Offer it",
    ),
    "fee": Command(
        FeeForm,
        TrainingService.set_fee,
        title="Set a fee",
        done="The fee is recorded.",
        help=(
            "What one sector pays from a day on. The fee before it stays on record, and the page "
            "shows the fee of any day."
        ),
        button="Set it",
    ),
    "policy": Command(
        PolicyForm,
        TrainingService.change_charging,
        title="Record how charging changed",
        done="The change is recorded.",
        help="For a decision that is stated in words, and who is exempt from it.",
    ),
    "totals": Command(
        TotalsForm,
        TrainingService.report_totals,
        title="Record totals as stated",
        done="The totals are recorded, as stated.",
        help=(
            "For totals that a document or a partner gives you. They stand beside what is counted"
            " from attendance here, and are never added to it."
        ),
        also={"period": period_of},
    ),
    "impact": Command(
        ImpactForm,
        TrainingService.state_impact,
        title="Record the impact as stated",
        done="It is recorded, as stated.",
        help=(
            "For what a document or a partner says of all training. What is known of one course "
            "is recorded with that course."
        ),
        also={"seen": _seen, "not_yet": _not_yet, "period": period_of},
    ),
    "provider": Command(
        EndForm,
        TrainingService.end_provider,
        title="Record that a provider ends",
        done="It is recorded.",
    ),
}
