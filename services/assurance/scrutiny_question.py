"""Questions of the scrutineer, and what the partners answer."""

from __future__ import annotations

from events.assurance.scrutiny import PartnershipAnswered, PartnershipAsked
from events.fact import Provenance
from events.period import PartialDate
from services.assurance.scrutiny_state import AnsweredBeforeAsked, Scrutiny, still_open
from services.refusals import Missing, NotFound


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
