"""Complaints about how somebody's data was used, and what became of each.

A controller must make it easy to complain, and must acknowledge a complaint within 30 days: section
164A of the Data Protection Act 2018, put in by section 103 of the Data (Use and Access) Act 2025.
"""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class ComplaintReceived(Fact):
    """``contact`` is how to reach whoever complained, empty where they did not say."""

    TOPIC = "complaint.received"
    PERSONAL = frozenset({"words", "contact"})
    words: str
    contact: str


@dataclass(frozen=True)
class ComplaintAcknowledged(Fact):
    """They were told that it has come, where they can be reached."""

    TOPIC = "complaint.acknowledged"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class ComplaintAnswered(Fact):
    """What was found and done about it."""

    TOPIC = "complaint.answered"
    PERSONAL = frozenset({"answer"})
    answer: str


ComplaintFact = ComplaintReceived | ComplaintAcknowledged | ComplaintAnswered
