"""Why a course's numbers, sessions or days are refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.learning.course import Sector
from events.period import PartialDate
from services.refusals import Missing, Refusal

CODE_LETTERS = "bcdfghjkmnpqrstvwxyz23456789"  # no vowels, so no words; nothing that looks alike
_CODE = re.compile(f"[{CODE_LETTERS}]{{6}}")


class SessionCancelled(Refusal):
    words = "This session was cancelled. Choose another, or plan a new one."
    field = "session"


class SessionHeld(Refusal):
    words = "People came to this session, so it can't be cancelled. Correct the count instead."
    field = "session"


class WithdrawnCourse(Refusal):
    words = "This course was withdrawn, with its sessions. Offer it again to record more of it."


class MoreThanBooked(Refusal):
    words = (
        "More are counted than were booked. Those who came and those who did not show must be "
        "no more than those booked; count people who came without booking as booked."
    )
    field = "booked"


@dataclass(frozen=True)
class Counted:
    """One agency at one session."""

    sector: Sector
    booked: int
    attended: int
    no_shows: int


def refuse_numbers(counted: Counted) -> None:
    """Raises ``Missing`` where nobody was booked, ``MoreThanBooked`` where the sum is too large."""
    if counted.booked < 1:
        raise Missing("Say how many were booked: one or more.", field="booked")
    if counted.attended + counted.no_shows > counted.booked:
        raise MoreThanBooked


def refuse_days(opens_on: PartialDate, closes_on: PartialDate) -> None:
    """Raises ``Missing`` where a question would close before it opens, or stay open for ever."""
    if closes_on.last < opens_on.first:
        raise Missing("It can't close before it opens. Look at both days again.", field="closes_on")
    if (closes_on.last - opens_on.first).days > 366:
        raise Missing(
            "A question is open for a year at most. Choose an earlier day.", field="closes_on"
        )


def refuse_code(code: str) -> None:
    if not _CODE.fullmatch(code):
        raise Missing("A question's code is six letters or digits.", field="code")
