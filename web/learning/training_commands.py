"""What training offers and costs, and what others state of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from events.fact import Provenance
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, offered
from web.forms.fields import Choice, Day, Form, Line, Words
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, period_of, value_of
from web.learning.course_commands import KINDS, LEVELS, SECTORS, OfferForm
from web.site.tenancy import here

_TOTALS = ("courses", "places", "no_shows")
_SEEN = ("seen", "not yet")


class FeeForm(Form):
    sector = Choice(SECTORS, needed="Choose the sector.")
    fee = Line(longest=200, needed="Say what they pay, or that it is free.")
    only_for = Line(longest=200)
    made_by = Line(longest=200)
    starts_on = Day(needed="Say from which day.")


class PolicyForm(Form):
    policy = Words(needed="Say who pays what.")
    made_by = Line(longest=200)
    made_on = Day(past=True)
    starts_on = Day(needed="Say from which day.")


class TotalsForm(Form):
    name = Line(longest=200, needed="Say what the totals are of.")
    courses = Stated(longest=40)
    places = Stated(longest=40)
    no_shows = Stated(longest=40)
    start = Day()
    end = Day()
    definition = Words()


class EndForm(Form):
    provider = Line(longest=200, needed="Say who ends.")
    ends_on = Day(needed="Say on which day it ends.")
    notice = Words()


class ImpactForm(Form):
    reaction = Choice(_SEEN)
    learning = Choice(_SEEN)
    behaviour = Choice(_SEEN)
    result = Choice(_SEEN)
    statement = Words(needed="Say what the source says of it.")
    start = Day()
    end = Day()


def _offer(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.offer(id, provenance, **given)


def _fee(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.training.set_fee(id, provenance, **given)


def _policy(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.training.change_charging(id, provenance, **given)


def _totals(id: UUID, provenance: Provenance, given: Given) -> object:
    period = period_of(given.pop("start"), given.pop("end"))
    values: dict[str, Any] = {name: value_of(given.pop(name)) for name in _TOTALS}
    return here.training.report_totals(id, provenance, period=period, **values, **given)


def _end(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.training.end_provider(id, provenance, **given)


def _impact(id: UUID, provenance: Provenance, given: Given) -> object:
    period = period_of(given.pop("start"), given.pop("end"))
    said = {level: given.pop(level) for level in LEVELS}
    seen, not_yet = (tuple(each for each in LEVELS if said[each] == how) for how in _SEEN)
    return here.training.state_impact(
        id, provenance, seen=seen, not_yet=not_yet, period=period, **given
    )


def _level(name: str, label: str) -> Ask:
    return Ask(name, label, "radios", options=lambda: [*offered(_SEEN)(), ("", "Not said")])


_FROM = Ask("starts_on", "From", hint=DAY_HINT)
NEW = {
    "course": Deed(
        OfferForm(),
        _offer,
        "The course is offered. Plan its sessions next.",
        "Offer a course",
        (
            Ask("title", "Course"),
            Ask("kind", "Kind", "radios", options=offered(KINDS)),
            Ask("provider", "Who gives it", hint="An agency or a company, not a person's name."),
            Ask("audience", "Who it is for"),
        ),
        button="Offer it",
    ),
    "fee": Deed(
        FeeForm(),
        _fee,
        "The fee is recorded.",
        "Set a fee",
        (
            Ask("sector", "Whose fee", "select", options=offered(SECTORS)),
            Ask("fee", "What they pay", hint="Such as £40 a place, or free."),
            Ask("only_for", "Only for", hint="Leave it empty where it is for all courses."),
            Ask("made_by", "Decided by"),
            _FROM,
        ),
        "What one sector pays from a day on. The fee before it stays on record, and the page shows "
        "the fee of any day.",
        "Set it",
    ),
    "policy": Deed(
        PolicyForm(),
        _policy,
        "The change is recorded.",
        "Record how charging changed",
        (
            Ask("policy", "Who pays what", "textarea"),
            Ask("made_by", "Decided by"),
            Ask("made_on", "Decided on", hint=DAY_HINT),
            _FROM,
        ),
        "For a decision that is stated in words, with whoever is exempt.",
    ),
    "totals": Deed(
        TotalsForm(),
        _totals,
        "The totals are recorded, as stated.",
        "Record totals as stated",
        (
            Ask("name", "What they are of"),
            Ask("courses", "Courses or events", hint=VALUE_HINT),
            Ask("places", "Places taken", hint=VALUE_HINT),
            Ask("no_shows", "Did not show", hint=VALUE_HINT),
            Ask("start", "For a period from", hint=DAY_HINT),
            Ask("end", "To", hint=DAY_HINT),
            Ask("definition", "What is counted, and what is left open", "textarea"),
        ),
        "For totals that a document or a partner gives you. They stand beside what is counted from "
        "attendance here, and are never added to it.",
    ),
    "impact": Deed(
        ImpactForm(),
        _impact,
        "It is recorded, as stated.",
        "Record the impact as stated",
        (
            _level("reaction", "What people thought of it"),
            _level("learning", "What people know now"),
            _level("behaviour", "What people do differently"),
            _level("result", "What changed for children"),
            Ask("statement", "What the source says", "textarea"),
            Ask("start", "For a period from", hint=DAY_HINT),
            Ask("end", "To", hint=DAY_HINT),
        ),
        "For what a document or a partner says of all training. What is known of one course is "
        "recorded with that course.",
    ),
    "provider": Deed(
        EndForm(),
        _end,
        "It is recorded.",
        "Record that a provider ends",
        (
            Ask("provider", "Provider"),
            Ask("ends_on", "Ends on", hint=DAY_HINT),
            Ask("notice", "What people need to do", "textarea"),
        ),
    ),
}
