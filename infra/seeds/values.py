"""Turns values of a seed file into arguments of a service: days, periods, values, references."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from events.period import PartialDate, Period
from events.value import Value
from events.value_text import read_value
from services.keywords import keywords_of


def arguments(function: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of ``function`` as it wants them. Raises ``ValueError`` for one it has not."""
    hints = {**get_type_hints(function), **keywords_of(function).types}
    unknown = given.keys() - hints.keys()
    if unknown:
        raise ValueError(f"does not take {', '.join(sorted(unknown))}")
    return {name: _as(hints[name], value) for name, value in given.items()}


def _as(hint: Any, value: Any) -> Any:
    kinds = set(get_args(hint)) if get_origin(hint) in {Union, UnionType} else {hint}
    if value is None or isinstance(value, UUID):
        return value
    if PartialDate in kinds:
        return day(value)
    if Period in kinds:
        start, end = value
        return Period(day(start), day(end))
    if Value in kinds:
        return read_value(str(value))
    if get_origin(hint) is tuple and UUID in get_args(hint):
        return tuple(value)
    return msgspec.convert(value, hint)


def day(value: date | str | int) -> PartialDate:
    """A day, month or year as YAML reads it."""
    return PartialDate(value.isoformat() if isinstance(value, date) else str(value))
