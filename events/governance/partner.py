"""The bodies in a partnership: who takes part, from when, in which place, and what each gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import Period

Part = Literal["council", "integrated care board", "police", "education", "relevant agency"]
SAFEGUARDING: tuple[Part, ...] = ("council", "integrated care board", "police")


@dataclass(frozen=True)
class PartnerJoined(Fact):
    """A body takes part from this day on. ``place`` says how, such as its seat on a group."""

    TOPIC = "partnership.partner_joined"
    PERSONAL = frozenset()
    partner: UUID
    name: str
    part: Part
    place: str


@dataclass(frozen=True)
class PartnerRenamed(Fact):
    """The same body under a new name; ``part`` and ``place`` are as they were."""

    TOPIC = "partnership.partner_renamed"
    PERSONAL = frozenset()
    partner: UUID
    name: str
    formerly: str
    part: Part
    place: str


@dataclass(frozen=True)
class PartnerLeft(Fact):
    TOPIC = "partnership.partner_left"
    PERSONAL = frozenset()
    partner: UUID
    name: str
    why: str


@dataclass(frozen=True)
class ContributionStated(Fact):
    """What a body did for the partnership in a period, in words, beside the money it paid."""

    TOPIC = "partnership.contribution_stated"
    PERSONAL = frozenset()
    DAY = "period"
    partner: UUID
    name: str
    part: Part
    did: str
    period: Period


@dataclass(frozen=True)
class ArrangementsPublished(Fact):
    """The published arrangements. ``changed`` is empty where they were the first ones."""

    TOPIC = "partnership.arrangements_published"
    PERSONAL = frozenset()
    title: str
    where: str
    changed: str
