"""Whether a form fits the decision that is made with it: every field, every keyword, every type."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from events.fact import Told
from web.forms.choices import Choice
from web.forms.fields import Day
from web.site.tenancy import Place, here

SUBJECT = "id"
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


@dataclass(frozen=True)
class Decision:
    """What a decision takes: ``keywords`` by name and type, and which of them it needs."""

    function: Callable[..., object]
    owner: tuple[str, str] | None
    positional: tuple[object, ...]
    keywords: Mapping[str, object]
    needed: frozenset[str]

    def call(self, stream: UUID, told: Told, keywords: Mapping[str, object]) -> object:
        """Calls it, of the partnership that the request is for where a service owns it."""
        given = [told if each is Told else stream for each in self.positional]
        if self.owner is None:
            return self.function(*given, **keywords)
        service, name = self.owner
        return getattr(getattr(here, service), name)(*given, **keywords)


def decision_of(function: Callable[..., object]) -> Decision:
    """A service's own decision, or a function of a page that makes several."""
    decide = _decide_of(function) or function
    owner = _owners().get(id(function)) or _owners().get(id(decide))
    hints, found = get_type_hints(decide), inspect.signature(decide).parameters.values()
    first = [each for each in found if each.kind in _POSITIONAL and each.name != "self"]
    rest = [each for each in found if each.kind is inspect.Parameter.KEYWORD_ONLY]
    return Decision(
        function,
        owner,
        tuple(hints[each.name] for each in first),
        {each.name: hints[each.name] for each in rest},
        frozenset(each.name for each in rest if each.default is inspect.Parameter.empty),
    )


@cache
def parameters_of(function: Callable[..., object]) -> dict[str, object]:
    """The parameters of a small function, each with its type."""
    hints = get_type_hints(function)
    return {name: hints[name] for name in inspect.signature(function).parameters}


def result_of(function: Callable[..., object]) -> object:
    """What a small function says it gives; nothing at all where it does not say."""
    return get_type_hints(function).get("return", NoneType)


def type_of(field: Any) -> object:
    """What a field gives once it is read."""
    if isinstance(field, Choice):
        return Literal[(*field.offered, *(() if field.needed else ("",)))]
    hint: object = get_type_hints(type(field)._deserialize)["return"]
    is_there = getattr(field, "needed", "") or (isinstance(field, Day) and field.or_today)
    if is_there and NoneType in _members(hint):
        return reduce(or_, (each for each in _members(hint) if each is not NoneType))
    return hint


def fits(given: object, wanted: object) -> bool:
    """Whether all that a field may give is what a keyword takes."""
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
    """The kinds that a type allows; of a ``Literal`` each word by itself."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(each for one in get_args(hint) for each in _members(one))
    if get_origin(hint) is Literal:
        return tuple(Literal[each] for each in get_args(hint))
    return (hint,)


def _decide_of(made: object) -> Callable[..., object] | None:
    """The pure decision that the ledger made a method of its service from."""
    found = getattr(made, "decide", None) or getattr(made, "decides", None)
    return cast(Callable[..., object] | None, found)


@cache
def _owners() -> dict[int, tuple[str, str]]:
    """Each decision of each service, with where a partnership has it and what it is called."""
    found: dict[int, tuple[str, str]] = {}
    for service, kind in get_type_hints(Place).items():
        for cls in reversed(getattr(kind, "__mro__", ())[:-1]):
            for name, made in vars(cls).items():
                if callable(made) or _decide_of(made):
                    found[id(_decide_of(made))] = found[id(made)] = (service, name)
    found.pop(id(None), None)
    return found
