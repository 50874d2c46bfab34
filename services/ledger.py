"""Recall, decide, save: the one way in which anything is recorded."""

from __future__ import annotations

import hmac
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial, reduce
from hashlib import sha256
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar, cast, get_type_hints
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import ApplicationRecorder, IntegrityError, Mapper

from events.fact import FORGOTTEN, Fact, Provenance
from services.refusals import (
    AlreadyThere,
    Forgotten,
    NotFound,
    Refusal,
    SomebodyElseWasFirst,
    ToldDifferently,
)

P = ParamSpec("P")
S = TypeVar("S", bound="State")
Decided = Fact | tuple[Fact, ...]
_TRIES = 12
_WAIT_SECONDS = 0.004


@dataclass(frozen=True)
class Change:
    """What would be decided on one stream, to be saved with other changes or not at all.

    ``decide`` is given what ``evolve`` makes of the stream, none where there is no fact of it.
    """

    stream: UUID
    provenance: Provenance
    evolve: Callable[[Any, Any], Any]
    decide: Callable[[Any], Decided]


@dataclass(frozen=True)
class State:
    """What a decision needs to remember of one stream."""

    id: UUID
    version: int


class _Going:
    """One stream while changes are planned: folded once, then grown by each fact they decide."""

    def __init__(self, facts: Sequence[Fact], evolve: Callable[[Any, Any], Any]) -> None:
        self.keys = {fact.provenance.key for fact in facts} - {""}
        self.state = _folded(facts, evolve) if facts else None

    def grow(self, facts: Sequence[Fact], evolve: Callable[[Any, Any], Any]) -> None:
        for fact in facts:
            self.state = evolve(self.state, fact)
            self.keys.add(fact.provenance.key)


class Ledger(Application[UUID]):
    """One partnership's record. Nothing about another partnership is ever in it."""

    def __init__(
        self, slug: str, recorder: ApplicationRecorder, mapper: Mapper[UUID], names: bytes = b""
    ) -> None:
        self.slug, self._names = slug, names
        self._given = recorder, mapper
        super().__init__()

    def construct_recorder(self) -> ApplicationRecorder:
        return self._given[0]

    def construct_mapper(self) -> Mapper[UUID]:
        return self._given[1]

    def name_of(self, *parts: str) -> UUID:
        """The id of what has these names here; the same names give the same id, for ever.

        A keyed hash (HMAC-SHA-256), so that nobody can try out names until an id fits.
        """
        named = hmac.new(self._names, "\x1f".join((self.slug, *parts)).encode(), sha256)
        return UUID(bytes=named.digest()[:16], version=4)

    def facts(self, stream: UUID) -> list[Fact]:
        """The facts of one stream, in order."""
        return [cast(Fact, fact) for fact in self.events.get(stream)]

    def begin(
        self, stream: UUID, provenance: Provenance, decide: Callable[[list[Fact]], Decided]
    ) -> list[Fact]:
        """Decides on a stream that is most likely new: saved at once, recalled only if it is not.

        Returns and raises what ``change`` does.
        """
        new = _listed(decide([]))
        try:
            self.save(*new)
        except (IntegrityError, Forgotten):
            return self.change(stream, provenance, decide)
        return new

    def change(
        self, stream: UUID, provenance: Provenance, decide: Callable[[list[Fact]], Decided]
    ) -> list[Fact]:
        """Decide on what is known of a stream and save the outcome; a lost race is decided again.

        Returns what was recorded, which is nothing where ``provenance.key`` was recorded before.
        Raises ``ToldDifferently`` where that key came with other content, and
        ``SomebodyElseWasFirst`` where others kept winning the race.
        """
        for tries in range(_TRIES):
            known = self.facts(stream)
            if provenance.key and _was_told(provenance.key, known, decide):
                return []
            new = _listed(decide(known))
            try:
                self.save(*new)
            except IntegrityError:
                time.sleep(random.uniform(0, _WAIT_SECONDS * tries))  # noqa: S311 - only a pause
                continue
            return new
        raise SomebodyElseWasFirst

    def plan(self, changes: Sequence[Change]) -> list[list[Fact] | Refusal]:
        """What each of these would record after those before it, or why it would not.

        One whose ``provenance.key`` its stream knows records nothing: it has been done.
        """
        going: dict[UUID, _Going] = {}
        return [self._planned(change, going) for change in changes]

    def change_together(self, changes: Sequence[Change]) -> list[Fact]:
        """Saves what all of these record in one go. Raises the first refusal: nothing is saved."""
        for _ in range(_TRIES):
            new: list[Fact] = []
            for planned in self.plan(changes):
                if isinstance(planned, Refusal):
                    raise planned
                new += planned
            try:
                self.save(*new)
            except IntegrityError:
                continue
            return new
        raise SomebodyElseWasFirst

    def _planned(self, change: Change, going: dict[UUID, _Going]) -> list[Fact] | Refusal:
        try:
            if change.stream not in going:
                going[change.stream] = _Going(self.facts(change.stream), change.evolve)
            known = going[change.stream]
            if change.provenance.key and change.provenance.key in known.keys:
                return []
            new = _listed(change.decide(known.state))
        except Refusal as refusal:
            return refusal
        known.grow(new, change.evolve)
        return new


class Service(Generic[S]):
    """What may be done with one subject: names its facts' ``evolve`` and lists its decisions."""

    evolve: ClassVar[staticmethod[[Any, Any], Any]]

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def recall(self, stream: UUID) -> S:
        """Raises ``NotFound`` where nothing is known of it."""
        return self._known(self.ledger.facts(stream))

    def opening(
        self,
        decide: Callable[Concatenate[UUID, Provenance, P], Decided],
        stream: UUID,
        provenance: Provenance,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change:
        """A decision that would start a stream, as one of many changes."""

        def first(known: S | None) -> Decided:
            if known is not None:
                raise AlreadyThere
            return decide(stream, provenance, *args, **kwargs)

        return Change(stream, provenance, type(self).evolve, first)

    def going_on(
        self,
        decide: Callable[Concatenate[S, Provenance, P], Decided],
        stream: UUID,
        provenance: Provenance,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change:
        """A decision about something known, as one of many changes."""

        def then(known: S | None) -> Decided:
            if known is None:
                raise NotFound
            return decide(known, provenance, *args, **kwargs)

        return Change(stream, provenance, type(self).evolve, then)

    def _known(self, facts: Sequence[Fact]) -> S:
        return cast(S, _folded(facts, type(self).evolve))


def _folded(facts: Sequence[Fact], evolve: Callable[[Any, Any], Any]) -> Any:
    """Raises ``NotFound`` where there is nothing, or something of another kind."""
    if not facts or not isinstance(facts[0], _kinds(evolve)):
        raise NotFound
    return reduce(evolve, facts, None)


@cache
def _kinds(evolve: Callable[[Any, Any], Any]) -> Any:
    """The kinds of fact a subject is made of, as its ``evolve`` says."""
    return get_type_hints(evolve)["fact"]


def opens(
    decide: Callable[Concatenate[UUID, Provenance, P], Decided],
) -> Callable[Concatenate[Any, UUID, Provenance, P], list[Fact]]:
    """Makes a decision that starts a new stream into a method of its service."""

    def method(
        self: Service[Any],
        stream: UUID,
        provenance: Provenance,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> list[Fact]:
        def first(known: list[Fact]) -> Decided:
            if known:
                raise AlreadyThere
            return decide(stream, provenance, *args, **kwargs)

        return self.ledger.begin(stream, provenance, first)

    method.__doc__, method.decides = decide.__doc__, decide  # type: ignore[attr-defined]
    return method


def decides(
    decide: Callable[Concatenate[S, Provenance, P], Decided],
) -> Callable[Concatenate[Any, UUID, Provenance, P], list[Fact]]:
    """Makes a decision about something known into a method of its service."""

    def method(
        self: Service[S], stream: UUID, provenance: Provenance, /, *args: P.args, **kwargs: P.kwargs
    ) -> list[Fact]:
        def then(known: list[Fact]) -> Decided:
            return partial(decide, self._known(known), provenance)(*args, **kwargs)

        return self.ledger.change(stream, provenance, then)

    method.__doc__, method.decides = decide.__doc__, decide  # type: ignore[attr-defined]
    return method


def _was_told(key: str, known: list[Fact], decide: Callable[[list[Fact]], Decided]) -> bool:
    """Whether a request came before. Raises ``ToldDifferently`` where it said something else."""
    at = next((at for at, fact in enumerate(known) if fact.provenance.key == key), None)
    if at is None:
        return False
    again = _listed(decide(known[:at]))
    there = known[at : at + len(again)]
    if len(again) != len(there) or not all(map(is_again, again, there)):
        raise ToldDifferently
    return True


def is_again(fact: Fact, known: Fact) -> bool:
    """Whether a fact is one that is known, as far as that is not forgotten."""
    gone = {
        name: value for name in known.PERSONAL if (value := getattr(known, name)) in (FORGOTTEN, ())
    }
    return type(fact) is type(known) and replace(fact, **gone) == known


def _listed(decided: Decided) -> list[Fact]:
    return list(decided) if isinstance(decided, tuple) else [decided]
