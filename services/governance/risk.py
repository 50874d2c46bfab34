"""The log of risks, challenges and escalations: raised, reviewed, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.fact import Provenance
from events.governance.risk import Level, RiskClosed, RiskFact, RiskKind, RiskRaised, RiskReviewed
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal
from services.state import State


class RiskIsClosed(Refusal):
    words = "This is closed. Raise it again if it has come back."


@dataclass(frozen=True)
class Risk(State):
    closed: bool = False


def evolve(state: Risk, fact: RiskFact) -> Risk:
    match fact:
        case RiskClosed():
            return replace(state, closed=True)
        case RiskRaised() | RiskReviewed():
            return state
        case _:
            assert_never(fact)


def raise_risk(
    risk: Risk,
    provenance: Provenance,
    *,
    kind: RiskKind,
    title: str,
    detail: str = "",
    raised_by: str = "",
    owner: str = "",
    level: Level = "not rated",
) -> RiskRaised:
    if not title:
        raise Missing("Say in a line what it is.", field="title")
    return RiskRaised(
        *risk.next(provenance),
        kind=kind,
        title=title,
        detail=detail,
        raised_by=raised_by,
        owner=owner,
        level=level,
    )


def review(risk: Risk, provenance: Provenance, *, level: Level, done: str) -> RiskReviewed:
    if not done:
        raise Missing("Say what is being done about it.", field="done")
    return RiskReviewed(*_open(risk).next(provenance), level=level, done=done)


def close(risk: Risk, provenance: Provenance, *, how: str) -> RiskClosed:
    if not how:
        raise Missing("Say how it ended.", field="how")
    return RiskClosed(*_open(risk).next(provenance), how=how)


class RiskService(Service[Risk]):
    evolve = staticmethod(evolve)
    raise_risk = opening_command(raise_risk)
    review = command(review)
    close = command(close)


def _open(risk: Risk) -> Risk:
    if risk.closed:
        raise RiskIsClosed
    return risk
