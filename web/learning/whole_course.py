"""A course with its sessions, who came to them and how it was evaluated, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from events.fact import Provenance
from events.learning.course import CourseKind
from projections.learning.training import Training
from services.change import Change
from services.refusals import Missing
from web.forms.day_fields import Day
from web.forms.figures import Whole
from web.forms.previewed import Previewed, keyed
from web.forms.rows import ChoiceWord, Row, Rows
from web.forms.text_fields import Line, Words
from web.learning.course_forms import LEVELS, SECTORS, OfferCourseForm
from web.site.tenancy import here


class WholeCourseForm(OfferCourseForm):
    sessions = Rows(
        {
            "day": Day(needed="Say on which day it was.", label="Day"),
            "place": Line(longest=200, label="Place"),
            "places": Whole(label="Places"),
            "agency": Line(longest=200, label="Agency"),
            "sector": ChoiceWord(SECTORS, label="Sector"),
            "booked": Whole(label="Booked"),
            "attended": Whole(label="Came"),
            "no_shows": Whole(label="Did not show"),
        },
        label="Sessions, and who came",
        hint="A session with several agencies has a row for each. Never a person's name.",
        rows=8,
    )
    evaluations = Rows(
        {
            "level": ChoiceWord(LEVELS, needed="Say what it tells.", label="What it tells"),
            "answers": Whole(needed="Say how many answered.", label="How many answered"),
            "words": Words(needed="Say what they answered.", label="What they answered"),
        },
        label="How it was evaluated",
        hint="What it tells: reaction, learning, behaviour or result.",
    )


def changes(
    id: UUID,
    provenance: Provenance,
    *,
    title: str,
    kind: CourseKind,
    provider: str,
    audience: str,
    sessions: tuple[Row, ...],
    evaluations: tuple[Row, ...],
) -> list[Change]:
    """The course, each session once, and a count for each agency of a session."""
    course, planned = here.course, set[str]()
    found = [
        course.offer.change(
            id, provenance, title=title, kind=kind, provider=provider, audience=audience
        )
    ]
    for number, (at, row) in enumerate(keyed(provenance, "session", sessions), 1):
        at = replace(at, effective_on=row["day"])
        session = here.ledger.name_of("session", str(id), row["day"].text, row["place"]).hex
        if session not in planned:
            planned.add(session)
            found.append(
                course.plan_session.change(
                    id,
                    at,
                    session=session,
                    planned_on=row["day"],
                    place=row["place"],
                    places=_how_many(row),
                )
            )
        if row["agency"]:
            at = replace(at, key=f"{at.key}/came")
            found.append(course.count.change(id, at, session=session, **_count(number, row)))
    return found + [
        course.evaluate.change(id, at, **row)
        for at, row in keyed(provenance, "evaluation", evaluations)
    ]


def _how_many(row: Row) -> int:
    """The places as typed, else as many as were booked: nobody wrote how many there were."""
    return row["places"] or max(row["booked"] or 0, 1)


def _count(number: int, row: Row) -> dict[str, Any]:
    needed = ("sector", "booked", "attended", "no_shows")
    if any(row[name] in ("", None) for name in needed):
        words = "Row {} names an agency. Say its sector, how many booked, came and did not show."
        raise Missing(words.format(number), field="sessions")
    return {name: row[name] for name in ("agency", *needed)}


def _offered_already(given: Any) -> Iterator[str]:
    """Asks about a course of the same title."""
    with here.read(Training) as view:
        titles = {each.title.casefold(): each.title for each in view.all()}
    if known := titles.get(given["title"].casefold()):
        yield f"A course called {known} is recorded already. Is this another one?"


WHOLE = Previewed(
    WholeCourseForm,
    changes,
    title="Record a whole course",
    done="The course is recorded with its sessions.",
    help="Paste what your booking system gives. Count people by agency, never by name.",
    notes=_offered_already,
)
