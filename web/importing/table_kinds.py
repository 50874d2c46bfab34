"""The tables that can be brought in: attendance, figures, actions, findings of audits."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args
from uuid import UUID

from events.fact import Provenance
from events.governance.action import ActionDueDayMoved
from events.learning.course import CourseAttended, Sector
from events.period import PartialDate
from projections.assurance.audits import Audits
from projections.governance.meetings import Meetings
from projections.learning.training import Training
from services.change import Change
from services.learning.course_import import Came, taking_in
from services.refusals import NotFound
from web.forms.choices import Choice
from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import VALUE_HINT, Stated, Whole
from web.importing.known_rows import actions_agreed, already, figures, stated_before
from web.importing.row_check import Column, Given, Judge, Kind, Take
from web.site.tenancy import here


class SheetChoice(Choice):
    """One of the answers offered, in large or small letters."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> str:
        return super()._deserialize(str(value).strip().lower(), attr, data, **more)


class AttendanceForm(Form):
    course = Line(longest=200, needed="Say which course.")
    day = Day(needed="Say on which day.")
    place = Line(longest=200)
    places = Whole(needed="Say how many places there were.")
    agency = Line(longest=200, needed="Say which agency they came from.")
    sector = SheetChoice(get_args(Sector), needed=f"Write one of: {', '.join(get_args(Sector))}.")
    booked = Whole(needed="Say how many were booked.")
    attended = Whole(needed="Say how many came.")
    no_shows = Whole(needed="Say how many did not show; 0 where all came.")


class FigureForm(Form):
    name = Line(longest=200, needed="Say what it counts.")
    value = Stated(longest=40, needed="Give the figure.")
    unit = Line(longest=80)
    start = Day()
    end = Day()
    as_at = Day()
    definition = Words()


class ActionForm(Form):
    where = Line(longest=200, needed="Say in which audit or by which board it was agreed.")
    met_on = Day()
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day()


class FindingForm(Form):
    audit = Line(longest=200, needed="Give the title of the audit.")
    kind = SheetChoice(("good practice", "to improve"), needed="Write good practice or to improve.")
    finding = Words(needed="Write down what was found.")


_DAY_HINT = "As 2026-11-21 or 21/11/2026."


def _attendance() -> Take:
    """Courses by their title; those of a new title are offered with the table."""
    with here.read(Training) as book:
        known = {each.title.casefold(): each for each in reversed(book.all())}

    held = {
        (title, each.planned_on, each.place.casefold()): each.session
        for title, row in known.items()
        for each in reversed(row.sessions)
    }

    def take(provenance: Provenance, given: Given) -> Change:
        title = given["course"].casefold()
        there = known.get(title)
        stream = there.id if there else here.ledger.name_of("course", title)
        day, place = given.pop("day"), given["place"].casefold()
        made = here.ledger.name_of("session", title, day.text, place).hex
        session = held.get((title, day, place), made)
        return taking_in(stream, provenance, session, Came(planned_on=day, **given))

    return take


def _counted_before() -> Judge:
    """Whether a row counts an agency anew at a session where it was counted otherwise."""
    with here.read(Training) as book:
        counted = {
            (held.session, each.agency)
            for row in book.all()
            for held in row.sessions
            for each in held.counted
        }
    return lambda facts: any(
        isinstance(fact, CourseAttended) and (fact.session, fact.agency) in counted
        for fact in facts
    )


def _actions() -> Take:
    audits, boards, agreed = _audits(), _boards(), actions_agreed()

    def take(provenance: Provenance, given: Given) -> Change:
        where, day = given.pop("where").casefold(), given.pop("met_on")
        action = provenance.key
        if day is None:
            found = audits.get(where)
            if found is None:
                raise NotFound(
                    "There is no audit of that title. For a meeting, say when it met as well.",
                    field="where",
                )
            return already(agreed, found, provenance, given) or here.audit.agree_action.change(
                found, provenance, action=action, **given
            )
        found = boards.get((where, day))
        if found is None:
            raise NotFound("No meeting of that board on that day is recorded.", field="where")
        return already(agreed, found, provenance, given) or here.meeting.agree_action.change(
            found, provenance, action=action, **given
        )

    return take


def _findings() -> Take:
    audits = _audits()

    def take(provenance: Provenance, given: Given) -> Change:
        found = audits.get(given.pop("audit").casefold())
        if found is None:
            raise NotFound("There is no audit of that title. Open it first.", field="audit")
        return here.audit.find.change(found, provenance, **given)

    return take


def _audits() -> dict[str, UUID]:
    """By title; the newest where two are called alike."""
    with here.read(Audits) as view:
        return {each.title.casefold(): each.id for each in reversed(view.all())}


def _boards() -> dict[tuple[str, PartialDate | None], UUID]:
    with here.read(Meetings) as view:
        return {(each.body.casefold(), each.held_on): each.id for each in view.all() if each.held}


_may_be_left = partial(Column, needed=False)
KINDS = {
    "attendance": Kind(
        "Training attendance",
        "Who came to training, counted by agency. A course or session that is not there yet is "
        "made; an agency counted before at the same session is counted anew.",
        (
            Column("course", "Course"),
            Column("day", "Day", _DAY_HINT),
            _may_be_left("place", "Place", "Empty where it was online."),
            Column("places", "Places", "How many could come."),
            Column("agency", "Agency", "Never a person's name."),
            Column("sector", "Sector", f"One of: {', '.join(get_args(Sector))}."),
            Column("booked", "Booked"),
            Column("attended", "Came"),
            Column("no_shows", "Did not show"),
        ),
        AttendanceForm(),
        _attendance,
        ("agency", "course", "day", "place"),
        _counted_before,
    ),
    "figures": Kind(
        "Figures",
        "Figures as their source states them, each with its own period. One that was "
        "stated otherwise is put right; what was stated before stays in its history.",
        (
            Column("name", "What it counts"),
            Column("value", "Figure", VALUE_HINT),
            _may_be_left("unit", "Of what", "Such as courses, places or %."),
            _may_be_left("start", "From", _DAY_HINT),
            _may_be_left("end", "To", _DAY_HINT),
            _may_be_left("as_at", "As at", "A day, where it is not for a period."),
            _may_be_left("definition", "What is counted", "Needed for a percentage."),
        ),
        FigureForm(),
        figures,
        ("name", "unit", "start", "end", "as_at", "definition"),
        stated_before,
    ),
    "actions": Kind(
        "Actions",
        "Actions agreed in an audit or a meeting that is recorded here. An action "
        "that is there with another day gets that day.",
        (
            Column("where", "Audit or board", "The audit's title, or the board that met."),
            _may_be_left("met_on", "Met on", f"For a meeting. {_DAY_HINT}"),
            Column("text", "Action"),
            Column("owner", "Who"),
            _may_be_left("due", "By", _DAY_HINT),
        ),
        ActionForm(),
        _actions,
        ("text", "where", "met_on", "owner"),
        lambda: lambda facts: any(isinstance(fact, ActionDueDayMoved) for fact in facts),
    ),
    "findings": Kind(
        "Audit findings",
        "What was found in an audit that is recorded here and still open.",
        (
            Column("audit", "Audit", "Its title."),
            Column("kind", "Kind", "Good practice or to improve."),
            Column("finding", "Finding", "Never write a child's name."),
        ),
        FindingForm(),
        _findings,
        ("finding", "audit", "kind"),
    ),
}
