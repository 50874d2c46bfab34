"""What may be done with an agency's return."""

from __future__ import annotations

import pytest

from events.assurance.audit_return import (
    ReturnSubmitted,
    StandardAnswered,
)
from services.assurance.audit_return_decisions import answer, submit
from services.assurance.audit_return_state import (
    AlreadySubmitted,
    StandardsUnanswered,
    evolve,
)
from services.refusals import Missing
from tests.services.assurance.returns import ANSWERED, REOPENED, STARTED, SUBMITTED
from tests.stories import given


def test_a_standard_is_answered_and_answered_again_until_the_return_is_submitted() -> None:
    said = {"standard": "s1", "asked": "Asked", "rating": "green", "doing": "We ask."}
    given(evolve, STARTED).when(answer, **said).then(StandardAnswered, carried=False)
    given(evolve, STARTED, ANSWERED).when(answer, **said).then(StandardAnswered)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(answer, **said).refused(AlreadySubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED, REOPENED).when(answer, **said).then(
        StandardAnswered
    )


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"rating": "not applicable"}, "why"),
        ({"rating": "red", "doing": "Little."}, "actions"),
        ({"rating": "amber", "doing": "Some."}, "actions"),
        ({"rating": "green"}, "doing"),
    ],
)
def test_a_rating_says_why_what_is_done_and_what_will_be(said: dict[str, str], field: str) -> None:
    given(evolve, STARTED).when(answer, standard="s1", asked="Asked", **said).refused(
        Missing, field
    )


def test_a_return_is_submitted_once_every_standard_has_an_answer_of_this_year() -> None:
    given(evolve, STARTED, ANSWERED).when(submit, standards=("s1", "s2")).refused(
        StandardsUnanswered
    )
    given(evolve, STARTED, ANSWERED).when(submit, standards=("s1",)).then(ReturnSubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(submit, standards=("s1",)).refused(
        AlreadySubmitted
    )
