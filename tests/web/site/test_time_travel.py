"""Any page of the past: nothing later in it, nothing to send, only with permission."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from events.fact import Provenance
from events.reporting.report_draft import Ruleset
from infra.partnerships import Partnerships
from projections.engine.as_of import AsOf
from services.refusals import Refusal
from tests.web.page import Page
from tests.web.routes import ids_in, natural, routes
from tests.web.staff import Staff
from web.site.tenancy import Tenant

SignIn = Callable[[str], Staff]
CANARY = "Quagmire"
RULES: Ruleset = "Working Together 2023"
TOLD = Provenance("a tester", "a test")
REPORT = "reports/annual-report-2020-21"
# Pages that are the same at any time, and pages that start something.
NO_PAGES = {"/<partnership>/accent.css", "/<partnership>/leave", "/<partnership>/leave.svg"}


@pytest.fixture
def scrutineer(sign_in: SignIn) -> Staff:
    return sign_in("scrutineer@norfolk.example")


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def head(demo: Partnerships) -> int:
    return demo.store.recorder("norfolk").head().n


def tell(tenant: Tenant, words: str) -> UUID:
    client = str(uuid4())
    tenant.feedback.submit(client, feeling="sad", about="home", words=words)
    tenant.catch_up()
    return tenant.feedback.id_of(client)


def later(tenant: Tenant, real: list[UUID]) -> None:
    """One of every kind of thing that pages show, each with the canary in it."""
    word, ledger = f"We saw a {CANARY} by the big tree", tenant.ledger
    said, decided, audited = tell(tenant, word), ledger.name_of(word), ledger.name_of(word, "audit")
    tenant.feedback.read(said, key("r"), reader=word)
    tenant.feedback.give_theme(said, key("t"), theme=word)
    tenant.feedback.pass_on(said, key("p"), to=word, asked=word)
    tenant.feedback.quote_statement(uuid4(), key("q"), words=word, who=word, theme=word)
    tenant.decision.propose(decided, key("d"), title=word, theme=word, priority="", demo=False)
    tenant.decision.link_evidence(decided, key("l"), kind="feedback", evidence=said, said=word)
    tenant.decision.make(
        decided,
        key("m"),
        outcome="we did",
        decided=word,
        made_by=word,
        reason=word,
        child_reason=word,
    )
    tenant.decision.observe_impact(
        real[1], key("i"), impact=word, observed_by=word, for_children=word
    )
    tenant.audit.open(audited, key("a"), kind="peer review", title=word, agencies=(word,))
    tenant.audit.find(real[2], key("f"), kind="good practice", finding=word)
    tenant.case_review.consider(
        ledger.name_of(word, "case"), key("c"), reference=word, details=word
    )
    tenant.national_learning.receive_learning(
        ledger.name_of(word, "learning"), key("n"), title=word, publisher=word, about=word
    )
    tenant.calendar_feed.make(ledger.name_of(word, "feed"), key("e"), name=word, secret=word)
    tenant.access.give(key("x"), name=word, email=f"{CANARY}@norfolk.example", role="triage")
    tenant.visit.reply(real[3], key("v"), service="The library", words=word)
    report = ledger.name_of("report", word)
    tenant.report.draft(report, key("y"), name="quagmire", title=word, period=None, ruleset=RULES)
    tenant.catch_up()


def key(name: str) -> Provenance:
    return Provenance(f"{CANARY} teller", f"{CANARY} source", key=name.ljust(32, "0"))


def pages(app: Flask, ids: dict[str, UUID]) -> set[str]:
    """Every address that answers a GET, with an existing id and with another."""
    found = set()
    for route in routes(app):
        if route.method == "GET" and "<partnership>" in route.path and route.path not in NO_PAGES:
            for id in (ids[natural(route)], ids["decision"]):
                for name in ("annual-report-2020-21", "read"):
                    path = route.of("norfolk", id, name)
                    found.add(path.replace("<key>", f"{id}:1"))
    return found


@pytest.mark.sweep
def test_nothing_later_is_on_any_page_of_the_past_and_none_sends_anything(
    demo: Partnerships, demo_app: Flask, scrutineer: Staff, coordinator: Staff
) -> None:
    ids, then = ids_in(demo.open("norfolk")), head(demo)
    later(demo.open("norfolk"), list(ids.values()))
    worked = set()
    for path in sorted(pages(demo_app, ids)):
        for staff in (scrutineer, coordinator):
            answer = staff.client.get(f"{path}?known=@{then}")
            said = answer.get_data().decode(errors="replace")  # a PDF is no text
            assert answer.status_code < 500, path
            assert CANARY.lower() not in said.lower(), path
            forms = re.findall(r'<form[^>]*method="post"[^>]*>', said)
            assert [form for form in forms if "sign-out" not in form] == [], path
            if answer.status_code == 200 and 'class="skip"' in said:
                worked.add(re.sub(r"[0-9a-f-]{36}", "…", path))
                assert "As it was known on" in said, path
    assert len(worked) > 25
    assert CANARY in scrutineer.get("work/decisions/").html


def test_counts_and_names_are_those_of_then(demo: Partnerships, coordinator: Staff) -> None:
    before = coordinator.get("work/").words
    then = head(demo)
    for _ in range(3):
        tell(demo.open("norfolk"), "Hello.")
    now = coordinator.get("work/")
    past = coordinator.get(f"work/?known=@{then}")
    assert count(now) == count(past) + 3
    assert re.findall(r"\d+ not read yet", past.words) == re.findall(r"\d+ not read yet", before)


def count(page: Page) -> int:
    found = re.search(r'class="count">(\d+)', page.html)
    assert found
    return int(found[1])


def test_every_link_of_a_page_stays_there_and_one_leads_back(scrutineer: Staff) -> None:
    page = scrutineer.get("work/decisions/?known=@60&in_force=2026-01-01")
    inside = [link for link in page.links if link.startswith("/norfolk/")]
    away = {link for link in inside if "known=@60" not in link}
    assert away == {"/norfolk/work/decisions/"}
    assert all("in_force=2026-01-01" in link for link in inside if link not in away)
    for link in set(inside):
        assert scrutineer.get(link).status == 200, link


def test_whoever_would_record_in_the_past_is_told_to_go_back(
    demo: Partnerships, coordinator: Staff
) -> None:
    coordinator.get("work/decisions/new")
    before = head(demo)
    sent = coordinator.send("work/decisions/new?known=@12", title="A bench")
    assert sent.status_code == 422
    assert "Nothing can be recorded in the past" in sent.text
    provenance = coordinator.client.post(
        "/norfolk/tell/send?in_force=2026-01-01", data={"words": "Hi."}
    )
    assert provenance.status_code == 422
    assert head(demo) == before


def test_the_services_of_a_past_place_refuse(demo: Partnerships) -> None:
    tenant = demo.then("norfolk", AsOf(12))
    with pytest.raises(Refusal, match="Nothing can be recorded in the past"):
        tenant.decision.propose(uuid4(), TOLD, title="A bench", theme="", priority="", demo=False)
    with pytest.raises(Refusal, match="Nothing can be recorded in the past"):
        tenant.feedback.submit("a" * 32, words="Hi.")


def test_only_those_who_may_replay_see_the_past(
    anybody: FlaskClient, sign_in: SignIn, scrutineer: Staff
) -> None:
    paths = ["work/", "you-said", "", REPORT, "tell", "work/replay/"]
    for path in paths:
        asked = f"/norfolk/{path}?known=@50"
        answer = anybody.get(asked)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/norfolk/work/sign-in")
    for role in ("triage", "inspector"):
        staff = sign_in(f"{role}@norfolk.example")
        assert {staff.get(f"{path}?known=@50").status for path in paths} == {403}
        assert staff.get("work/replay/").status == 403
    stranger = sign_in("coordinator@surrey.example")
    asked = [stranger.client.get(f"/norfolk/{path}?known=@50") for path in paths]
    assert {answer.status_code for answer in asked} == {303}
    assert {scrutineer.get(f"{path}?known=@50").status for path in paths} == {200}
