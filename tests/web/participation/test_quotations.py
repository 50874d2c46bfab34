"""Quoting: the young person's yes, two adults, both versions, and withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from projections.participation.quotations import Quotations
from services.reading_age import measure
from tests.web.page import Page
from tests.web.staff import YESTERDAY, Staff

SignIn = Callable[[str], Staff]
SAID = "Nobody asked me what I think. Please ask us first."
QUOTED = "Please ask us first."
FULL = "/norfolk/reports/demo-2026-27"


def provenance(demo: Partnerships) -> tuple[str, UUID]:
    tenant = demo.open("norfolk")
    receipt = tenant.feedback.submit("a client", words=SAID)
    tenant.catch_up()
    return receipt, tenant.feedback.id_of("a client")


def tap(anybody: FlaskClient, receipt: str, use: str, answer: str, **more: str) -> Page:
    data = {"receipt": receipt, "number": "1", "use": use, "answer": answer, **more}
    return Page(anybody.post("/norfolk/back/quote", data=data))


def test_a_quotation_from_yes_to_gone(
    demo: Partnerships, anybody: FlaskClient, sign_in: SignIn
) -> None:
    receipt, id = provenance(demo)
    triage, coordinator = sign_in("triage@norfolk.example"), sign_in("coordinator@norfolk.example")
    at = f"work/quotes/{id}"
    assert "exact part" in triage.post(f"{at}/propose", words="Ask us please").html
    assert QUOTED in triage.post(f"{at}/propose", words=QUOTED).html
    back = Page(anybody.post("/norfolk/back", data={"receipt": receipt}))
    assert QUOTED in back.html
    assert measure(back.words).is_easy, measure(back.words)
    for use in ("full report", "children's version"):
        assert "You said yes" in tap(anybody, receipt, use, "yes").words
    triage.post(f"{at}/sign-off", number="1", why="Many say so")
    again = triage.send(f"{at}/sign-off", number="1", why="Again")
    assert again.status_code == 422
    assert QUOTED not in coordinator.get(FULL).html
    coordinator.post(f"{at}/sign-off", number="1", why="Nothing rare in it")
    for version in (FULL, f"{FULL}/children", f"{FULL}/children?look=easy"):
        assert QUOTED in coordinator.get(version).html
    assert anybody.get(f"{FULL}/children").status_code == 404
    assert QUOTED in coordinator.get("work/quotes/").html
    for use in ("full report", "children's version"):
        tap(anybody, receipt, use, "no")
    for version in (FULL, f"{FULL}/children", "work/quotes/", "you-said"):
        assert QUOTED not in coordinator.get(version).html


def test_a_quotation_for_training_is_shown_there_alone_and_goes_at_once(
    demo: Partnerships, anybody: FlaskClient, sign_in: SignIn
) -> None:
    receipt, id = provenance(demo)
    triage, coordinator = sign_in("triage@norfolk.example"), sign_in("coordinator@norfolk.example")
    at, page = f"work/quotes/{id}", "work/training/in-their-words"
    triage.post(f"{at}/propose", words=QUOTED)
    tap(anybody, receipt, "training", "yes")
    triage.post(f"{at}/sign-off", number="1", why="Many say so")
    assert "Nothing may be quoted in training yet" in coordinator.get(page).words
    coordinator.post(f"{at}/sign-off", number="1", why="Nothing rare in it")
    assert QUOTED in coordinator.get(page).html
    assert page in " ".join(coordinator.get("work/training/").links)
    assert QUOTED not in coordinator.get(FULL).html
    tap(anybody, receipt, "training", "no")
    assert QUOTED not in coordinator.get(page).html


def test_words_with_an_open_concern_are_never_offered(demo: Partnerships, sign_in: SignIn) -> None:
    _, id = provenance(demo)
    triage = sign_in("triage@norfolk.example")
    escalated = {"told_to": "the front door", "escalated_at": YESTERDAY, "reference": "1"}
    triage.post(f"work/feedback/{id}/escalate", **escalated)
    assert "Quote from it" not in triage.get(f"work/feedback/{id}").html
    page = triage.get(f"work/quotes/{id}")
    assert QUOTED not in page.html
    assert "never quoted" in page.words
    assert triage.send(f"work/quotes/{id}/propose", words=QUOTED).status_code == 422


def test_nobody_says_yes_for_another_or_to_what_was_not_shown(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    receipt, _ = provenance(demo)
    for use, answer in (("full report", "yes"), ("a poster", "yes"), ("training", "maybe")):
        assert tap(anybody, receipt, use, answer).status == 422
    assert tap(anybody, "one two", "training", "yes").status == 422
    assert not anybody.post("/norfolk/back/quote").headers.get("Set-Cookie")


def test_a_withdrawn_statement_leaves_every_page_and_the_past(
    demo: Partnerships, anybody: FlaskClient, sign_in: SignIn
) -> None:
    coordinator, words = sign_in("coordinator@norfolk.example"), "We can put faces to the names."
    report, tenant = "/norfolk/reports/annual-report-2020-21", demo.open("norfolk")
    pages = (report, f"{report}/children", "/norfolk/you-said")
    assert all(words in anybody.get(page).text for page in pages)
    position = tenant.ledger.recorder.max_notification_id()
    said = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "faces")
    asked = {"asked_by": "the young person", "why": "She asked us"}
    coordinator.post(f"work/quotes/{said}/withdraw", **asked)
    assert all(words not in anybody.get(page).text for page in pages)
    assert "Some quotations are no longer shown." in anybody.get(report).text
    assert "She asked us" not in anybody.get(report).text
    for page in pages:
        then = coordinator.get(f"{page}?known=@{position}")
        assert words not in then.html
        assert "These words are closed" in then.html
    assert "put right" in coordinator.get("work/quotes/").words
    task = f"{said}:0:{tenant.ledger.name_of('seed', 's3_norfolk_2020_21', 'report')}"
    done = {"which": task, "what": "The file was replaced"}
    for key in ("1" * 32, "1" * 32, "2" * 32):
        coordinator.send(f"work/quotes/{said}/put-right", **done, key=key)
    assert (
        anybody.get(report).text.count("The file was replaced") == 2
    )  # on its first page, and at its end
    assert "put right" not in coordinator.get("work/quotes/").words
    again = coordinator.send(f"work/quotes/{said}/put-right", **done)
    assert again.status_code == 422
    assert "already" in again.text


def test_the_answer_to_a_child_is_what_is_so_and_a_no_is_never_lost(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    receipt, id = provenance(demo)
    demo.open("norfolk").quotation.propose(id, Provenance("an adult", "a test"), words=QUOTED)
    first, second, third = ({"key": each * 32} for each in "123")
    asked = partial(tap, anybody, receipt, "training")
    assert "Thank you. We may show" in asked("yes", **first).words
    assert "We do not show your words there any more." in asked("no", **second).words
    late = asked("yes", **first).words
    assert "We may show your words there" not in late
    assert "We do not show your words there." in late
    for yes, no in ((third, second), ({"key": "4" * 32}, {"key": "4" * 32})):
        assert "You said yes" in asked("yes", **yes).words
        assert "any more" in asked("no", **no).words
        now = Page(anybody.post("/norfolk/back", data={"receipt": receipt}))
        assert "You said yes" not in now.words


def test_no_page_counts_the_withdrawn_or_says_why(demo: Partnerships, anybody: FlaskClient) -> None:
    tenant, report = demo.open("norfolk"), "/norfolk/reports/annual-report-2020-21"
    with tenant.read(Quotations) as view:
        id = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "report")
        said = [UUID(each.key.split(":")[0]) for each in view.quotes_in(id, "full report")][:2]
    assert len(said) == 2
    for id in said:
        tenant.statement.withdraw(
            id, Provenance("an adult", "a test"), asked_by="the partnership", why="a risk"
        )
    tenant.catch_up()
    for page in (report, f"{report}/children"):
        text = anybody.get(page).text
        assert text.count("Some quotations are no longer shown.") == 1
        assert "withdrawn" not in text
        assert "taken out" not in text
