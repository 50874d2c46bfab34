"""The change to the record that each row of a table asks for."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.learning.course import CourseAttended
from events.period import PartialDate
from projections.assurance.audits import Audits
from projections.governance.meetings import Meetings
from projections.learning.training import Training
from services.change import Change
from services.learning.course_import import Came, taking_in
from services.refusals import NotFound
from web.importing.known_rows import actions_agreed, already
from web.importing.table_kind import Given, Judge, Take
from web.site.tenancy import here


def take_attendance() -> Take:
    """Records attendance. Courses are found by title, and a new title makes a new course."""
    with here.read(Training) as book:
        known = {each.title.casefold(): each for each in reversed(book.all())}
        gone = {each.id for each in book.withdrawn()}

    held = {
        (title, each.planned_on, each.place.casefold()): each.session
        for title, row in known.items()
        for each in reversed(row.sessions)
    }

    def take(provenance: Provenance, given: Given) -> Change:
        title = given["course"].casefold()
        there = known.get(title)
        stream = there.id if there else _new_course(title, gone)
        day, place = given.pop("day"), given["place"].casefold()
        made = here.ledger.name_of("session", title, day.text, place).hex
        session = held.get((title, day, place), made)
        return taking_in(stream, provenance, session, Came(planned_on=day, **given))

    return take


def _new_course(title: str, gone: set[UUID]) -> UUID:
    """The id of a course of this title, another one where that was withdrawn."""
    numbered = (here.ledger.name_of("course", title, str(nth)) for nth in range(2, len(gone) + 3))
    streams = (here.ledger.name_of("course", title), *numbered)
    return next(each for each in streams if each not in gone)


def counted_before() -> Judge:
    """Whether a row counts an agency again at a session, with other numbers."""
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


def take_actions() -> Take:
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


def take_findings() -> Take:
    audits = _audits()

    def take(provenance: Provenance, given: Given) -> Change:
        found = audits.get(given.pop("audit").casefold())
        if found is None:
            raise NotFound("There is no audit of that title. Open it first.", field="audit")
        return here.audit.find.change(found, provenance, **given)

    return take


def _audits() -> dict[str, UUID]:
    """Audits by title. Of two with one title, the newest."""
    with here.read(Audits) as view:
        return {each.title.casefold(): each.id for each in reversed(view.all())}


def _boards() -> dict[tuple[str, PartialDate | None], UUID]:
    with here.read(Meetings) as view:
        return {(each.body.casefold(), each.held_on): each.id for each in view.all() if each.held}
