"""How each kind of fact is stored: which fields are in clear, and which are encrypted."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, NotRequired, TypedDict, cast, get_type_hints

import msgspec

import events
from events.fact import CATALOGUE, FORGOTTEN, Fact
from infra.errors import UnknownTopic

SEALED = "sealed"
# The words under which fields stand in stored bytes, where those are older than their names.
STORED_AS = {"provenance": "told"}
_KEPT_BY_THE_LANE = frozenset({"originator_id", "originator_version", "recorded_at"})


class Shape(NamedTuple):
    """What to write of one kind of fact, and how to read it."""

    kind: type[Fact]
    names: tuple[str, ...]
    defaults: dict[str, Any]
    class_version: int
    clear: Callable[[bytes], dict[str, Any]]
    personal: tuple[str, ...]
    opened: Callable[[bytes], dict[str, Any]]
    gone: dict[str, Any]
    whole: Any


def import_every_fact() -> None:
    """Fills the catalogue from every module of ``events``, none of them named here."""
    for module in pkgutil.walk_packages(events.__path__, events.__name__ + "."):
        import_module(module.name)


@cache
def shape_of(topic: str) -> Shape:
    kind = CATALOGUE.get(topic)
    if kind is None:
        raise UnknownTopic(f"no kind of fact is called {topic!r}")
    hints, defaults = get_type_hints(kind), defaults_of(kind)
    names = [each.name for each in fields(kind) if each.name not in _KEPT_BY_THE_LANE]
    personal = tuple(name for name in names if name in kind.PERSONAL)
    typed = {name: NotRequired[hints[name]] if name in defaults else hints[name] for name in names}
    clear = {
        STORED_AS.get(name, name): hint for name, hint in typed.items() if name not in personal
    }
    clear |= {SEALED: bytes} if personal else {}
    return Shape(
        kind=kind,
        names=tuple(name for name in names if name not in personal),
        defaults={name: defaults[name] for name in clear if name in defaults},
        class_version=getattr(kind, "class_version", 1),
        clear=msgspec.json.Decoder(_typed_dict(kind, clear)).decode,
        personal=personal,
        opened=msgspec.json.Decoder(
            _typed_dict(kind, {name: typed[name] for name in personal})
        ).decode,
        gone={name: FORGOTTEN if hints[name] is str else () for name in personal},
        whole=_typed_dict(kind, {STORED_AS.get(name, name): hint for name, hint in typed.items()}),
    )


def _typed_dict(kind: type[Fact], typed: dict[str, Any]) -> Any:
    return cast(Any, TypedDict)(kind.__name__, typed)


def defaults_of(kind: type[Fact]) -> dict[str, Any]:
    """The defaults of fields, for facts that were stored before the fields existed."""
    found = {}
    for each in fields(kind):
        if each.name in _KEPT_BY_THE_LANE:
            continue
        if each.default_factory is not MISSING:
            found[each.name] = each.default_factory()
        elif each.default is not MISSING:
            found[each.name] = each.default
    return found
