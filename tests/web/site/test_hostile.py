"""Whatever is typed, the answer is a page with words: accepted, asked again or refused."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.routes import acts_of, forms_of, ids_in, natural, routes
from tests.web.staff import Staff
from web.site.permissions import ROLES

pytestmark = pytest.mark.sweep

SignIn = Callable[[str], Staff]
TYPED = {
    "long": "x" * 10_000,
    "controls": "a\x00b\x1b[31m\x7fc\x08",
    "turned": "a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b",
    "emoji": "👩🏽‍🦽🏳️‍🌈 \u202e right to left",
    "tags": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ 1234 * 5678 }}{% raw %}",
    "quotes": "'; DROP TABLE facts; --\"",
    "spaces": " \t\r\n ",
    "half": "\ud800",
    "number": "9" * 5000,
    "day": "2026-13-45",
    "uuid": "feedback:not-a-uuid",
}
QUESTION = {"rows", "text0", "kind0", "choices0", "name0", "title0", "criteria0"}
LISTS = [
    f"work/{name}"
    for name in (
        "",
        "decisions/",
        "audits/",
        "inspections/",
        "people/",
        "meetings/",
        "actions/",
        "risks/",
        "arrangements/",
        "tools/",
        "scrutiny/",
        "engagement/",
        "statements/",
        "heard/",
        "newsletters/",
    )
]
ELSEWHERE = {"sign_in", "replay", "proof", "back", "tell", "pasting"}


def fields_of(blueprint: str) -> list[str]:
    return sorted(QUESTION.union(*(form.fields for form in forms_of(blueprint))))


def paths(app: Flask, demo: Partnerships) -> dict[str, list[str]]:
    """Every form that a coordinator may send, on existing things, with its fields."""
    ids, found = ids_in(demo.open("norfolk")), {}
    for route in routes(app):
        blueprint = route.endpoint.split(".")[0]
        if (
            route.method != "POST"
            or route.permission not in ROLES["coordinator"]
            or blueprint in ELSEWHERE
        ):
            continue
        for name in acts_of(blueprint) if "<name>" in route.path else ["read"]:
            path = route.of("norfolk", ids[natural(route)], name)
            found[path] = fields_of(blueprint)
    return found


@pytest.mark.parametrize("kind", TYPED)
def test_whatever_is_typed_everywhere_nothing_breaks(
    demo_app: Flask, demo: Partnerships, sign_in: SignIn, kind: str
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/people/")
    typed = TYPED[kind].encode("utf-8", "replace").decode()
    asked = paths(demo_app, demo)
    assert len(asked) > 60
    for (path, fields), part in product(asked.items(), range(2)):
        answer = staff.send(path, **dict.fromkeys(fields[part::2], typed))
        assert answer.status_code in {200, 303, 404, 422}, path  # 200: looked at before it is kept
        if answer.status_code == 422:
            assert "There is a problem" in answer.text, path
    for path in LISTS:
        page = staff.get(path)
        assert page.status == 200
        assert "<script>alert" not in page.html
        assert "\x00" not in page.html


@pytest.mark.parametrize("kind", TYPED)
def test_words_that_are_taken_come_back_as_words(sign_in: SignIn, kind: str) -> None:
    staff = sign_in("coordinator@norfolk.example")
    typed = TYPED[kind].encode("utf-8", "replace").decode()[:180]
    sent = staff.send("work/decisions/new", title=f"A{typed}B")
    page = staff.get(sent.headers["Location"])
    assert page.status == 200
    assert "<script>alert" not in page.html
    assert "7006652" not in page.words
    assert page.title.startswith("A")


def test_nothing_typed_at_all_is_asked_again(
    demo_app: Flask, demo: Partnerships, sign_in: SignIn
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/people/")
    for path in paths(demo_app, demo):
        sent = staff.client.post(staff.at(path), data={"csrf_token": staff.token})
        assert sent.status_code in {200, 303, 404, 422}, path


def test_a_body_that_is_too_large_is_refused_in_words(sign_in: SignIn) -> None:
    staff = sign_in("coordinator@norfolk.example")
    page = Page(staff.send("work/decisions/new", title="x" * 400_000))
    assert page.status == 413
    assert "Make it shorter" in page.words


def test_a_young_persons_message_that_is_too_large_is_refused_in_words(
    anybody: FlaskClient,
) -> None:
    page = Page(anybody.post("/norfolk/tell/send", data={"words": "x" * 400_000}))
    assert page.status == 413
    assert "Make it shorter" in page.words


@pytest.mark.parametrize(
    "path",
    [
        "work/feedback/not-a-uuid",
        "work/feedback/00000000-0000-0000-0000-00000000000g",
        "work/decisions/5f2b8a4e-0000-4000-8000-000000000000",
        "work/audits/5f2b8a4e-0000-4000-8000-000000000000",
        "work/inspections/visits/1",
        "work/decisions/new/..%2f..",
        "work/%00",
        "work/decisions/%F0%9F%92%A9",
    ],
)
def test_an_address_of_nothing_is_not_found(sign_in: SignIn, path: str) -> None:
    page = sign_in("coordinator@norfolk.example").get(path)
    assert page.status == 404
    assert "cannot find that page" in page.words


def test_a_link_may_carry_anything_into_a_form(sign_in: SignIn) -> None:
    staff = sign_in("coordinator@norfolk.example")
    page = staff.get("work/decisions/new?evidence=%00&theme=%3Cscript%3E&key=x&title=a&title=b")
    assert page.status == 200
    assert "<script>" not in page.html.replace('<script src="', "")


def test_every_page_a_partnership_never_had_is_not_found(
    demo_app: Flask, anybody: FlaskClient
) -> None:
    for slug in ("nowhere", "NORFOLKS", "norfolk ", "..", "norfolk%00"):
        assert anybody.get(f"/{slug}/work/").status_code == 404
