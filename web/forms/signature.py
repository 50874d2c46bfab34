"""The signature of a decision: its keywords and types, to compare with a form."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from events.fact import Provenance
from services.command import Command
from services.keywords import Keywords, keywords_of
from web.forms.choices import Choice
from web.forms.day_fields import Day
from web.site.tenancy import Tenant, here

SUBJECT = "id"
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


Decide = Callable[..., object] | Command[Any]


@dataclass(frozen=True)
class Decision:
    """A decision, with the types that it takes by position and its keywords."""

    made_by: Decide
    positional: tuple[object, ...]
    keywords: Keywords

    def call(self, subject: UUID, provenance: Provenance, keywords: Mapping[str, object]) -> object:
        """Calls the decision: the service's method of this tenant, or the function."""
        if isinstance(self.made_by, Command):
            service = getattr(here, _slot_of(self.made_by.service))
            return getattr(service, self.made_by.name)(subject, provenance, **keywords)
        given = [provenance if each is Provenance else subject for each in self.positional]
        if owner := _owner_of(self.made_by):
            return getattr(getattr(here, owner[0]), owner[1])(*given, **keywords)
        return self.made_by(*given, **keywords)


def decision_of(made: Decide) -> Decision:
    """A service's own decision, or a function of a page that makes several."""
    decide = made.decide if isinstance(made, Command) else made
    hints, found = get_type_hints(decide), inspect.signature(decide).parameters.values()
    first = [each for each in found if each.kind in _POSITIONAL and each.name != "self"]
    return Decision(made, tuple(hints[each.name] for each in first), keywords_of(decide))


@cache
def parameters_of(function: Callable[..., object]) -> dict[str, object]:
    """The parameters of a small function, each with its type."""
    hints = get_type_hints(function)
    return {name: hints[name] for name in inspect.signature(function).parameters}


def result_of(function: Callable[..., object]) -> object:
    """The type that a small function gives. None if it does not say."""
    return get_type_hints(function).get("return", NoneType)


def type_of(field: Any) -> object:
    """The type that a field gives."""
    if isinstance(field, Choice):
        return Literal[(*field.offered, *(() if field.needed else ("",)))]
    hint: object = get_type_hints(type(field)._deserialize)["return"]
    is_there = getattr(field, "needed", "") or (isinstance(field, Day) and field.or_today)
    if is_there and NoneType in _members(hint):
        return reduce(or_, (each for each in _members(hint) if each is not NoneType))
    return hint


def fits(given: object, wanted: object) -> bool:
    """Whether a keyword takes every value that a field may give."""
    return all(any(_fits(one, other) for other in _members(wanted)) for one in _members(given))


def _fits(given: object, wanted: object) -> bool:
    if wanted in (Any, object) or given == wanted:
        return True
    if get_origin(given) is Literal:
        return get_origin(wanted) is not Literal and _fits(type(get_args(given)[0]), wanted)
    if get_args(given) and get_args(wanted):
        is_kind = issubclass(get_origin(given) or object, get_origin(wanted) or object)
        return is_kind and fits(get_args(given)[0], get_args(wanted)[0])
    return isinstance(given, type) and isinstance(wanted, type) and issubclass(given, wanted)


def _members(hint: object) -> tuple[object, ...]:
    """The types within a type. Of a ``Literal``, each word by itself."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(each for one in get_args(hint) for each in _members(one))
    if get_origin(hint) is Literal:
        return tuple(Literal[each] for each in get_args(hint))
    return (hint,)


def _slot_of(service: type) -> str:
    """The name of a service on the tenant."""
    return next(name for name, kind in _services() if issubclass(kind, service))


@cache
def _owner_of(function: Callable[..., object]) -> tuple[str, str] | None:
    """The name of the service on the tenant, and of the method, for a method that is no command."""
    for slot, kind in _services():
        for name, made in vars(kind).items():
            if made is function:
                return slot, name
    return None


@cache
def _services() -> list[tuple[str, type]]:
    kinds = get_type_hints(Tenant).items()
    return [(slot, kind) for slot, kind in kinds if isinstance(kind, type)]
