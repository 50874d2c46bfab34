"""Facts to bytes and back, by msgspec; a stored topic is looked up, never imported."""

from __future__ import annotations

import pkgutil
from dataclasses import MISSING, Field, field, fields, make_dataclass
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, cast, get_type_hints
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
    class_version: int
    body: msgspec.json.Decoder[Any]


_version_of = msgspec.json.Decoder(_Written).decode


class FactMapper(Mapper[UUID]):
    """Every personal field goes through ``_written`` and ``_told``: sealing belongs there."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())
        import_every_fact()

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        fact = cast(Fact, domain_event)
        return StoredEvent(
            fact.originator_id, fact.originator_version, type(fact).TOPIC, self._written(fact)
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        stored = cast(Recorded, stored_event)
        stream, version = cast(UUID, stored.originator_id), stored.originator_version
        at = getattr(stored, "at", NOT_YET)
        fact = self.fact(Row(0, stream, version, stored.topic, stored.state, at))
        return cast(DomainEventProtocol[UUID], fact)

    def fact(self, row: Row) -> Fact:
        """The fact in a stored row. Raises ``UnknownTopic`` or ``NewerFact``."""
        _, stream, version, topic, state, at = row
        shape = _shape(topic)
        try:
            told = self._told(shape, state)
        except msgspec.DecodeError as error:
            message = f"fact {version} of {stream} ({topic}) cannot be read: {error}"
            raise MapperDeserialisationError(message) from error
        told["originator_id"], told["originator_version"] = stream, version
        told["recorded_at"] = at
        fact: Fact = object.__new__(shape.kind)
        object.__setattr__(fact, "__dict__", told)
        return fact

    def _written(self, fact: Fact) -> bytes:
        shape, held = _shape(fact.TOPIC), vars(fact)
        told = {name: held[name] for name in shape.names}
        if shape.class_version > 1:
            told["class_version"] = shape.class_version
        return _encode(told)

    def _told(self, shape: _Shape, state: bytes) -> dict[str, Any]:
        body = shape.body.decode(state) if shape.class_version == 1 else _upcast(shape, state)
        told: dict[str, Any] = body.__dict__
        return told


def import_every_fact() -> None:
    """Fills the catalogue from every module of ``events``, none of them named here."""
    for module in pkgutil.walk_packages(events.__path__, events.__name__ + "."):
        import_module(module.name)


@cache
def _shape(topic: str) -> _Shape:
    kind = CATALOGUE.get(topic)
    if kind is None:
        raise UnknownTopic(f"no kind of fact is called {topic!r}")
    hints, told = get_type_hints(kind), list[tuple[str, Any, Any]]()
    for each in fields(kind):
        if each.name not in _KEPT_BY_THE_LANE:
            told.append((each.name, hints[each.name], _default(each)))
    body: msgspec.json.Decoder[Any] = msgspec.json.Decoder(make_dataclass(kind.__name__, told))
    names = tuple(name for name, *_ in told)
    return _Shape(kind, names, getattr(kind, "class_version", 1), body)


def _default(of: Field[Any]) -> Any:
    # Two calls, as a default and a factory may not both be given.
    if of.default_factory is not MISSING:
        return field(default_factory=of.default_factory, kw_only=True)
    return field(default=of.default, kw_only=True)


def _upcast(shape: _Shape, state: bytes) -> Any:
    kind, written = shape.kind, _version_of(state).class_version
    if written == shape.class_version:
        return shape.body.decode(state)
    if written > shape.class_version:
        raise NewerFact(f"{kind.TOPIC} was written in version {written}, by a later release")
    told = msgspec.json.decode(state)
    for version in range(written, shape.class_version):
        getattr(kind, f"upcast_v{version}_v{version + 1}")(told)
    return msgspec.convert(told, shape.body.type)
