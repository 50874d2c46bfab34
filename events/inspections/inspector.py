"""Youth inspectors: invited, trained, their time recorded, stood down."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact


@dataclass(frozen=True)
class InspectorInvited(Fact):
    """``access`` is the sign-in that belongs to this inspector."""

    TOPIC = "inspection.inspector_invited"
    PERSONAL = frozenset({"name"})
    name: str
    access: UUID


@dataclass(frozen=True)
class InspectorTrained(Fact):
    """``skills`` is what it taught, ``minutes`` how long it took; none: nobody said."""

    TOPIC = "inspection.inspector_trained"
    PERSONAL = frozenset()
    training: str
    minutes: int = 0
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class InspectorHelped(Fact):
    """Time given to something else than a visit of one's own: a meeting, going along."""

    TOPIC = "inspection.inspector_helped"
    PERSONAL = frozenset()
    what: str
    minutes: int


@dataclass(frozen=True)
class InspectorEntryTakenOff(Fact):
    """A training or hours that were written down wrongly; ``entry`` is the version of that fact."""

    TOPIC = "inspection.entry_taken_off"
    PERSONAL = frozenset()
    entry: int
    why: str


@dataclass(frozen=True)
class InspectorStoodDown(Fact):
    TOPIC = "inspection.inspector_stood_down"
    PERSONAL = frozenset({"why"})
    why: str


InspectorFact = (
    InspectorInvited
    | InspectorTrained
    | InspectorHelped
    | InspectorEntryTakenOff
    | InspectorStoodDown
)
