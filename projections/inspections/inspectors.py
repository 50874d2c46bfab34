"""Each youth inspector's own record: training, and the time that they gave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.inspections.inspector import (
    InspectorEntryTakenOff,
    InspectorHelped,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
)
from events.inspections.visit import VisitRecorded, VisitTakenOff
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Given:
    """Time given to one thing: a training, a visit, something else. ``on`` is the day in words.

    ``minutes`` is 0 where nobody said. ``entry`` is the version of the fact, 0 for a visit, which
    is named by ``visit``.
    """

    kind: str
    what: str
    on: str
    minutes: int
    skills: tuple[str, ...] = ()
    entry: int = 0
    visit: UUID | None = None


@dataclass(frozen=True)
class Inspector:
    id: UUID
    name: Personal
    access: UUID
    given: tuple[Given, ...] = ()
    stood_down: bool = False

    @property
    def skills(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(skill for each in self.given for skill in each.skills))

    def of(self, kind: str) -> list[Given]:
        return [each for each in self.given if each.kind == kind]

    @property
    def trainings(self) -> list[str]:
        return [each.what for each in self.of("training")]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.given)


@dataclass(frozen=True)
class Whose:
    """Which inspector a sign-in belongs to."""

    access: UUID
    inspector: UUID


@dataclass(frozen=True)
class Sent:
    """Which inspector sent a visit in."""

    visit: UUID
    inspector: UUID


class Inspectors(Projection):
    """A visit counts for the inspector who sent it. Others who went along are recorded apart."""

    name = "inspector_record"
    version = 2
    inspectors = TableOf(Inspector)
    whose = TableOf(Whose)
    sent = TableOf(Sent)

    def apply(self, fact: Fact) -> None:
        id, entry, on = fact.originator_id, fact.originator_version, str(fact.on)
        match fact:
            case InspectorInvited(name=name, access=access):
                self.inspectors.put(Inspector(id, name, access))
                self.whose.put(Whose(access, id))
            case InspectorTrained(training=what, minutes=minutes, skills=skills):
                self._give(id, Given("training", what, on, minutes, skills, entry))
            case InspectorHelped(what=what, minutes=minutes):
                self._give(id, Given("help", what, on, minutes, entry=entry))
            case InspectorEntryTakenOff(entry=wrong):
                self.inspectors.change(id, lambda row: _without(row, wrong))
            case InspectorStoodDown():
                self.inspectors.change(id, lambda row: replace(row, stood_down=True))
            case VisitRecorded(demo=False, place=place, visited_on=day, minutes=minutes):
                if inspector := self._who(fact.provenance.by):
                    self.sent.put(Sent(id, inspector))
                    self._give(inspector, Given("visit", place, str(day), minutes, visit=id))
            case VisitTakenOff():
                if sent := self.sent.get(id):
                    self.inspectors.change(sent.inspector, lambda row: _without_visit(row, id))
            case _:
                pass

    def by(self, access: UUID) -> Inspector | None:
        """The inspector who signs in with this address."""
        found = self.whose.get(access)
        return self.inspectors.get(found.inspector) if found else None

    def all(self) -> list[Inspector]:
        return sorted(self.inspectors.where(), key=lambda inspector: inspector.name)

    def _who(self, by: str) -> UUID | None:
        """Who told of a visit; none where documents did, or somebody who is no inspector."""
        try:
            found = self.whose.get(UUID(by))
        except ValueError:
            return None
        return found.inspector if found else None

    def _give(self, id: UUID, given: Given) -> None:
        self.inspectors.change(id, lambda row: replace(row, given=(*row.given, given)))


def _without(row: Inspector, entry: int) -> Inspector:
    return replace(row, given=tuple(each for each in row.given if each.entry != entry))


def _without_visit(row: Inspector, visit: UUID) -> Inspector:
    return replace(row, given=tuple(each for each in row.given if each.visit != visit))
