"""Maps facts to bytes and back with msgspec. Personal fields are encrypted."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, cast
from uuid import UUID

import msgspec
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    JSONTranscoder,
    Mapper,
    MapperDeserialisationError,
    StoredEvent,
)

from events.fact import LOST, NOT_YET, OPENING, Fact, Provenance
from infra.errors import NewerFact
from infra.keys.envelope import BadCiphertext
from infra.storage.cipher import Cipher, KeyLost
from infra.storage.fact_codec import (
    SEALED,
    STORED_AS,
    Shape,
    defaults_of,
    import_every_fact,
    shape_of,
)
from infra.storage.ledger_rows import LedgerRow, StoredFact
from infra.storage.sealed_words import envelope_in
from projections.engine.encryption import UNSEALED, RowCipher

_PAGE = 1000
_log = logging.getLogger(__name__)
_encode = msgspec.json.Encoder().encode


class _Written(msgspec.Struct):
    """The one thing to know of a fact before the rest is read."""

    class_version: int = 1


_Plain = tuple[int, UUID, int, str, bytes, datetime]
_new, _set = object.__new__, object.__setattr__
_version_of = msgspec.json.Decoder(_Written).decode


def _as_stored(provenance: Provenance) -> Provenance | dict[str, object]:
    """As it was always written; a day that nobody knows adds its flag."""
    if provenance.is_day_unknown:
        return provenance
    held = dict(vars(provenance))
    held.pop("is_day_unknown", None)
    return held


class FactMapper(Mapper[UUID]):
    """One partnership's mapper. Without a ``sealing`` it refuses personal fields."""

    def __init__(self, sealing: Cipher | None = None) -> None:
        super().__init__(JSONTranscoder())
        self._sealing = sealing
        import_every_fact()

    @property
    def sealing(self) -> Cipher:
        """The cipher. Raises ``LookupError`` if there is none."""
        if self._sealing is None:
            raise LookupError("this mapper has no keys to seal with")
        return self._sealing

    @property
    def seal(self) -> RowCipher:
        """The cipher for words in read tables."""
        return self._sealing or UNSEALED

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        fact = cast(Fact, domain_event)
        return StoredEvent(
            fact.originator_id, fact.originator_version, type(fact).TOPIC, self._written(fact)
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        it: Any = stored_event
        if type(it) is StoredFact:
            row: Any = (0, *it)
        else:
            at = getattr(it, "at", NOT_YET)
            row = (0, it.originator_id, it.originator_version, it.topic, it.state, at)
        fact: Any = self.fact(row)
        return fact  # type: ignore[no-any-return]

    def facts(self, rows: Iterable[LedgerRow]) -> list[Fact]:
        """The facts in a page of rows, in order; the keys they need are read all at once."""
        together: list[bytes] = []
        return [self.fact(row, together) for row in rows]

    def stream(self, rows: Iterable[LedgerRow]) -> Iterator[Fact]:
        """As ``facts``, for as many as there are: a page of them is held at a time."""
        follow = iter(rows)
        while page := list(islice(follow, _PAGE)):
            yield from self.facts(page)

    def fact(self, row: LedgerRow | _Plain, together: list[bytes] | None = None) -> Fact:
        """The fact in a stored row; its sealed fields are opened when they are first asked for.

        ``together`` gathers the envelopes of a page: the first to be opened reads all their keys.
        Raises ``UnknownTopic``, ``NewerFact``, or the library's error where it cannot be read.
        """
        _, stream, version, topic, state, at = row
        shape = shape_of(topic)
        try:
            if shape.class_version > 1:
                held = self._upcast(shape, stream, version, topic, state)
            else:
                held = shape.clear(state)
                if len(held) != len(shape.names) + bool(shape.personal):
                    held = {**shape.defaults, **held}
                if shape.personal:
                    sealed = held.pop(SEALED)
                    together = [] if together is None else together
                    together.append(sealed)
                    held[OPENING] = partial(self._opened, shape, stream, version, sealed, together)
        except (msgspec.MsgspecError, BadCiphertext) as error:
            message = f"fact {version} of {stream} ({topic}) cannot be read: {error}"
            raise MapperDeserialisationError(message) from error
        held["provenance"] = held.pop("told")
        held["originator_id"] = stream
        held["originator_version"] = version
        held["recorded_at"] = at
        fact: Fact = _new(shape.kind)
        _set(fact, "__dict__", held)
        return fact

    def _opened(
        self, shape: Shape, stream: UUID, version: int, sealed: bytes, together: list[bytes]
    ) -> dict[str, Any]:
        """Raises the library's error where the words are not as they were sealed."""
        topic = shape.kind.TOPIC
        try:
            if len(together) > 1:
                self.sealing.expect(together)
                together.clear()
            words = self.sealing.open(stream, version, topic, sealed)
            return dict(shape.gone) if words is None else shape.opened(words)
        except KeyLost:
            _log.error("the key of fact %s of %s is lost", version, stream)
            return {name: LOST if gone else gone for name, gone in shape.gone.items()}
        except (msgspec.MsgspecError, BadCiphertext) as error:
            message = f"fact {version} of {stream} ({topic}) cannot be read: {error}"
            raise MapperDeserialisationError(message) from error

    def _written(self, fact: Fact) -> bytes:
        shape = shape_of(fact.TOPIC)
        held = {STORED_AS.get(name, name): getattr(fact, name) for name in shape.names}
        held[STORED_AS["provenance"]] = _as_stored(fact.provenance)
        if shape.personal:
            words = _encode({name: getattr(fact, name) for name in shape.personal})
            held[SEALED] = self.sealing.seal(
                fact.originator_id,
                fact.originator_version,
                fact.TOPIC,
                words,
                after_erasure=fact.AFTER_FORGETTING,
            )
        if shape.class_version > 1:
            held["class_version"] = shape.class_version
        return _encode(held)

    def _upcast(
        self, shape: Shape, stream: UUID, version: int, topic: str, state: bytes
    ) -> dict[str, Any]:
        written = _version_of(state).class_version
        if written > shape.class_version:
            raise NewerFact(f"{topic} was written in version {written}, by a later release")
        held = msgspec.json.decode(state)
        words: bytes | None = b"{}"
        if sealed := envelope_in(state):
            del held[SEALED]
            words = self.sealing.open(stream, version, topic, sealed)
        held |= {} if words is None else msgspec.json.decode(words)
        for earlier in range(written, shape.class_version):
            getattr(shape.kind, f"upcast_v{earlier}_v{earlier + 1}")(held)
        back: dict[str, Any] = msgspec.convert(held, shape.whole)
        return {**defaults_of(shape.kind), **back, **({} if words is not None else shape.gone)}
