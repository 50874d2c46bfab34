"""What a young person and everybody else can read of what became of their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack, StatementQuoted
from events.feedback.triage import (
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    ThemeGiven,
)
from events.governance.decision import (
    DecisionMade,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from events.period import PartialDate
from projections.feedback.receipt import Receipt
from projections.feedback.receipt_rows import ReceiptPage
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from projections.feedback.you_said import YouSaid
from projections.feedback.you_said_views import Theme
from tests.stories import recorded

CHILD, DECISION, NEWER = UUID(int=1), UUID(int=2), UUID(int=3)
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def submitted(stream: UUID = CHILD, **said: Any) -> Fact:
    told = {
        "channel": "web",
        "feeling": "sad",
        "about": "place",
        "words": "It is dark.",
        "age_band": "",
        "wants_answer": True,
        "receipt": "r1",
        "demo": False,
    }
    return recorded(FeedbackSubmitted, stream=stream, **{**told, **said})


PROPOSED = recorded(
    DecisionProposed, stream=DECISION, title="Lamps", priority="", theme="getting home", demo=False
)
LINKED = recorded(EvidenceLinked, stream=DECISION, kind="feedback", evidence=CHILD, said="feedback")
MADE = recorded(
    DecisionMade,
    stream=DECISION,
    outcome="we will",
    decided="Put up lamps",
    made_by="board",
    reason="light",
    child_reason="So you can see.",
    made_on=PartialDate("2026-11-22"),
    effective_on=None,
)
CHANGED = recorded(ImpactObserved, stream=DECISION, impact="The path is lit.", observed_by="youth")
READ = recorded(FeedbackRead, reader="triage")
PASSED = recorded(FeedbackPassedOn, to="the council", asked="")
THEME = recorded(ThemeGiven, theme="getting home")
ANSWERED = recorded(
    FeedbackAnswered, outcome="we will", reply="Lamps are coming.", decision=DECISION
)
BACK = recorded(FeedbackTakenBack)


NEXT_YEAR = date(2027, 12, 31)


def as_recorded(*facts: Fact) -> list[Fact]:
    """Facts a day apart."""
    return [
        type(fact)(**{**vars(fact), "recorded_at": START + timedelta(days=day)})
        for day, fact in enumerate(facts)
    ]


def receipt(*facts: Fact) -> ReceiptPage:
    view = Receipt.over(as_recorded(*facts))
    try:
        page = view.by_hash("r1")
        assert page is not None
        return page
    finally:
        view.close()


def themes(*facts: Fact) -> list[Theme]:
    view = YouSaid.over(as_recorded(*facts))
    try:
        return view.themes(NEXT_YEAR)
    finally:
        view.close()


def item(*facts: Fact) -> TriageItem:
    view = TriageQueue.over(as_recorded(*facts))
    try:
        found = view.item(CHILD)
        assert found is not None
        return found
    finally:
        view.close()


def done(page: ReceiptPage) -> list[str]:
    return [step.name for step in page.steps if step.on]


def test_a_receipt_shows_how_far_the_words_have_come() -> None:
    assert done(receipt(submitted())) == ["got_it"]
    assert done(receipt(submitted(), READ)) == ["got_it", "read"]
    assert done(receipt(submitted(), READ, PASSED)) == ["got_it", "read", "passed_on"]


def test_a_receipt_shows_the_reason_of_the_decision_that_rests_on_it() -> None:
    page = receipt(submitted(), READ, PASSED, PROPOSED, LINKED, MADE)
    assert page.why == "So you can see."
    assert page.answer == "Put up lamps"
    assert str(page.steps[3].on) == "22 November 2026"


def test_a_decision_that_is_only_proposed_is_not_yet_one() -> None:
    page = receipt(submitted(), READ, PROPOSED, LINKED)
    assert done(page) == ["got_it", "read"]
    assert page.why == ""


def test_a_receipt_shows_the_reply_and_what_changed() -> None:
    page = receipt(submitted(), READ, PROPOSED, MADE, ANSWERED, CHANGED)
    assert page.answer == "Lamps are coming."
    assert page.why == "So you can see."
    assert page.changed == ("The path is lit.",)
    assert done(page) == ["got_it", "read", "decided", "changed"]


def test_a_receipt_never_holds_the_young_persons_own_words() -> None:
    assert "It is dark." not in repr(receipt(submitted(), READ, ANSWERED))


def test_no_other_receipt_finds_it() -> None:
    view = Receipt.over(as_recorded(submitted()))
    assert view.by_hash("r2") is None
    view.close()


def test_a_theme_shows_what_was_done_and_why_but_no_submitted_words() -> None:
    [theme] = themes(submitted(), READ, THEME, PROPOSED, LINKED, MADE)
    assert theme.theme == "getting home"
    assert theme.said == ()
    [did] = theme.did
    assert (did.outcome, did.words, did.why) == ("we will", "Put up lamps", "So you can see.")
    assert "dark" not in repr(theme)


def test_what_changed_takes_the_place_of_what_was_promised() -> None:
    [theme] = themes(submitted(), THEME, PROPOSED, LINKED, MADE, CHANGED)
    [did] = theme.did
    assert (did.outcome, did.words) == ("we did", "Put up lamps. The path is lit.")


def test_a_decision_that_rests_on_no_childs_words_is_not_an_answer_to_them() -> None:
    assert themes(PROPOSED, MADE) == []


def test_a_replaced_decision_is_no_longer_what_we_did() -> None:
    replaced = recorded(DecisionSuperseded, stream=DECISION, by=NEWER, why="better")
    assert themes(submitted(), THEME, PROPOSED, LINKED, MADE, replaced) == []


def test_small_numbers_stay_vague() -> None:
    def heard(number: int) -> str:
        ids = [UUID(int=100 + n) for n in range(number)]
        facts = [submitted(id) for id in ids]
        found = themes(*facts, *(recorded(ThemeGiven, stream=id, theme="waiting") for id in ids))
        return found[0].heard_words if found else ""

    assert heard(1) == heard(7) == ""
    assert heard(8) == heard(12) == "About 10 young people told us about this."
    assert heard(13) == "About 15 young people told us about this."


def test_a_few_with_an_answer_are_a_few() -> None:
    [theme] = themes(submitted(), THEME, PROPOSED, LINKED, MADE)
    assert theme.heard_words == "A few young people told us about this."


def test_a_theme_of_few_stays_closed_until_it_is_answered() -> None:
    assert themes(submitted(), READ, THEME) == []


ESCALATED = recorded(ConcernEscalated, to="front door", escalated_at="10:00", reference="R1")


def heard_by(day: date, *facts: Fact) -> int:
    """How many told us, as everybody may see it on a day; ``facts`` come a day apart."""
    view = YouSaid.over(as_recorded(*facts))
    try:
        [theme] = view.themes(day)
        return theme.heard
    finally:
        view.close()


def test_what_was_escalated_in_its_own_week_counts_for_no_theme() -> None:
    ids = [UUID(int=100 + n) for n in range(9)]
    told = [submitted(id) for id in ids]
    given = [recorded(ThemeGiven, stream=id, theme="waiting") for id in ids]
    hers = replace(ESCALATED, originator_id=ids[-1])
    week = [replace(fact, recorded_at=START) for fact in (*told, *given, hers)]
    view = YouSaid.over(week)
    assert [theme.heard for theme in view.themes(NEXT_YEAR)] == [8]
    view.close()


@pytest.mark.parametrize("hers", [ESCALATED, BACK])
def test_a_number_that_everybody_has_seen_never_goes_down(hers: Fact) -> None:
    """So nobody learns from it that a message was escalated or taken back."""
    ids = [UUID(int=100 + n) for n in range(8)]
    told = [submitted(id) for id in ids]
    given = [recorded(ThemeGiven, stream=id, theme="waiting") for id in ids]
    week = [replace(fact, recorded_at=START) for fact in (*told, *given)]
    later = replace(hers, originator_id=ids[0], recorded_at=START + timedelta(days=7))
    for facts in (week, [*week, later]):
        view = YouSaid.over(facts)
        assert [theme.heard for theme in view.themes(NEXT_YEAR)] == [8]
        assert view.themes(START.date()) == []
        view.close()


def test_a_reason_is_shown_only_with_its_own_outcome() -> None:
    no = recorded(FeedbackAnswered, outcome="we could not", reply="Not yet.", decision=None)
    page = receipt(submitted(), READ, no, PROPOSED, LINKED, MADE)
    assert (page.outcome, page.answer, page.why) == ("we could not", "Not yet.", "")


def test_an_internal_reason_is_never_shown_to_a_child() -> None:
    internal = type(MADE)(**{**vars(MADE), "child_reason": ""})
    page = receipt(submitted(), READ, PROPOSED, internal, ANSWERED)
    assert page.why == ""


def test_a_paraphrase_is_marked_as_no_quotation() -> None:
    said = recorded(
        StatementQuoted, words="They felt listened to.", who="children", theme="x", verbatim=False
    )
    [theme] = themes(said)
    assert [each.is_quote for each in theme.said] == [False]
