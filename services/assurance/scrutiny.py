"""Scrutiny: planned, done, found, asked, escalated, concluded."""

from __future__ import annotations

from typing import Literal

from events.assurance.scrutiny import (
    ScrutinyActivityDone,
    ScrutinyConcluded,
    ScrutinyFindingMade,
    ScrutinyPlanned,
)
from events.fact import Provenance
from events.period import PartialDate
from services.assurance.scrutiny_disagreement import escalate, open_disagreement, resolve
from services.assurance.scrutiny_question import answer, ask
from services.assurance.scrutiny_state import (
    MOST_YOUNG_PEOPLE,
    NotSoMany,
    Scrutiny,
    StillWaiting,
    evolve,
    still_open,
)
from services.command import Service, command, opening_command
from services.refusals import Missing


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
