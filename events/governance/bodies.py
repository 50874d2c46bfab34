"""Who does what in a partnership: roles, subgroups, and boards beside it."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class RoleGiven(Fact):
    TOPIC = "partnership.role_given"
    PERSONAL = frozenset({"holder"})
    role: str
    holder: str
    body: str


@dataclass(frozen=True)
class RoleEnded(Fact):
    """``body`` is none in facts from when a holder could have a role in one body only."""

    TOPIC = "partnership.role_ended"
    PERSONAL = frozenset({"holder"})
    role: str
    holder: str
    body: str | None = None


@dataclass(frozen=True)
class SubgroupFormed(Fact):
    TOPIC = "partnership.subgroup_formed"
    PERSONAL = frozenset()
    name: str
    purpose: str


@dataclass(frozen=True)
class SubgroupPlaced(Fact):
    """To which group a sub-group answers; empty where it answers to the partnership itself."""

    TOPIC = "partnership.subgroup_placed"
    PERSONAL = frozenset()
    name: str
    under: str


@dataclass(frozen=True)
class SubgroupEnded(Fact):
    TOPIC = "partnership.subgroup_ended"
    PERSONAL = frozenset()
    name: str
    why: str


@dataclass(frozen=True)
class BoardLinked(Fact):
    """Another board that the partnership works with; it has no access to this record."""

    TOPIC = "partnership.board_linked"
    PERSONAL = frozenset()
    name: str
    purpose: str
