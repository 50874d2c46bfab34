"""Keeping the log of risks, challenges and escalations: raised, looked at again, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.governance.risk import Level, RiskClosed, RiskFact, RiskKind, RiskRaised, RiskReviewed
from services.ledger import Service, State, decides, opens
from services.refusals import Missing, Refusal


class RiskIsClosed(Refusal):
    words = "This is closed. Raise it anew if it has come back."


@dataclass(frozen=True)
class Risk(State):
    closed: bool = False


def evolve(risk: Risk | None, fact: RiskFact) -> Risk:
    state = replace(risk or Risk(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case RiskClosed():
            return replace(state, closed=True)
        case RiskRaised() | RiskReviewed():
            return state
        case _:
            assert_never(fact)


def raise_risk(
    stream: UUID,
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
    return RiskRaised(stream, 1, provenance, kind, title, detail, raised_by, owner, level)


def review(risk: Risk, provenance: Provenance, *, level: Level, done: str) -> RiskReviewed:
    if not done:
        raise Missing("Say what is being done about it.", field="done")
    return RiskReviewed(risk.id, _next(risk), provenance, level, done)


def close(risk: Risk, provenance: Provenance, *, how: str) -> RiskClosed:
    if not how:
        raise Missing("Say how it ended.", field="how")
    return RiskClosed(risk.id, _next(risk), provenance, how)


class RiskService(Service[Risk]):
    evolve = staticmethod(evolve)
    raise_risk = opens(raise_risk)
    review = decides(review)
    close = decides(close)


def _next(risk: Risk) -> int:
    if risk.closed:
        raise RiskIsClosed
    return risk.version + 1
