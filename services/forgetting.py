"""Forgetting, in two steps and by two people; a young person's own words by themselves alone.

A confirmed forgetting is done when the keys are destroyed; killed in between, it is gone on with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import assert_never, get_args
from uuid import UUID

from events.fact import Fact, Told
from events.feedback import ConcernEscalated
from events.forgetting import (
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    ForgettingFact,
    Forgot,
    Ground,
    HoldLifted,
    HoldPlaced,
    Kind,
    ReportChecked,
)
from services.ledger import Decided, Ledger, State
from services.ports import Keys
from services.refusals import Forgotten, Missing, Refusal

_NOBODY = UUID(int=0)
ESCALATED = "A concern was escalated because of it, and that record must be kept."


class Held(Refusal):
    words = "This is held: it may not be forgotten for now."


class AskedAlready(Refusal):
    words = "Somebody has asked for this already. A second person confirms or declines it."


class NobodyAsked(Refusal):
    words = "Nobody has asked to forget this, or it was declined. Ask first."


class SecondPersonNeeded(Refusal):
    words = "You asked for this yourself. Another person must confirm it."


@dataclass(frozen=True)
class Forgetting(State):
    """What is known of forgetting one subject; ``asked`` stands until it is declined or done.

    Words that a concern was escalated for are held until somebody lifts it: ``is_free``.
    """

    subject: UUID = _NOBODY
    asked: ForgettingAsked | None = None
    confirmed: ForgettingConfirmed | None = None
    done: bool = False
    hold: str = ""
    is_free: bool = False


def evolve(forgetting: Forgetting, fact: ForgettingFact) -> Forgetting:
    state = replace(forgetting, version=fact.originator_version)
    match fact:
        case ForgettingAsked():
            return replace(state, asked=fact)
        case ForgettingDeclined():
            return replace(state, asked=None)
        case ForgettingConfirmed():
            return replace(state, asked=None, confirmed=fact)
        case Forgot():
            return replace(state, done=True)
        case HoldPlaced(reason=reason):
            return replace(state, hold=reason)
        case HoldLifted():
            return replace(state, hold="", is_free=True)
        case ReportChecked():
            return state
        case _:
            assert_never(fact)


def ask(
    forgetting: Forgetting, told: Told, *, kind: Kind, ground: Ground, streams: tuple[UUID, ...]
) -> ForgettingAsked:
    """Raises ``Held``, ``AskedAlready``, ``Forgotten``."""
    _free(forgetting)
    if ground not in get_args(Ground):
        raise Missing("Say why it is to be forgotten.", field="ground")
    if forgetting.asked:
        raise AskedAlready
    version, subject = forgetting.version + 1, forgetting.subject
    return ForgettingAsked(forgetting.id, version, told, subject, kind, ground, streams)


def decline(forgetting: Forgetting, told: Told, *, why: str) -> ForgettingDeclined:
    if not forgetting.asked:
        raise NobodyAsked
    if not why:
        raise Missing("Say why not.", field="why")
    return ForgettingDeclined(forgetting.id, forgetting.version + 1, told, forgetting.subject, why)


def confirm(forgetting: Forgetting, told: Told) -> ForgettingConfirmed:
    """By another person than the one who asked. Raises ``SecondPersonNeeded``, ``NobodyAsked``."""
    _free(forgetting)
    if not forgetting.asked:
        raise NobodyAsked
    if forgetting.asked.told.by == told.by:
        raise SecondPersonNeeded
    it = forgetting.asked
    return ForgettingConfirmed(
        forgetting.id, forgetting.version + 1, told, it.subject, it.kind, it.ground, it.streams
    )


def hold(forgetting: Forgetting, told: Told, *, reason: str) -> HoldPlaced:
    if forgetting.confirmed:
        raise Forgotten
    if not reason:
        raise Missing("Say why it must be kept.", field="reason")
    return HoldPlaced(forgetting.id, forgetting.version + 1, told, forgetting.subject, reason)


def lift(forgetting: Forgetting, told: Told, *, why: str) -> HoldLifted:
    if not forgetting.hold:
        raise Missing("There is no hold on this.", field="why")
    if not why:
        raise Missing("Say why the hold ends.", field="why")
    return HoldLifted(forgetting.id, forgetting.version + 1, told, forgetting.subject, why)


class ForgettingService:
    """One stream for each subject, beside the subject's own."""

    def __init__(self, ledger: Ledger, keys: Keys) -> None:
        self.ledger, self.keys = ledger, keys

    def of(self, subject: UUID) -> Forgetting:
        """What is known of forgetting this; nothing, for most."""
        return self._known(subject, self.ledger.facts(self._stream(subject)))

    def ask(
        self, subject: UUID, told: Told, *, kind: Kind, ground: Ground, also: tuple[UUID, ...] = ()
    ) -> list[Fact]:
        """``also`` are further streams about the same person."""
        streams = (subject, *also, *self._said_about(subject))
        return self._change(subject, told, lambda it: ask(it, told, kind=kind, ground=ground,
                                                   streams=streams))  # fmt: skip

    def decline(self, subject: UUID, told: Told, *, why: str) -> list[Fact]:
        return self._change(subject, told, lambda it: decline(it, told, why=why))

    def hold(self, subject: UUID, told: Told, *, reason: str) -> list[Fact]:
        return self._change(subject, told, lambda it: hold(it, told, reason=reason))

    def lift(self, subject: UUID, told: Told, *, why: str) -> list[Fact]:
        return self._change(subject, told, lambda it: lift(it, told, why=why))

    def confirm(self, subject: UUID, told: Told) -> list[Fact]:
        """Confirms and does it."""
        confirmed = self._change(subject, told, lambda it: confirm(it, told))
        self.finish(subject)
        return confirmed

    def take_back(self, subject: UUID, told: Told, besides: Callable[[], Fact]) -> bool:
        """A young person takes their own words back: nobody else is asked.

        ``besides`` decides what is recorded of it on the subject's own stream, in the same step.
        Says whether the words are forgotten; where they are held, they are only taken back.
        """
        ground: Ground = "the young person took it back"
        streams = (subject, *self._said_about(subject))
        told = replace(told, key="")  # the facts of two streams are no answer to one key

        def decide(it: Forgetting) -> Decided:
            taken = besides()
            if it.hold or it.confirmed:
                return taken
            version = it.version + 1
            return taken, ForgettingConfirmed(
                it.id, version, told, subject, "feedback", ground, streams
            )

        self._change(subject, told, decide)
        self.finish(subject)
        return self.of(subject).done

    def finish(self, subject: UUID) -> None:
        """Destroys the keys of what was confirmed, and records it; again does no harm."""
        it = self.of(subject)
        if it.confirmed is None:
            return
        confirmed, destroyed = it.confirmed, tuple(self.keys.forget(it.confirmed.streams))
        told = Told("Earshot", "keys destroyed", None, "done")

        def decide(now: Forgetting) -> Decided:
            if now.done:
                return ()
            return Forgot(now.id, now.version + 1, told, subject, confirmed.kind,
                          confirmed.ground, destroyed)  # fmt: skip

        self._change(subject, told, decide)

    def check_report(self, subject: UUID, told: Told, *, report: UUID, found: bool) -> list[Fact]:
        """A published report was looked through for these words; where found, it is corrected."""

        def decide(it: Forgetting) -> Decided:
            if it.confirmed is None:
                raise NobodyAsked
            return ReportChecked(it.id, it.version + 1, told, subject, report, found)

        return self._change(subject, told, decide)

    def _change(
        self, subject: UUID, told: Told, decide: Callable[[Forgetting], Decided]
    ) -> list[Fact]:
        stream = self._stream(subject)
        return self.ledger.change(stream, told, lambda known: decide(self._known(subject, known)))

    def _known(self, subject: UUID, facts: list[Fact]) -> Forgetting:
        it: Forgetting = reduce(evolve, facts, Forgetting(self._stream(subject), 0, subject))  # type: ignore[arg-type]
        if it.hold or it.is_free:
            return it
        escalated = any(isinstance(fact, ConcernEscalated) for fact in self.ledger.facts(subject))
        return replace(it, hold=ESCALATED) if escalated else it

    def _said_about(self, subject: UUID) -> tuple[UUID, UUID]:
        """Why it was held, declined or kept for longer goes with it."""
        return self._stream(subject), self.ledger.name_of("retention", str(subject))

    def _stream(self, subject: UUID) -> UUID:
        return self.ledger.name_of("forgetting", str(subject))


def _free(forgetting: Forgetting) -> None:
    if forgetting.hold:
        raise Held(f"This is held, so it is not forgotten for now: {forgetting.hold}")
    if forgetting.confirmed:
        raise Forgotten
