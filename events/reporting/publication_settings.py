"""How a partnership publishes its reports: who approves them in which order, who gets copies."""

from __future__ import annotations

from dataclasses import dataclass

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


PublicationFact = ApprovalOrderSet | CopyRecipientsSet
