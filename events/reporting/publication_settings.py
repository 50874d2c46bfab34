"""How a partnership publishes its reports: approvals, copies, its own logo and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact


@dataclass(frozen=True)
class ApprovalOrderSet(Fact):
    """Each of these bodies approves a report, one after the other, before it is published."""

    TOPIC = "publication.approval_order_set"
    PERSONAL = frozenset()
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class CopyRecipientsSet(Fact):
    """E-mail addresses; somebody may be named in one, so they are sealed."""

    TOPIC = "publication.copy_recipients_set"
    PERSONAL = frozenset({"panel", "centre"})
    panel: str
    centre: str


@dataclass(frozen=True)
class ColourSet(Fact):
    """``colour`` is ``#`` and six hexadecimal digits; empty for the colour that Earshot gives."""

    TOPIC = "publication.colour_set"
    PERSONAL = frozenset()
    colour: str


@dataclass(frozen=True)
class LogoSet(Fact):
    """``picture`` is the stream of the file, which is sealed under that stream's key.

    ``digest`` is SHA-256 of the sealed file, ``size`` is in bytes.
    """

    TOPIC = "publication.logo_set"
    PERSONAL = frozenset()
    picture: UUID
    alternative: str
    digest: str
    type: Literal["PNG", "JPEG"]
    size: int


@dataclass(frozen=True)
class LogoTakenOff(Fact):
    TOPIC = "publication.logo_taken_off"
    PERSONAL = frozenset()


PublicationFact = ApprovalOrderSet | CopyRecipientsSet | ColourSet | LogoSet | LogoTakenOff
