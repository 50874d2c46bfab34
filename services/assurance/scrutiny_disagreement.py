"""Disagreements between the scrutineer and the partners: opened, escalated, resolved."""

from __future__ import annotations

from typing import get_args

from events.assurance.scrutiny import (
    DisagreementEscalated,
    DisagreementOpened,
    DisagreementResolved,
    Stage,
)
from events.fact import Provenance
from services.assurance.scrutiny_state import NotFurther, Scrutiny, stage_of, still_open
from services.refusals import Missing


def open_disagreement(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    disagreement: str,
    about: str,
    between: str,
    stage: Stage,
) -> DisagreementOpened:
    if not about:
        raise Missing("Say what it is about, without any child's name.", field="about")
    if not between:
        raise Missing("Say between whom, by agency or role.", field="between")
    return DisagreementOpened(
        *still_open(scrutiny).next(provenance),
        disagreement=disagreement,
        about=about,
        between=between,
        stage=stage,
    )


def escalate(
    scrutiny: Scrutiny, provenance: Provenance, *, disagreement: str, stage: Stage, why: str
) -> DisagreementEscalated:
    """Takes it a stage further. Raises ``NotFurther``."""
    at = stage_of(scrutiny, disagreement)
    stages = get_args(Stage)
    if stages.index(stage) <= stages.index(at):
        raise NotFurther
    if not why:
        raise Missing("Say why it goes further.", field="why")
    return DisagreementEscalated(
        *still_open(scrutiny).next(provenance), disagreement=disagreement, stage=stage, why=why
    )


def resolve(
    scrutiny: Scrutiny, provenance: Provenance, *, disagreement: str, how: str
) -> DisagreementResolved:
    stage_of(scrutiny, disagreement)
    if not how:
        raise Missing("Say how it was resolved.", field="how")
    return DisagreementResolved(
        *still_open(scrutiny).next(provenance), disagreement=disagreement, how=how
    )
