"""Editions on the pages: public ones for everybody, and the progress of new ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from events.period import PartialDate
from infra.editions.worker import EditionWorker
from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from services.ports import Letter, Mailer, NotSent
from tests.web.page import Page
from tests.web.staff import Staff
from web.ports.editions import VERSIONS, BuildProgress

SignIn = Callable[[str], Staff]
REPORT = "/norfolk/reports/annual-report-2020-21"
TOLD = Provenance("a tester", "a test")


@pytest.fixture(autouse=True)
def one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """One version is enough: all have the same rules, and each takes time to make."""
    monkeypatch.setattr("infra.editions.worker.VERSIONS", VERSIONS[:1])
    monkeypatch.setattr("infra.editions.worker._NAMES", ["full"])
    monkeypatch.setattr("web.reporting.edition_list.VERSIONS", VERSIONS[:1])


@pytest.fixture
def report(demo: Partnerships) -> Report:
    with demo.open("norfolk").read(AnnualReport) as view:
        found = view.report("annual-report-2020-21")
    assert found
    return found


def test_a_coordinator_asks_for_a_pdf_and_everybody_finds_it(
    demo: Partnerships, report: Report, sign_in: SignIn, anybody: FlaskClient
) -> None:
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/reports/{report.id}"
    asked = coordinator.post(f"{at}/edition")
    assert "Waiting for its turn" in asked.words
    assert anybody.get(f"{REPORT}/published/full.pdf").status_code == 404
    EditionWorker(demo).work("norfolk")
    page = coordinator.get(at)
    assert "Public now" in page.words
    got = anybody.get(f"{REPORT}/published/full-1.pdf")
    assert got.data.startswith(b"%PDF")
    assert sha256(got.data).hexdigest() in page.html
    public = Page(anybody.get(REPORT))
    assert sha256(got.data).hexdigest() in public.html
    assert re.search(r"as PDF, \d+ pages, \d+ KB", public.words)
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Cache-Control"] == "public, max-age=86400"
    again = anybody.get(
        f"{REPORT}/published/full-1.pdf", headers={"If-None-Match": got.headers["ETag"]}
    )
    assert again.status_code == 304
    assert anybody.get(f"{REPORT}/published/full.pdf").data == got.data
    assert b"it does not change" in anybody.get(f"{REPORT}/published/full.html").data


def test_what_is_withdrawn_is_for_those_who_check_the_record(
    demo: Partnerships, report: Report, sign_in: SignIn, anybody: FlaskClient
) -> None:
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/reports/{report.id}"
    assert coordinator.post(f"{at}/withdraw", why="x").status == 422
    coordinator.post(f"{at}/edition")
    EditionWorker(demo).work("norfolk")
    kept = anybody.get(f"{REPORT}/published/full-1.html").data
    assert coordinator.post(f"{at}/withdraw", why="").status == 422
    page = coordinator.post(f"{at}/withdraw", why="A quotation was taken back")
    assert "Withdrawn, no longer public" in page.words
    for file in ("full-1.html", "full.html", "full-1.pdf"):
        assert anybody.get(f"{REPORT}/published/{file}").status_code == 404
    scrutineer = sign_in("scrutineer@norfolk.example")
    there = f"/norfolk/work/reports/{report.id}/editions/full-1.html"
    assert scrutineer.client.get(there).data == kept
    assert anybody.get(there).status_code == 303
    assert "full-1.html" in scrutineer.get(at).html


def test_how_far_it_is_and_what_went_wrong_is_said(
    demo: Partnerships, report: Report, sign_in: SignIn
) -> None:
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/reports/{report.id}"
    coordinator.post(f"{at}/edition")
    tenant = demo.open("norfolk")
    [fact] = tenant.ledger.facts(tenant.edition.stream_of(report.id))
    ground = f"{fact.originator_id.hex}:{fact.originator_version}"
    progress = demo.edition_store("norfolk").progress
    progress.note(
        report.id, ground, BuildProgress("full", "working", 5, 7, "Setting the pages: page 12")
    )
    page = coordinator.get(at)
    assert "Setting the pages: page 12 (step 5 of 7)" in page.words
    assert 'max="7" value="5"' in page.html
    progress.note(report.id, ground, BuildProgress("full", "failed", 0, 7, "The PDF needs Pango."))
    page = coordinator.get(at)
    assert "The PDF needs Pango." in page.words
    assert "Try again" in page.words


@pytest.mark.parametrize("file", ["full.pdf", "x.pdf", "full-9.pdf", "%00", "../x", "full-1"])
def test_what_is_not_there_is_not_found(anybody: FlaskClient, file: str) -> None:
    assert anybody.get(f"{REPORT}/published/{file}").status_code == 404
    assert anybody.get(f"/norfolk/reports/none/published/{file}").status_code == 404


def test_a_draft_has_no_edition(demo: Partnerships, sign_in: SignIn) -> None:
    with demo.open("norfolk").read(AnnualReport) as view:
        [draft] = [each for each in view.all() if not each.document]
    coordinator = sign_in("coordinator@norfolk.example")
    page = coordinator.post(f"work/reports/{draft.id}/edition")
    assert page.status == 422
    assert "is not published yet" in page.words


@pytest.fixture
def ours(demo: Partnerships) -> Report:
    """The demonstration's draft, made final, approved and published here."""
    tenant = demo.open("norfolk")
    with tenant.read(AnnualReport) as view:
        [draft] = [each for each in view.all() if not each.document]
    if not draft.is_finalised:
        tenant.report.finalise(draft.id, TOLD)
    tenant.report.approve(draft.id, TOLD, body="Executive")
    tenant.report.publish(draft.id, TOLD, where="here", published_on=PartialDate("2026-01-05"))
    tenant.catch_up()
    return draft


def test_copies_go_out_with_the_pdf_and_what_does_not_go_is_tried_again(
    demo: Partnerships, ours: Report, sign_in: SignIn, post: Path
) -> None:
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/reports/{ours.id}"
    assert "Late" in coordinator.get(at).words
    assert "No addresses are set" in coordinator.post(f"{at}/send").words
    given = {"panel": "panel@copies.example", "centre": "centre@copies.example"}
    assert coordinator.post("work/arrangements/recipients", panel="x", centre="").status == 422
    coordinator.post("work/arrangements/recipients", **given)
    assert "The PDF is not made yet" in coordinator.post(f"{at}/send").words
    EditionWorker(demo).work("norfolk")
    out, demo.mailer = demo.mailer, Closed(demo.mailer)
    failed = coordinator.post(f"{at}/send")
    assert failed.status == 422
    assert "Foundations, the What Works Centre did not go out" in failed.words
    page = coordinator.get(at)
    assert "did not go out: the post is closed" in page.words
    demo.mailer = out
    assert coordinator.post(f"{at}/send").status == 200
    attached = sorted(each.name for each in post.iterdir() if each.suffix == ".pdf")
    assert [name.split("-")[2] for name in attached] == [*given.values()]
    again = coordinator.post(f"{at}/send")
    assert "have their copies already" in again.words


@dataclass(frozen=True)
class Closed:
    """Refuses what is for the Panel, and nothing else."""

    post: Mailer

    def send(self, letter: Letter) -> None:
        if not letter.to.startswith("panel"):
            raise NotSent("the post is closed")
        self.post.send(letter)


def test_the_order_that_is_set_is_kept_on_the_pages(demo: Partnerships, sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    said = coordinator.post("work/arrangements/order", bodies="Executive\nFull Partnership")
    assert "Approved by: Executive, then Full Partnership" in said.words
    with demo.open("norfolk").read(AnnualReport) as view:
        [draft] = [each for each in view.all() if not each.document]
    at = f"work/reports/{draft.id}"
    unfinished = coordinator.post(f"{at}/publish", where="here")
    assert "Finalise the report first" in unfinished.words
    demo.open("norfolk").report.finalise(draft.id, TOLD)
    early = coordinator.post(f"{at}/approve", body="Full Partnership")
    assert "Executive approves this report first" in early.words
    assert coordinator.post(f"{at}/approve", body="Executive").status == 200
    refused = coordinator.post(f"{at}/publish", where="here")
    assert "Full Partnership has not approved this report yet" in refused.words
