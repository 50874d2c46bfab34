"""The partnership's own help lines for young people, beside the national ones."""

from __future__ import annotations

import re

from events.fact import Provenance
from events.governance.partnership import HelpLine, HelpLineAdded, HelpLineTakenOff
from services.governance.partnership_state import Partnership
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, NotFound, Refusal

NATIONAL = frozenset({"999", "08001111", "85258"})
_NUMBER = re.compile(r"[0-9]{3,15}")
_COSTS = re.compile(r"09|118|084|087|070")  # premium, directory, service and personal numbers


class CostsMoney(Refusal):
    words = "Calling this can cost a lot. Give a number that is free, or starts with 01, 02 or 03."
    field = "number"


class BadNumber(Refusal):
    words = "Write the number in digits, with spaces between if you like, such as 01234 567890."
    field = "number"


def add_help_line(
    partnership: Partnership, provenance: Provenance, *, line: HelpLine
) -> HelpLineAdded:
    """Raises ``BadNumber``, ``CostsMoney``, ``Missing``, ``TooHard`` or ``AlreadyThere``."""
    digits = _digits(line.number)
    if not _NUMBER.fullmatch(digits):
        raise BadNumber
    if _COSTS.match(digits):
        raise CostsMoney
    for field in ("name", "hours", "what_for"):
        if not getattr(line, field):
            raise Missing("Say who answers, when, and what for.", field=field)
    refuse_hard(provenance, line.what_for, "what_for")
    if digits in NATIONAL | {_digits(each) for each in partnership.help_lines}:
        raise AlreadyThere("Young people are shown this number already.", field="number")
    return HelpLineAdded(*partnership.next(provenance), line=line)


def take_off_help_line(
    partnership: Partnership, provenance: Provenance, *, number: str, why: str
) -> HelpLineTakenOff:
    """Raises ``NotFound`` where no such number is shown."""
    if number not in partnership.help_lines:
        raise NotFound("That number is not shown. Choose one of the list.", field="number")
    if not why:
        raise Missing("Say why, such as: it has another number now.", field="why")
    return HelpLineTakenOff(*partnership.next(provenance), number=number, why=why)


def _digits(number: str) -> str:
    return "".join(number.split())
