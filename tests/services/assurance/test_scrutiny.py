"""What may be done in a year of scrutiny."""

from __future__ import annotations

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
)
from events.period import PartialDate
from services.assurance.scrutiny import conclude, find, plan, record_activity
from services.assurance.scrutiny_disagreement import escalate, open_disagreement, resolve
from services.assurance.scrutiny_question import answer, ask
from services.assurance.scrutiny_state import (
    AnsweredBeforeAsked,
    NotFurther,
    NotSoMany,
    ScrutinyIsConcluded,
    StillWaiting,
    evolve,
)
from services.refusals import Missing, NotFound
from tests.stories import given, recorded

DAY, LATER = PartialDate("2026-11-02"), PartialDate("2026-11-14")
PLANNED = recorded(ScrutinyPlanned, title="2026", year="", themes=("Voice",), by="", demo=False)
ASKED = recorded(PartnershipAsked, question="q", words="Who?", asked_on=DAY, due=None)
OPENED = recorded(
    DisagreementOpened, disagreement="d", about="when", between="a and b", stage="managers"
)
ANSWERED = recorded(PartnershipAnswered, question="q", answer="We", by="lead", answered_on=LATER)
RESOLVED = recorded(DisagreementResolved, disagreement="d", how="agreed")
CONCLUDED = recorded(ScrutinyConcluded, conclusion="good")


def test_a_year_is_planned_with_a_title_and_themes() -> None:
    given(evolve).when(plan, title="2026", year="", themes=("Voice",)).then(ScrutinyPlanned)
    given(evolve).when(plan, title="2026", year="", themes=()).refused(Missing, "themes")
    given(evolve).when(plan, title="", year="", themes=("Voice",)).refused(Missing, "title")


def test_young_people_who_scrutinise_are_counted_as_a_group() -> None:
    done = {"what": "Sat in", "done_on": DAY, "by": "the scrutineer"}
    given(evolve, PLANNED).when(record_activity, young_people=6, **done).then(
        ScrutinyActivityDone, young_people=6
    )
    given(evolve, PLANNED).when(record_activity, young_people=501, **done).refused(
        NotSoMany, "young_people"
    )


def test_a_finding_has_points_and_good_practice_is_one_too() -> None:
    given(evolve, PLANNED).when(find, kind="good practice", finding="Yes", points=("a", "b")).then(
        ScrutinyFindingMade, points=("a", "b")
    )
    given(evolve, PLANNED).when(find, kind="to improve", finding="").refused(Missing, "finding")


def test_the_partnership_answers_a_question_once_and_not_before_it_was_asked() -> None:
    said = {"question": "q", "answer": "We do", "by": "the lead"}
    given(evolve, PLANNED).when(ask, question="q", words="Who?", asked_on=DAY).then(
        PartnershipAsked
    )
    given(evolve, PLANNED).when(ask, question="q", words="Who?", asked_on=LATER, due=DAY).refused(
        Missing, "due"
    )
    given(evolve, PLANNED, ASKED).when(answer, answered_on=LATER, **said).then(PartnershipAnswered)
    early = PartialDate("2026-11-01")
    given(evolve, PLANNED, ASKED).when(answer, answered_on=early, **said).refused(
        AnsweredBeforeAsked, "answered_on"
    )
    given(evolve, PLANNED, ASKED, ANSWERED).when(answer, answered_on=LATER, **said).refused(
        NotFound
    )


def test_a_disagreement_only_goes_further_until_it_is_resolved() -> None:
    opened = {"disagreement": "d", "about": "when", "between": "a and b", "stage": "managers"}
    given(evolve, PLANNED).when(open_disagreement, **opened).then(DisagreementOpened)
    story = given(evolve, PLANNED, OPENED)
    on = {"disagreement": "d", "why": "no end"}
    story.when(escalate, stage="senior leaders", **on).then(DisagreementEscalated)
    story.when(escalate, stage="managers", **on).refused(NotFurther, "next_stage")
    story.when(escalate, stage="practitioners", **on).refused(NotFurther)
    story.when(resolve, disagreement="d", how="agreed").then(DisagreementResolved)
    given(evolve, PLANNED, OPENED, RESOLVED).when(escalate, stage="senior leaders", **on).refused(
        NotFound
    )


def test_a_year_is_concluded_when_nothing_is_left_open() -> None:
    given(evolve, PLANNED, ASKED).when(conclude, conclusion="good").refused(StillWaiting)
    given(evolve, PLANNED, OPENED).when(conclude, conclusion="good").refused(StillWaiting)
    given(evolve, PLANNED, ASKED, ANSWERED).when(conclude, conclusion="good").then(
        ScrutinyConcluded
    )
    given(evolve, PLANNED, CONCLUDED).when(find, kind="to improve", finding="x").refused(
        ScrutinyIsConcluded
    )
