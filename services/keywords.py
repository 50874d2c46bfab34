"""The keywords that a function takes, with their types, for forms and for seed files."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Unpack, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Keywords:
    """``types`` by name, and the names that are ``needed``.

    ``further`` is the type of keywords of any name (``**months: int | None``), None if there are
    none.
    """

    types: Mapping[str, object]
    needed: frozenset[str]
    further: object = None

    def takes(self, name: str) -> bool:
        return name in self.types or self.further is not None

    def type_of(self, name: str) -> object:
        return self.types.get(name, self.further)


def keywords_of(function: Callable[..., object]) -> Keywords:
    """``**said: Unpack[FigureStatement]`` counts as the keywords of that ``TypedDict``."""
    hints, types, needed, further = get_type_hints(function), {}, set[str](), None
    for each in inspect.signature(function).parameters.values():
        hint = hints.get(each.name)
        if each.kind is inspect.Parameter.KEYWORD_ONLY:
            types[each.name] = hint
            needed |= {each.name} if each.default is inspect.Parameter.empty else set()
        elif each.kind is inspect.Parameter.VAR_KEYWORD and get_origin(hint) is Unpack:
            (said,) = get_args(hint)
            types |= get_type_hints(said)
            needed |= said.__required_keys__
        elif each.kind is inspect.Parameter.VAR_KEYWORD:
            further = hint
    return Keywords(types, frozenset(needed), further)
