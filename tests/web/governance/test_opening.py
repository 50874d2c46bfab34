"""A partnership that has just joined opens step by step; what is closed says so kindly."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from tests.web.conftest import fresh_app
from tests.web.page import Page
from tests.web.staff import Staff, newest_link, posted

LEAD = "lead@moor.example"
MOOR = Joining("moor", "Moor SCP", "Moor", "", (), "", LEAD, opens_later=True)
TELL = {"words": "the bus is always late", "feeling": "sad"}


@pytest.fixture
def lead(partnerships: Partnerships, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Staff:
    monkeypatch.setattr("infra.partnerships._CARD_SECONDS", 0)  # other processes wait two seconds
    join_partnership(partnerships, MOOR)
    client = fresh_app(partnerships).test_client()
    client.post("/moor/work/sign-in", data={"email": LEAD})
    posted(partnerships)
    client.post(newest_link(tmp_path / "post", LEAD))
    staff = Staff(client, "moor")
    staff.get("work/opening/")
    return staff


@pytest.fixture
def child(lead: Staff) -> FlaskClient:
    return lead.client.application.test_client()


def test_who_has_just_joined_is_not_open_and_takes_nothing(child: FlaskClient) -> None:
    assert "not open yet" in Page(child.get("/moor/")).words
    page = Page(child.get("/moor/tell"))
    assert "nobody would read it" in page.words
    assert "Childline" in page.words
    sent = child.post("/moor/tell/send", data=TELL | {"client_id": str(uuid4())})
    assert sent.status_code == 403
    assert "Tell us now" not in Page(child.get("/moor/safe")).words


def test_it_opens_by_following_the_page(lead: Staff, child: FlaskClient) -> None:
    page = lead.get("work/opening/")
    assert "Missing: 7 of 9" in page.words
    assert lead.post("work/opening/open").status == 422
    put_in_place(lead)
    page = lead.get("work/opening/")
    assert "Missing" not in page.words
    assert "You are open" in lead.post("work/opening/open").words
    assert "Tell us now" in Page(child.get("/moor/")).words
    assert "How do you feel" in Page(child.get("/moor/tell")).words


def test_closing_says_why_and_loses_nothing(lead: Staff, child: FlaskClient) -> None:
    put_in_place(lead)
    lead.post("work/opening/open")
    lead.post("work/opening/close", why="We are on holiday.", until="4 January 2027")
    page = Page(child.get("/moor/tell"))
    assert "We are on holiday." in page.html
    assert "4 January 2027" in page.words
    assert child.get("/moor/back").status_code == 200
    begun = child.post("/moor/tell/check", data=TELL | {"client_id": str(uuid4())})
    assert begun.status_code == 200
    assert "Ready to send?" in Page(begun).words


def put_in_place(lead: Staff) -> None:
    found = re.search(
        r'<option value="([0-9a-f-]{36})"[^>]*>Coordinator', lead.get("work/duty/").html
    )
    assert found
    ann = found[1]
    week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    for path, given in (
        ("work/duty/pattern", {"days": week, "first": ann}),
        ("work/duty/out-of-hours", {"name": "EDT", "email": "edt@moor.example"}),
        ("work/duty/front-door", {"name": "Front door", "phone": "01234 567890"}),
        ("work/promise/hours", {"days": week, "opens": "09:00", "closes": "17:00"}),
        ("work/promise/promise", {"read_days": "2", "urgent_hours": "4"}),
        ("work/forgetting/periods", {"no_answer": "24", "we_did": "24"}),
        (
            "work/data-protection/",
            {
                "controllers": "The council",
                "officer": "DPO, the council",
                "contact": "dpo@x.example",
            },
        ),
    ):
        page = lead.post(path, **given)  # type: ignore[arg-type]
        assert page.status == 200, (path, page.words)
