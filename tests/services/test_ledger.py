"""Recall, decide, save: once for each request, and never over somebody else's."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

import pytest

from events.assurance.audit import AuditFact, AuditFindingMade, AuditOpened
from events.fact import Fact, Provenance
from infra.storage.fact_mapper import FactMapper
from infra.storage.store import Store
from services.assurance.audit import AuditService, find
from services.assurance.audit_state import Audit, AuditIsClosed, evolve
from services.change import Change
from services.governance.decision import DecisionService
from services.ledger import Ledger
from services.refusals import AlreadyThere, NotFound, SomebodyElseWasFirst, ToldDifferently
from tests.stories import TOLD

AUDIT = UUID(int=5)
FINDING = {"kind": "good practice", "finding": "They ask."}


@pytest.fixture
def audits(ledger: Ledger) -> AuditService:
    service = AuditService(ledger)
    service.open(AUDIT, TOLD, kind="case", title="A look")
    return service


def test_the_same_key_again_changes_nothing(audits: AuditService) -> None:
    provenance = Provenance("a tester", "a test", None, uuid4().hex)
    assert len(audits.find(AUDIT, provenance, **FINDING)) == 1
    assert audits.find(AUDIT, provenance, **FINDING) == []
    assert len(audits.ledger.facts(AUDIT)) == 2


def test_the_same_key_with_other_words_is_refused_and_the_first_kept(audits: AuditService) -> None:
    provenance = Provenance("a tester", "a test", None, uuid4().hex)
    audits.find(AUDIT, provenance, **FINDING)
    with pytest.raises(ToldDifferently):
        audits.find(AUDIT, provenance, kind="good practice", finding="Something else.")
    assert len(audits.ledger.facts(AUDIT)) == 2


def _together(audits: AuditService, *others: Change) -> list[Change]:
    opened = Provenance("a tester", "a table", None, "opened")
    found = Provenance("a tester", "a table", None, "found")
    return [
        audits.open.change(UUID(int=6), opened, kind="case", title="Another"),
        audits.find.change(UUID(int=6), found, **FINDING),
        audits.find.change(AUDIT, found, **FINDING),
        *others,
    ]


def test_changes_of_several_streams_are_saved_together_and_twice_is_once(
    audits: AuditService,
) -> None:
    assert len(audits.ledger.change_together(_together(audits))) == 3
    assert audits.ledger.change_together(_together(audits)) == []
    assert [len(audits.ledger.facts(UUID(int=id))) for id in (5, 6)] == [2, 2]


def test_where_one_change_is_refused_none_is_saved(audits: AuditService) -> None:
    ended = Provenance("a tester", "a table", None, "ended")
    late = Provenance("a tester", "a table", None, "late")
    off = (
        audits.close.change(AUDIT, ended, conclusion="Good"),
        audits.find.change(AUDIT, late, **FINDING),
    )
    planned = audits.ledger.plan(_together(audits, *off))
    assert [type(each) for each in planned] == [list, list, list, list, AuditIsClosed]
    with pytest.raises(AuditIsClosed):
        audits.ledger.change_together(_together(audits, *off))
    assert [len(audits.ledger.facts(UUID(int=id))) for id in (5, 6)] == [1, 0]


def test_a_stream_is_folded_once_however_many_changes_it_takes(audits: AuditService) -> None:
    folded: list[int] = []

    def counting(audit: Audit, fact: AuditFact) -> Audit:
        folded.append(fact.originator_version)
        return evolve(audit, fact)

    def finding(number: int) -> Change:
        provenance = Provenance("a tester", "a table", None, f"row {number}")
        return Change(AUDIT, provenance, counting, lambda audit: find(audit, provenance, **FINDING))  # type: ignore[arg-type]

    planned = audits.ledger.plan([finding(number) for number in range(200)])
    assert all(isinstance(each, list) and len(each) == 1 for each in planned)
    assert folded == list(range(1, 202))  # what is there once, then each new fact once


def test_an_id_of_another_kind_is_not_found(audits: AuditService) -> None:
    with pytest.raises(NotFound):
        DecisionService(audits.ledger).recall(AUDIT)
    with pytest.raises(NotFound):
        DecisionService(audits.ledger).observe_impact(AUDIT, TOLD, impact="x")


def test_what_is_there_is_not_opened_again(audits: AuditService) -> None:
    with pytest.raises(AlreadyThere):
        audits.open(AUDIT, TOLD, kind="case", title="Another look")


def test_a_lost_race_is_decided_again_and_nothing_is_overwritten(audits: AuditService) -> None:
    def find_ten() -> None:
        for _ in range(10):
            audits.find(AUDIT, Provenance("a", "b", None, uuid4().hex), **FINDING)

    threads = [threading.Thread(target=find_ten) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    facts = audits.ledger.facts(AUDIT)
    assert [fact.originator_version for fact in facts] == list(range(1, 32))


def test_a_fact_comes_back_as_it_was_told_with_the_time_it_was_recorded(
    audits: AuditService,
) -> None:
    opened, *_ = audits.ledger.facts(AUDIT)
    assert isinstance(opened, AuditOpened)
    assert opened.provenance == TOLD
    assert opened.recorded_at.year > 2000
    assert opened == AuditOpened(AUDIT, 1, TOLD, "case", "A look", (), "", None, "", False)


def test_two_partnerships_share_nothing(store: Store, ledger: Ledger) -> None:
    store.create("surrey")
    surrey = AuditService(Ledger("surrey", store.recorder("surrey"), FactMapper()))
    AuditService(ledger).open(AUDIT, TOLD, kind="case", title="Norfolk's")
    assert surrey.ledger.facts(AUDIT) == []
    assert surrey.ledger.name_of("x") != ledger.name_of("x")


def test_either_all_of_a_decision_is_recorded_or_nothing(ledger: Ledger) -> None:
    opened = AuditOpened(AUDIT, 1, TOLD, "case", "A", (), "", None, "", False)
    wrong = AuditFindingMade(AUDIT, 1, TOLD, "good practice", "x")

    def decide(audit: Audit) -> tuple[Fact, ...]:
        return () if audit.version else (opened, wrong)

    with pytest.raises(SomebodyElseWasFirst):
        ledger.change(Change(AUDIT, TOLD, evolve, decide))
    assert ledger.facts(AUDIT) == []
