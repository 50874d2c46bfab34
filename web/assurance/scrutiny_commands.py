"""What can be done in a year of scrutiny: plan, look, find, ask, disagree, conclude.

No two forms have a field of the same name: they share one page.
"""

from __future__ import annotations

from services.assurance.scrutiny import ScrutinyService
from web.assurance.scrutiny_forms import (
    ScrutinyActivityForm,
    ScrutinyAnswerForm,
    ScrutinyConclusionForm,
    ScrutinyFindingForm,
    ScrutinyPlanForm,
    ScrutinyQuestionForm,
)
from web.forms.command import Command, key


def _scrutineer(scrutineer: str) -> str:
    return scrutineer


def _about(about: str) -> str:
    return about


def _answerer(answerer: str) -> str:
    return answerer


PLAN = Command(
    ScrutinyPlanForm,
    ScrutinyService.plan,
    title="Plan a year of scrutiny",
    done="",
    help=(
        "Say what will be looked at. The plan stays as it was recorded; what is done and found is "
        "added to it."
    ),
    button="Record the plan",
    also={"by": _scrutineer},
)
COMMANDS = {
    "activity": Command(
        ScrutinyActivityForm,
        ScrutinyService.record_activity,
        title="Record what was done",
        done="What was done is recorded.",
        button="Record it",
    ),
    "find": Command(
        ScrutinyFindingForm,
        ScrutinyService.find,
        title="Record a finding",
        done="The finding is recorded.",
        button="Record it",
        also={"theme": _about},
    ),
    "ask": Command(
        ScrutinyQuestionForm,
        ScrutinyService.ask,
        title="Ask the partnership",
        done="The question is asked; the coordinator answers it here.",
        button="Ask it",
        also={"question": key},
    ),
    "conclude": Command(
        ScrutinyConclusionForm,
        ScrutinyService.conclude,
        title="Conclude the year",
        done="Scrutiny is concluded.",
        button="Conclude it",
    ),
}
REPLY = {
    "answer": Command(
        ScrutinyAnswerForm,
        ScrutinyService.answer,
        title="Answer for the partnership",
        done="The answer is recorded.",
        button="Record the answer",
        also={"by": _answerer},
    ),
}
