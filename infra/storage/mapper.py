"""Facts to bytes and back, by msgspec; a stored topic is looked up, never imported."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache, partial
from importlib import import_module
from typing import Any, NamedTuple, NotRequired, TypedDict, cast, get_type_hints
from uuid import UUID

import msgspec
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    JSONTranscoder,
    Mapper,
    MapperDeserialisationError,
    StoredEvent,
)

import events
from events.fact import CATALOGUE, NOT_YET, Fact
from infra.storage.lane import Recorded, Row
from infra.storage.refusals import NewerFact, UnknownTopic

_KEPT_BY_THE_LANE = frozenset({"originator_id", "originator_version", "recorded_at"})
_encode = msgspec.json.Encoder().encode


class _Written(msgspec.Struct):
    """The one thing to know of a fact before the rest is read."""

    class_version: int = 1


class _Shape(NamedTuple):
    """What to write of one kind of fact, and how to read it."""

    kind: type[Fact]
    names: tuple[str, ...]
    length: int
    class_version: int
    told: Callable[[bytes], dict[str, Any]]


_Plain = tuple[int, UUID, int, str, bytes, datetime]
_new, _set = object.__new__, object.__setattr__
_version_of = msgspec.json.Decoder(_Written).decode


class FactMapper(Mapper[UUID]):
    """Fields go out through ``_written`` and come in through ``told``: sealing belongs there."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())
        import_every_fact()

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        fact = cast(Fact, domain_event)
        return StoredEvent(
            fact.originator_id, fact.originator_version, type(fact).TOPIC, self._written(fact)
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        it: Any = stored_event
        if type(it) is Recorded:
            row: Any = (0, *it)
        else:
            at = getattr(it, "at", NOT_YET)
            row = (0, it.originator_id, it.originator_version, it.topic, it.state, at)
        fact: Any = self.fact(row)
        return fact  # type: ignore[no-any-return]

    def facts(self, rows: Iterable[Row]) -> list[Fact]:
        """The facts in a page of rows, in order."""
        return list(map(self.fact, rows))

    def fact(self, row: Row | _Plain) -> Fact:
        """The fact in a stored row. Raises ``UnknownTopic`` or ``NewerFact``."""
        _, stream, version, topic, state, at = row
        shape = _shape(topic)
        try:
            told = shape.told(state)
        except msgspec.DecodeError as error:
            message = f"fact {version} of {stream} ({topic}) cannot be read: {error}"
            raise MapperDeserialisationError(message) from error
        if len(told) != shape.length:
            told = {**_defaults(shape.kind), **told}
        told["originator_id"] = stream
        told["originator_version"] = version
        told["recorded_at"] = at
        fact: Fact = _new(shape.kind)
        _set(fact, "__dict__", told)
        return fact

    def _written(self, fact: Fact) -> bytes:
        shape, held = _shape(fact.TOPIC), vars(fact)
        told = {name: held[name] for name in shape.names}
        if shape.class_version > 1:
            told["class_version"] = shape.class_version
        return _encode(told)


def import_every_fact() -> None:
    """Fills the catalogue from every module of ``events``, none of them named here."""
    for module in pkgutil.walk_packages(events.__path__, events.__name__ + "."):
        import_module(module.name)


@cache
def _shape(topic: str) -> _Shape:
    kind = CATALOGUE.get(topic)
    if kind is None:
        raise UnknownTopic(f"no kind of fact is called {topic!r}")
    hints = get_type_hints(kind)
    names = tuple(each.name for each in fields(kind) if each.name not in _KEPT_BY_THE_LANE)
    defaults = _defaults(kind)
    typed = {name: NotRequired[hints[name]] if name in defaults else hints[name] for name in names}
    body: Any = cast(Any, TypedDict)(kind.__name__, typed)
    class_version = getattr(kind, "class_version", 1)
    told = msgspec.json.Decoder(body).decode
    if class_version > 1:
        told = partial(_upcast, kind, class_version, body)
    return _Shape(kind, names, len(names), class_version, told)


def _defaults(kind: type[Fact]) -> dict[str, Any]:
    """What a fact has of its own accord where it was written before it had such a field."""
    found = {}
    for each in fields(kind):
        if each.name in _KEPT_BY_THE_LANE:
            continue
        if each.default_factory is not MISSING:
            found[each.name] = each.default_factory()
        elif each.default is not MISSING:
            found[each.name] = each.default
    return found


def _upcast(kind: type[Fact], class_version: int, body: Any, state: bytes) -> Any:
    written = _version_of(state).class_version
    if written > class_version:
        raise NewerFact(f"{kind.TOPIC} was written in version {written}, by a later release")
    told = msgspec.json.decode(state)
    for version in range(written, class_version):
        getattr(kind, f"upcast_v{version}_v{version + 1}")(told)
    return msgspec.convert(told, body)
