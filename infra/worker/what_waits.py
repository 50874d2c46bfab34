"""What waits for a person, by role. No words of children, and no names of people."""

from __future__ import annotations

from datetime import date

from events.period import PartialDate
from events.uk_time import in_words
from events.working_days import ENGLAND
from infra.worker.agency_waits import for_agency
from infra.worker.waits import AHEAD_WORKING_DAYS, NOTHING, Waits, counted, listed
from projections.access.people import Person
from projections.assurance.scrutiny import ScrutinyPlans
from projections.feedback.triage_queue import TriageQueue
from projections.inspections.visits_and_forms import VisitsAndForms
from web.deadlines.deadline_lines import lines_of
from web.site.tenancy import Tenant


def what_waits(tenant: Tenant, person: Person, day: date) -> Waits:
    """What the letter of that day is about, by role."""
    match person.role:
        case "coordinator":
            return _for_coordinator(tenant, day)
        case "triage":
            return _for_triage(tenant)
        case "agency":
            return for_agency(tenant, person, day)
        case "scrutineer":
            return _for_scrutineer(tenant, day)
        case "inspector":
            return _for_inspector(tenant, person, day)
        case _:
            return NOTHING


def _for_coordinator(tenant: Tenant, day: date) -> Waits:
    """What is late, and what is due within the next ten working days."""
    until = ENGLAND.after(day, AHEAD_WORKING_DAYS)
    board = lines_of(tenant, day)
    late = [line for line in board if line.stands.shape == "late"]
    ahead = [line for line in board if line.due and day <= line.due.last <= until]
    if not (late or ahead):
        return NOTHING
    lines = [f"What is due, {in_words(day)}", ""]
    for title, found in (("Late", late), ("Due in the next 10 working days", ahead)):
        if found:
            lines += [f"{title}:", *listed(found), ""]
    subject = f"{len(late)} late, {len(ahead)} due soon"
    return Waits(subject, tuple(lines), "work/deadlines/", len(late), len(ahead))


def _for_triage(tenant: Tenant) -> Waits:
    with tenant.read(TriageQueue) as queue:
        count, oldest = queue.count("waiting"), queue.longest_unread(1)
    if not oldest:
        return NOTHING
    said = f"{counted(count, 'message')} to read"
    since = in_words(date.fromisoformat(oldest[0].received_at[:10]))
    return Waits(said, (f"{said}. The oldest came on {since}.", ""), "work/", due=count)


def _for_scrutineer(tenant: Tenant, day: date) -> Waits:
    """Questions that the partnership has answered since the last working day."""
    since = ENGLAND.before(day, 1)
    with tenant.read(ScrutinyPlans) as plans:
        answered = [
            question
            for plan in plans.all()
            for question in plan.questions
            if _is_new(question.answered_on, since, day)
        ]
    if not answered:
        return NOTHING
    said = f"{counted(len(answered), 'question')} answered"
    lines = (f"The partnership has answered {counted(len(answered), 'question')} of yours.", "")
    return Waits(said, lines, "work/scrutiny/", due=len(answered))


def _for_inspector(tenant: Tenant, person: Person, day: date) -> Waits:
    """Services that have replied to a visit since the last working day."""
    since = ENGLAND.before(day, 1)
    with tenant.read(VisitsAndForms) as view:
        mine = [visit for visit in view.all_visits() if visit.by == str(person.id)]
    new = [each for each in mine if any(_is_new(r.on, since, day) for r in each.replies)]
    if not new:
        return NOTHING
    lines = [f"- {each.place}, visited on {each.visited_on}" for each in new]
    said = f"a reply to {counted(len(new), 'visit')}"
    return Waits(said, ("The service has replied:", *lines, ""), "visits/", due=len(new))


def _is_new(on: PartialDate | None, since: date, day: date) -> bool:
    return on is not None and since <= on.first < day
