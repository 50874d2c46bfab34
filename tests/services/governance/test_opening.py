"""A partnership opens to young people once everything is in place, and may close again."""

from __future__ import annotations

from events.governance.opening import ClosedToYoungPeople, OpenedToYoungPeople
from events.period import PartialDate
from services.governance.opening import NotInPlace, close, evolve, open_to_young_people
from services.reading_age import TooHard
from services.refusals import AlreadyThere, Missing
from tests.stories import given, recorded

CHECKED = ("Help lines are shown: Childline",)
OPENED = recorded(OpenedToYoungPeople, checked=CHECKED)
CLOSED = recorded(ClosedToYoungPeople, why="We are on holiday.", until=None)
HARD = "Operational considerations necessitate a temporary discontinuation of correspondence."


def test_it_opens_once_nothing_is_missing() -> None:
    story = given(evolve)
    story.when(open_to_young_people, checked=CHECKED, missing=("Office hours",)).refused(NotInPlace)
    story.when(open_to_young_people, checked=CHECKED, missing=()).then(
        OpenedToYoungPeople, checked=CHECKED
    )
    given(evolve, OPENED).when(open_to_young_people, checked=CHECKED, missing=()).refused(
        AlreadyThere
    )


def test_it_closes_with_a_reason_a_child_understands_and_opens_again() -> None:
    until = PartialDate("2027-01-04")
    story = given(evolve, OPENED)
    story.when(close, why="We are on holiday.", until=until).then(ClosedToYoungPeople, until=until)
    story.when(close, why="").refused(Missing, "why")
    story.on_a_page().when(close, why=HARD).refused(TooHard, "why")
    given(evolve, OPENED, CLOSED).when(close, why="Still closed.").refused(AlreadyThere)
    given(evolve, OPENED, CLOSED).when(open_to_young_people, checked=CHECKED, missing=()).then(
        OpenedToYoungPeople
    )
