"""Values as people type them, read to the last digit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from events.value import Number, Qualifier, Value

EXAMPLES = ("2.7", "£96,450.50", "17 of 23")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?)"
_PLAIN = re.compile(rf"(-)?(£)?(-)?({_NUMBER})(\+)?( ?(?:%|per ?cent|percent))?")
_SHARE = re.compile(rf"({_NUMBER}) (?:of|out of|in) ({_NUMBER})")
_RATE = re.compile(rf"({_NUMBER}) per ({_NUMBER})")
_DURATION = re.compile(rf"({_NUMBER}) ((?:working )?(?:minute|hour|day|week|month|year)s?)")
_RANGE = re.compile(rf"(?:between )?(£?{_NUMBER}%?) ?(?:-|to|and) ?(£?{_NUMBER}%?)")
_WORDS: dict[str, Qualifier] = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "nearly": "about",
    "at least": "at least",
    "at most": "at most",
    "up to": "at most",
    "fewer than": "fewer than",
    "less than": "fewer than",
    "under": "fewer than",
    "<": "fewer than",
    "more than": "more than",
    "over": "more than",
    ">": "more than",
}
_QUALIFIED = re.compile(rf"({'|'.join(_WORDS)}) ?(.+)")


class NotAValue(ValueError):  # noqa: N818 - an answer to the person who typed
    """No value could be read. ``words`` say which part, and show three that can be."""

    def __init__(self, text: str) -> None:
        shown = f"{EXAMPLES[0]}, {EXAMPLES[1]} or {EXAMPLES[2]}"
        self.words = f"“{text[:60]}” can't be read as a figure. Write it like {shown}."
        super().__init__(self.words)


def read_value(text: str) -> Value:
    """From ``66``, ``about 30``, ``2.70%``, ``£96,450.50``, ``fewer than 5``, ``17 of 23`` …

    Raises ``NotAValue``.
    """
    tidied = " ".join(text.lower().replace("−", "-").replace("–", "-").split())  # noqa: RUF001
    if tidied in ("all", "unknown", "not known"):
        return Value(None, "all" if tidied == "all" else "unknown")
    if found := _RANGE.fullmatch(tidied):
        return _range(text, *found.groups())
    if found := _QUALIFIED.fullmatch(tidied):
        inner = _unqualified(text, found[2])
        if inner.qualifier != "exactly":
            raise NotAValue(text)
        return replace(inner, qualifier=_WORDS[found[1]])
    return _unqualified(text, tidied)


def _unqualified(text: str, tidied: str) -> Value:
    if found := _SHARE.fullmatch(tidied):
        part, whole = _number(found[1]), _number(found[2])
        if part > whole or not whole:
            raise NotAValue(text)
        return Value(part, kind="share", upto=whole)
    if found := _RATE.fullmatch(tidied):
        return Value(_number(found[1]), kind="rate", per=_number(found[2]))
    if found := _DURATION.fullmatch(tidied):
        return Value(_number(found[1]), kind="duration", unit=found[2])
    if found := _PLAIN.fullmatch(tidied):
        return _plain(text, *found.groups())
    raise NotAValue(text)


def _plain(
    text: str,
    before: str | None,
    pounds: str | None,
    inside: str | None,
    digits: str,
    plus: str | None,
    cent: str | None,
) -> Value:
    if (before and inside) or (pounds and cent) or (inside and not pounds):
        raise NotAValue(text)
    number = _number(digits) * (-1 if before or inside else 1)
    qualifier: Qualifier = "at least" if plus else "exactly"
    if pounds:
        return Value(number, qualifier, "money")
    return Value(number, qualifier, "percentage" if cent else "count")


def _range(text: str, low: str, high: str) -> Value:
    ends = [_unqualified(text, each) for each in (low, high)]
    first, last = ends
    if "%" in high and first.kind == "count":
        first = replace(first, kind="percentage")
    if first.number is None or last.number is None or first.number >= last.number:
        raise NotAValue(text)
    if first.kind == "money" and last.kind == "count":
        last = replace(last, kind="money")
    if first.kind != last.kind:
        raise NotAValue(text)
    return replace(first, qualifier="range", upto=last.number)


def _number(digits: str) -> Number:
    plain = digits.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)
