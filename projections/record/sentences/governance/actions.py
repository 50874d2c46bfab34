"""How agreed actions get on, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import action
from projections.record.sentences.wording import own_day


def sentence(fact: action.ActionFact) -> str:
    match fact:
        case action.ActionProgressNoted():
            return f"An action has come this far: {fact.progress.rstrip('.')}."
        case action.ActionDueDayMoved():
            return _action_due_day_moved(fact)
        case action.ActionImpactNoted():
            return f"An action changed this: {fact.impact.rstrip('.')}."
        case _:
            assert_never(fact)


def _action_due_day_moved(fact: action.ActionDueDayMoved) -> str:
    on = f" on {day}" if (day := own_day(fact)) else ""
    return f"The day of an action was moved{on} to {fact.due}: {fact.why.rstrip('.')}."
