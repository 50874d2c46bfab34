"""Numbers for text messages, as providers need them (E.164): +447700900123."""

from __future__ import annotations

import re

from services.refusals import Refusal

_NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
_BETWEEN = re.compile(r"[\s().-]+")


class NotANumber(Refusal):
    words = "Write the number for text messages like 07700 900123 or +44 7700 900123."
    field = "phone"


def phone_number(typed: str) -> str:
    """``+447700900123``; empty where none was typed. A number without a country is a British one.

    Raises ``NotANumber``.
    """
    digits = _BETWEEN.sub("", typed)
    if not digits:
        return ""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+44{digits[1:]}"
    if not _NUMBER.fullmatch(digits):
        raise NotANumber
    return digits
