"""One partnership's record. Everything is recorded in one way: recall, decide, save."""

from __future__ import annotations

import hmac
import random
import time
from collections.abc import Sequence
from hashlib import sha256
from typing import cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import ApplicationRecorder, IntegrityError, Mapper

from events.fact import Fact
from services.change import Change, listed, was_told
from services.refusals import Forgotten, Refusal, SomebodyElseWasFirst
from services.state import Evolve, folded, grown

_TRIES = 12
_WAIT_SECONDS = 0.004


class _Going:
    """One stream while changes are planned: folded once, then grown by each fact they decide."""

    def __init__(self, change: Change, facts: Sequence[Fact]) -> None:
        self.keys = {fact.provenance.key for fact in facts} - {""}
        self.state = folded(change.evolve, change.stream, facts)

    def grow(self, facts: Sequence[Fact], evolve: Evolve) -> None:
        self.state = grown(evolve, self.state, facts)
        self.keys |= {fact.provenance.key for fact in facts}


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

    def begin(self, change: Change) -> list[Fact]:
        """A change of a stream that is most likely new: recalled only where it is not.

        Returns and raises what ``change`` does.
        """
        new = change.on([])
        try:
            self.save(*new)
        except (IntegrityError, Forgotten):
            return self.change(change)
        return new

    def change(self, change: Change) -> list[Fact]:
        """Decides on what is known of a stream and saves it; a lost race is decided again.

        Returns what was recorded, which is nothing where ``provenance.key`` was recorded before.
        Raises ``ToldDifferently`` where that key came with other content, and
        ``SomebodyElseWasFirst`` where others kept winning the race.
        """
        for tries in range(_TRIES):
            known = self.facts(change.stream)
            if change.provenance.key and was_told(change, known):
                return []
            new = change.on(known)
            try:
                self.save(*new)
            except IntegrityError:
                time.sleep(random.uniform(0, _WAIT_SECONDS * tries))  # noqa: S311 - only a pause
                continue
            return new
        raise SomebodyElseWasFirst

    def plan(self, changes: Sequence[Change]) -> list[list[Fact] | Refusal]:
        """What each change would record after those before it, or why it is refused.

        A change with a ``provenance.key`` that its stream knows records nothing: it has been done.
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

    def change_as_one(self, *changes: Change) -> list[Fact]:
        """Saves one request of several changes, or none of it; the same request again is nothing.

        Raises the first refusal, and ``ToldDifferently`` as ``change`` does.
        """
        for change in changes:
            if change.provenance.key:
                was_told(change, self.facts(change.stream))
        return self.change_together(changes)

    def _planned(self, change: Change, going: dict[UUID, _Going]) -> list[Fact] | Refusal:
        try:
            if change.stream not in going:
                going[change.stream] = _Going(change, self.facts(change.stream))
            known = going[change.stream]
            if change.provenance.key and change.provenance.key in known.keys:
                return []
            new = listed(change.decide(known.state))
        except Refusal as refusal:
            return refusal
        known.grow(new, change.evolve)
        return new
