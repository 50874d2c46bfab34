"""The outcome leads what was decided wherever it is told: no "no" can be read as a "yes"."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

import pytest

from events.fact import Provenance
from events.governance.decision import DecisionMade, DecisionProposed, EvidenceLinked
from events.period import PartialDate
from events.vocabulary import Outcome
from projections.feedback.you_said import YouSaid
from projections.record.sentences import sentence
from projections.reporting.entries import entry
from projections.reporting.newsletter_draft import drafted
from tests.stories import STAFF, STREAM

DAY = PartialDate("2025-03-04")


def made(outcome: Outcome, provenance: Provenance = STAFF) -> DecisionMade:
    return DecisionMade(
        STREAM,
        1,
        provenance,
        outcome=outcome,
        decided="Fund a second worker",
        made_by="The executive",
        reason="there is no money for it",
        child_reason="There is no money.",
        made_on=DAY,
        effective_on=None,
    )


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_each_outcome_leads_in_the_report_the_newsletter_and_the_history(outcome: Outcome) -> None:
    fact, led = made(outcome), f"{outcome.capitalize()}: Fund a second worker"
    written = entry(fact)
    assert written is not None
    assert written.words == led
    assert led in sentence(fact)
    [paragraph] = drafted([written], DAY, DAY, ())
    assert led in paragraph.words


def test_we_will_is_not_put_into_the_words_of_a_document() -> None:
    document = Provenance("a tester", "a document.txt, line 3")
    assert made("we will", document).led_by_outcome == "Fund a second worker"
    assert made("we could not", document).led_by_outcome.startswith("We could not: ")


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_each_outcome_reaches_you_said_we_did(
    outcome: Outcome,
) -> None:
    proposed = DecisionProposed(STREAM, 1, STAFF, "A second worker", "neglect", "time", False)
    linked = EvidenceLinked(STREAM, 2, STAFF, "statement", UUID(int=9), "what one child said")
    decided = replace(made(outcome), originator_version=3)
    view = YouSaid.over((proposed, linked, decided))
    [answer] = view.answers(5)
    assert answer.did.outcome == outcome
    view.close()
