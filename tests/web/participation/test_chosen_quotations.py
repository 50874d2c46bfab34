"""Quotations in the children's version: young editors choose, and adults ask."""

from __future__ import annotations

from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.participation.test_quotations import FULL, QUOTED, SignIn, provenance, tap


def test_young_editors_choose_and_adults_ask(sign_in: SignIn, demo: Partnerships) -> None:
    editor, coordinator = sign_in("editor@norfolk.example"), sign_in("coordinator@norfolk.example")
    report = demo.open("norfolk").ledger.name_of("seed", "z_demo_norfolk", "report")
    at, ours = f"editing/{report}", "We wrote this. Adults must not."
    editor.get("editing/")
    editor.post(f"{at}/write", chapter="hello", words=ours)
    editor.post(f"{at}/picture", chapter="said", picture="flourish")
    assert ours in editor.get(f"{FULL}/children").words
    assert editor.get(f"{at}/write?chapter=hello").fields["words"] == ours
    assert editor.get(f"{at}/picture").html.count('class="art"') == 5
    asking = f"work/reports/{report}/children"
    hard = "Multi-agency governance is implemented."
    page = coordinator.post(asking, chapter="hello", words=hard, why="w")
    assert page.status == 422
    assert "js/reading.js" in page.html
    assert hard in page.html
    checked = coordinator.post(asking, words="We play. You win.", check="yes")
    assert "Reading age" in checked.words
    coordinator.post(asking, chapter="hello", words="We work for you.", why="It is true")
    assert ours in editor.get(f"{FULL}/children").words
    assert "It is true" in editor.get(at).words
    editor.post(f"{at}/approve", number="1")
    assert "We work for you." in editor.get(f"{FULL}/children").words
    assert "She asks me first" in editor.get(f"{FULL}/children").html
    editor.post(f"{at}/quotes")
    page = editor.get(f"{FULL}/children")
    assert "She asks me first" not in page.html
    assert page.html.rindex("85258") > page.html.rindex("Your turn")
    assert coordinator.get(at).status == 403
    assert editor.get("work/").status == 403


def test_what_was_set_aside_is_in_no_replay(
    demo: Partnerships, anybody: FlaskClient, sign_in: SignIn
) -> None:
    receipt, id = provenance(demo)
    triage, coordinator = sign_in("triage@norfolk.example"), sign_in("coordinator@norfolk.example")
    at = f"work/quotes/{id}"
    triage.post(f"{at}/propose", words=QUOTED)
    tap(anybody, receipt, "full report", "yes")
    triage.post(f"{at}/sign-off", number="1", why="Many say so")
    coordinator.post(f"{at}/sign-off", number="1", why="Nothing rare in it")
    before = demo.store.recorder("norfolk").head().n
    assert QUOTED in coordinator.get(f"{FULL}?known=@{before}").html
    coordinator.post(f"{at}/set-aside", number="1", why="It tells who it is")
    assert QUOTED not in coordinator.get(FULL).html
    assert QUOTED not in coordinator.get(f"{FULL}?known=@{before}").html


def test_what_is_out_stands_and_an_adult_may_hide_a_chapter(
    sign_in: SignIn, demo: Partnerships, anybody: FlaskClient
) -> None:
    editor, coordinator = sign_in("editor@norfolk.example"), sign_in("coordinator@norfolk.example")
    tenant, ours = demo.open("norfolk"), "My friend has a rare name."
    report = tenant.ledger.name_of("seed", "z_demo_norfolk", "report")
    at, theirs = f"editing/{report}", f"work/reports/{report}/children"
    editor.post(f"{at}/write", chapter="hello", words=ours)
    tenant.report.finalise(report, Provenance("an adult", "a test"))
    refused = editor.send(f"{at}/write", chapter="hello", words="Another")
    assert (refused.status_code, "final now" in refused.text) == (422, True)
    assert f"{at}/write" not in editor.get(at).html
    tenant.report.approve(report, Provenance("an adult", "a test"), body="The partnership")
    tenant.report.publish(report, Provenance("an adult", "a test"), where="a page")
    tenant.catch_up()
    children = f"{FULL}/children"
    assert ours in anybody.get(children).text
    refused = editor.send(f"{at}/write", chapter="hello", words="Another")
    assert refused.status_code == 422
    assert "This report is out" in refused.text
    assert editor.send(f"{at}/quotes").status_code == 422
    assert f"{at}/write" not in editor.get(at).html
    assert ours in coordinator.get(theirs).words
    assert coordinator.send(f"{theirs}/hide", chapter="hello").status_code == 422
    before = demo.store.recorder("norfolk").head().n
    assert ours in coordinator.get(f"{children}?known=@{before}").html
    coordinator.post(f"{theirs}/hide", chapter="hello", why="It tells who it is")
    assert ours not in coordinator.get(f"{children}?known=@{before}").html
    assert ours not in anybody.get(children).text
    assert "Many grown-ups work as one team" in anybody.get(children).text
    assert "It tells who it is" in editor.get(at).words
    assert coordinator.get(f"{theirs}/show").status == 200
    coordinator.post(f"{theirs}/show", chapter="hello")
    assert ours in anybody.get(children).text
    assert editor.get(f"{theirs}/hide").status == 403
    of_document = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "report")
    assert (
        editor.send(f"editing/{of_document}/write", chapter="hello", words="a").status_code == 422
    )
