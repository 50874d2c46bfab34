"""What a youth inspector learned and gave, drawn from facts."""

from __future__ import annotations

from uuid import UUID

from events.fact import Fact, Provenance
from events.inspections.inspector import (
    InspectorHelped,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
)
from events.inspections.visit import VisitRecorded, VisitTakenOff
from events.period import PartialDate
from projections.inspections.inspectors import Inspectors
from tests.stories import recorded

ACCESS, OTHER = UUID(int=3), UUID(int=4)


def visit(by: str, *, demo: bool = False) -> Fact:
    provenance = Provenance(by, "a test, line 1")
    return VisitRecorded(
        UUID(int=9),
        1,
        provenance,
        UUID(int=5),
        1,
        "The library",
        PartialDate("2026-11-20"),
        ("Sam",),
        (),
        demo,
        "good",
        90,
    )


def record(*facts: Fact) -> Inspectors:
    invited = recorded(InspectorInvited, name="Sam", access=ACCESS)
    return Inspectors.over([invited, *facts])


def test_time_is_counted_from_trainings_own_visits_and_other_help() -> None:
    trained = recorded(InspectorTrained, version=2, training="Asking", minutes=120, skills=("a",))
    again = recorded(InspectorTrained, version=3, training="More", skills=("a", "b"))
    helped = recorded(InspectorHelped, version=4, what="The board", minutes=30)
    sam = record(trained, again, helped, visit(str(ACCESS))).by(ACCESS)
    assert sam is not None
    assert sam.minutes == 240
    assert sam.skills == ("a", "b")
    assert sam.trainings == ["Asking", "More"]
    assert [each.what for each in sam.of("visit")] == ["The library"]


def test_only_ones_own_visits_that_were_made_count() -> None:
    others = [visit(str(OTHER)), visit("Norfolk's report"), visit(str(ACCESS), demo=True)]
    sam = record(*others, recorded(InspectorStoodDown, version=2, why="")).by(ACCESS)
    assert sam is not None
    assert sam.given == ()
    assert sam.stood_down


def test_a_visit_that_was_taken_off_counts_no_longer() -> None:
    off = VisitTakenOff(UUID(int=9), 2, Provenance("staff", "a test, line 1"), "Sent twice")
    helped = recorded(InspectorHelped, version=2, what="The board", minutes=30)
    sam = record(visit(str(ACCESS)), helped, off).by(ACCESS)
    assert sam is not None
    assert [each.what for each in sam.given] == ["The board"]


def test_whoever_is_no_inspector_has_no_record() -> None:
    assert record().by(OTHER) is None
