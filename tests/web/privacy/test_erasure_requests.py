"""Two people forget a case's details, a group's words or an agency's files, or hold them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from events.fact import Provenance
from events.period import PartialDate
from events.reporting.newsletter import Paragraph
from infra.partnerships import Partnerships
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audits import Audits
from projections.participation.engagements import Engagements
from projections.privacy.access_log import AccessLog
from projections.privacy.errata import Errata
from tests.web.page import Page
from tests.web.staff import Staff
from web.privacy.erasure_commands import FOUND

SignIn = Callable[[str], Staff]
WORDS = "The heron canary of the harbour"
GROUND = "should never have been recorded"
TOLD = Provenance("a tester", "a test")


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def forgotten(coordinator: Staff, other: Staff, id: UUID) -> Page:
    """One person asks, and another confirms without reading the words."""
    coordinator.get(f"work/to-forget/{id}/ask")
    assert coordinator.post(f"work/to-forget/{id}/ask", ground="").status == 422
    assert "A second person" in coordinator.post(f"work/to-forget/{id}/ask", ground=GROUND).words
    coordinator.get(f"work/forgetting/{id}")
    assert coordinator.post(f"work/forgetting/{id}/confirm").status == 422
    assert WORDS not in other.get(f"work/forgetting/{id}").words
    return other.post(f"work/forgetting/{id}/confirm")


def test_the_details_of_a_case_are_held_then_forgotten_and_its_steps_stay(
    coordinator: Staff, sign_in: SignIn, demo: Partnerships
) -> None:
    tenant, id = demo.open("norfolk"), uuid4()
    tenant.case_review.consider(id, TOLD, reference="NSCP 2026/09", details=WORDS)
    tenant.catch_up()
    assert f"work/to-forget/{id}" in coordinator.get(f"work/cases/{id}").html
    coordinator.get(f"work/to-forget/{id}/hold")
    assert "Held: A court" in coordinator.post(f"work/to-forget/{id}/hold", reason="A court").words
    assert coordinator.post(f"work/to-forget/{id}/ask", ground=GROUND).status == 422
    assert "The details of a case review: A court" in coordinator.get("work/forgetting/").words
    assert coordinator.post(f"work/to-forget/{id}/lift", why="It is over").status == 422
    triage = sign_in("triage@norfolk.example")
    assert WORDS not in triage.get(f"work/forgetting/{id}").words
    triage.post(f"work/forgetting/{id}/lift", why="It is over")
    assert triage.get(f"work/to-forget/{id}").status == 404
    assert "The details of a case review" in forgotten(coordinator, triage, id).words
    case = coordinator.get(f"work/cases/{id}").words
    assert "The details are forgotten: should never have been recorded" in case
    assert "NSCP 2026/09" in case
    assert WORDS not in str([vars(fact) for fact in tenant.ledger.facts(id)])
    assert "It is forgotten" in coordinator.get(f"work/to-forget/{id}").words


def test_a_groups_words_are_opened_on_the_record_and_forgotten(
    coordinator: Staff, sign_in: SignIn, demo: Partnerships
) -> None:
    tenant = demo.open("norfolk")
    with tenant.read(Engagements) as view:
        row = next(each for each in view.all() if each.about)
        words = view.said(row)[0].words
    page = f"work/engagement/{row.id}"
    assert words in coordinator.get(page).words
    assert [fact.what for fact in _looks(tenant, row.id)] == ["group"]
    assert "Who opened their words" in coordinator.get(page).words
    done = forgotten(coordinator, sign_in("triage@norfolk.example"), row.id)
    assert "What a group of young people said" in done.words
    again = coordinator.get(page).words
    assert words not in again
    assert "(forgotten)" in again


def _looks(tenant, subject: UUID):  # type: ignore[no-untyped-def]
    tenant.catch_up()
    with tenant.read(AccessLog) as view:
        return view.at(subject)


def test_an_agencys_files_are_opened_on_the_record_and_forgotten_with_the_stored_bytes(
    coordinator: Staff, sign_in: SignIn, demo: Partnerships, tmp_path: Path
) -> None:
    tenant = demo.open("norfolk")
    with tenant.read(Audits) as programme:
        audit = next(each for each in programme.all() if each.asks and each.agencies)
    agency, standard = audit.agencies[0], _standard(tenant, audit.id, audit.agencies[0])
    tenant.audit_return.attach(
        audit.id, TOLD, agency=agency, standard=standard, name="heron.csv", content=b"a,b\n1,2\n"
    )
    tenant.catch_up()
    held = tenant.audit_return.id_of(audit.id, agency)
    with tenant.read(AuditReturns) as view:
        row = view.returns.get(held)
        assert row
        [piece] = [piece for piece, name in row.evidence_for(standard) if name == "heron.csv"]
    file = coordinator.at(f"work/audits/{audit.id}/evidence/{piece.evidence}")
    assert coordinator.client.get(file).data == b"a,b\n1,2\n"
    assert [look.what for look in _looks(tenant, piece.evidence)] == ["evidence"]
    assert list((tmp_path / "evidence").rglob(piece.digest))
    forgotten(coordinator, sign_in("triage@norfolk.example"), held)
    assert not list((tmp_path / "evidence").rglob(piece.digest))
    gone = coordinator.get(file)
    assert "heron" not in gone.words
    assert "forgotten, as was promised" in gone.words
    assert len(_looks(tenant, piece.evidence)) == 1


def _standard(tenant, audit: UUID, agency: str) -> str:  # type: ignore[no-untyped-def]
    """The first standard that the audit asks."""
    return str(next(iter(tenant.audit_return._asked(audit, agency))))


def test_what_cannot_be_forgotten_so_is_not_found(coordinator: Staff) -> None:
    assert coordinator.get(f"work/to-forget/{uuid4()}").status == 404


def test_a_newsletter_published_after_forgotten_words_is_looked_through_and_withdrawn(
    coordinator: Staff, sign_in: SignIn, demo: Partnerships
) -> None:
    tenant, letter = demo.open("norfolk"), uuid4()
    with tenant.read(Engagements) as view:
        row = next(each for each in view.all() if each.about)
    added = Paragraph("one", "Learning", WORDS, "a source", "", False)
    days = {"since": PartialDate("2026-09"), "until": PartialDate("2026-10")}
    tenant.newsletter.draft(letter, TOLD, title="Autumn, quoted", paragraphs=(added,), **days)
    tenant.newsletter.publish(letter, TOLD, number=77, published_on=PartialDate("2026-11-01"))
    tenant.catch_up()
    forgotten(coordinator, sign_in("triage@norfolk.example"), row.id)
    with tenant.read(Errata) as tasks:
        waiting = [each.title for each in tasks.tasks() if each.subject == row.id]
    assert "Autumn, quoted" in waiting
    page = f"work/forgetting/{row.id}"
    assert "Look through a published newsletter" in coordinator.get(page).words
    given = {"report": str(letter), "found": FOUND[1], "what": "A quotation"}
    assert coordinator.post(f"{page}/check-report", **given).status == 200
    assert tenant.newsletter.recall(letter).withdrawn
    with tenant.read(Errata) as tasks:
        assert letter not in [each.report for each in tasks.tasks()]
