"""Scrutiny: planning, doing, finding, asking the partnership, escalating, concluding."""

from __future__ import annotations

from typing import Literal, get_args

from events.assurance.scrutiny import (
    DisagreementEscalated,
    DisagreementOpened,
    DisagreementResolved,
    PartnershipAnswered,
    PartnershipAsked,
    ScrutinyActivityDone,
    ScrutinyConcluded,
    ScrutinyFindingMade,
    ScrutinyPlanned,
    Stage,
)
from events.fact import Provenance
from events.period import PartialDate
from services.assurance.scrutiny_state import (
    MOST_YOUNG_PEOPLE,
    AnsweredBeforeAsked,
    NotFurther,
    NotSoMany,
    Scrutiny,
    StillWaiting,
    evolve,
    stage_of,
    still_open,
)
from services.command import Service, command, opening_command
from services.refusals import Missing, NotFound


def plan(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    title: str,
    year: str,
    themes: tuple[str, ...],
    by: str = "",
    demo: bool = False,
) -> ScrutinyPlanned:
    if not title:
        raise Missing("Give the plan a title.", field="title")
    if not themes:
        raise Missing("Name at least one theme, one a line.", field="themes")
    return ScrutinyPlanned(
        *scrutiny.next(provenance), title=title, year=year, themes=themes, by=by, demo=demo
    )


def record_activity(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    what: str,
    done_on: PartialDate,
    by: str,
    theme: str = "",
    young_people: int = 0,
) -> ScrutinyActivityDone:
    """Young people who scrutinised are counted as a group, and never named."""
    if not what:
        raise Missing("Say what was done.", field="what")
    if not by:
        raise Missing("Say who did it, by role.", field="by")
    if not 0 <= young_people <= MOST_YOUNG_PEOPLE:
        raise NotSoMany
    return ScrutinyActivityDone(
        *still_open(scrutiny).next(provenance),
        what=what,
        theme=theme,
        done_on=done_on,
        by=by,
        young_people=young_people,
    )


def find(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    kind: Literal["good practice", "to improve"],
    finding: str,
    theme: str = "",
    points: tuple[str, ...] = (),
) -> ScrutinyFindingMade:
    if not finding:
        raise Missing("Write down what was found.", field="finding")
    return ScrutinyFindingMade(
        *still_open(scrutiny).next(provenance),
        kind=kind,
        theme=theme,
        finding=finding,
        points=points,
    )


def ask(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    question: str,
    words: str,
    asked_on: PartialDate,
    due: PartialDate | None = None,
) -> PartnershipAsked:
    if not words:
        raise Missing("Write the question.", field="words")
    if due and due.last < asked_on.first:
        raise Missing("The answer would be due before the question is asked.", field="due")
    return PartnershipAsked(
        *still_open(scrutiny).next(provenance),
        question=question,
        words=words,
        asked_on=asked_on,
        due=due,
    )


def answer(
    scrutiny: Scrutiny,
    provenance: Provenance,
    *,
    question: str,
    answer: str,
    by: str,
    answered_on: PartialDate,
) -> PartnershipAnswered:
    """The partnership's answer. Raises ``AnsweredBeforeAsked``; how long it took is shown."""
    if question not in scrutiny.asked:
        raise NotFound("That question is not open. It may have been answered already.")
    if not answer:
        raise Missing("Write the partnership's answer.", field="answer")
    if not by:
        raise Missing("Say who answers for the partnership, by role.", field="by")
    if answered_on.last < scrutiny.asked[question].first:
        raise AnsweredBeforeAsked
    return PartnershipAnswered(
        *still_open(scrutiny).next(provenance),
        question=question,
        answer=answer,
        by=by,
        answered_on=answered_on,
    )


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


def conclude(scrutiny: Scrutiny, provenance: Provenance, *, conclusion: str) -> ScrutinyConcluded:
    if scrutiny.asked or scrutiny.open:
        raise StillWaiting
    if not conclusion:
        raise Missing("Write the conclusion.", field="conclusion")
    return ScrutinyConcluded(*still_open(scrutiny).next(provenance), conclusion=conclusion)


class ScrutinyService(Service[Scrutiny]):
    evolve = staticmethod(evolve)
    plan = opening_command(plan)
    record_activity = command(record_activity)
    find = command(find)
    ask = command(ask)
    answer = command(answer)
    open_disagreement = command(open_disagreement)
    escalate = command(escalate)
    resolve = command(resolve)
    conclude = command(conclude)
