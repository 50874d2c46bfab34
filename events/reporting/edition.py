"""Editions of a published report: documents that are kept as they were made, by their digests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

Form = Literal["html", "pdf"]


@dataclass(frozen=True)
class EditionAsked(Fact):
    """An edition is to be made of a report that others published."""

    TOPIC = "edition.asked"
    PERSONAL = frozenset()
    report: UUID


@dataclass(frozen=True)
class EditionKept(Fact):
    """``ground`` names the fact that called for it, ``root`` the seal of ``position`` facts.

    ``quotes`` are its quotations of children, each named by its message or statement and its
    number. It is none if they were not noted.
    """

    TOPIC = "edition.kept"
    PERSONAL = frozenset()
    report: UUID
    ground: str
    version: str
    form: Form
    digest: str
    size: int
    pages: int
    position: int
    root: str
    quotes: tuple[str, ...] | None = None


@dataclass(frozen=True)
class EditionsWithdrawn(Fact):
    """What was kept up to here is no longer for everybody; it calls for an edition without it."""

    TOPIC = "edition.withdrawn"
    PERSONAL = frozenset()
    report: UUID
    why: str


EditionFact = EditionAsked | EditionKept | EditionsWithdrawn
