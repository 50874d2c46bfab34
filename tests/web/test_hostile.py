"""Whatever is typed, the answer is a page with words: taken, asked again or refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.page import Page
from tests.web.staff import Staff
from web.pages import (
    audits,
    decisions,
    inspections,
    moderation,
    people,
    scrutiny,
    tools,
    visits,
    work,
)

SignIn = Callable[[str], Staff]
TYPED = {
    "long": "x" * 6_000,
    "controls": "a\x00b\x1b[31m\x7fc\x08",
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
FORMS = [
    getattr(module, name)
    for module in (
        audits,
        decisions,
        inspections,
        moderation,
        people,
        scrutiny,
        tools,
        visits,
        work,
    )
    for name in dir(module)
    if name.endswith("Form") and name not in {"Form", "InspectorForm", "NoForm"}
]
QUESTION = {"rows", "text0", "kind0", "choices0", "name0", "title0", "criteria0"}
FIELDS = sorted(QUESTION.union(*(form().fields for form in FORMS)))
ACTS = {
    "feedback": work.ACTS,
    "decisions": decisions.ACTS,
    "audits": audits.ACTS,
    "scrutiny": scrutiny.ACTS,
    "inspectors": inspections.INSPECTOR_ACTS,
    "visits": inspections.VISIT_ACTS,
}


def paths(staff: Staff) -> list[str]:
    """Every form of the coordinator's, on things that are there."""
    listed = "".join(
        staff.get(f"work/{page}").html
        for page in ("", "decisions/", "audits/", "tools/", "scrutiny/", "inspections/")
    )
    found = sorted(set(re.findall(r'href="/norfolk/(work/[a-z/]+[0-9a-f-]{36})"', listed)))
    acts = [
        f"{path}/{name}" for path in found for kind, acts in ACTS.items() for name in acts
        if path.split("/")[-2] == kind
    ]  # fmt: skip
    revised = [path for path in found if "/forms/" in path]
    revised += [f"{path}/edit" for path in found if "/tools/" in path]
    moderated = next(path for path in found if "/audits/" in path)
    acts += [f"{moderated}/moderation/challenge"]
    acts += [f"{moderated}/returns/{name}" for name in moderation.AGREE_ACTS]
    new = [
        "tools/new",
        "decisions/new",
        "audits/new",
        "inspections/inspectors",
        "inspections/forms/new",
    ]
    return [*acts, *revised, "work/people/", *(f"work/{path}" for path in new)]


@pytest.mark.parametrize("kind", TYPED)
def test_whatever_is_typed_everywhere_nothing_breaks(sign_in: SignIn, kind: str) -> None:
    staff = sign_in("coordinator@norfolk.example")
    typed = TYPED[kind].encode("utf-8", "replace").decode()
    asked = paths(staff)
    assert len(asked) > 40
    for path, fields in product(asked, [FIELDS[part::3] for part in range(3)]):
        answer = staff.send(path, **dict.fromkeys(fields, typed))
        assert answer.status_code in {303, 404, 422}, path
        if answer.status_code == 422:
            words = Page(answer).words
            assert "There is a problem" in words, path
    for path in ("work/", "work/decisions/", "work/audits/", "work/inspections/", "work/people/"):
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


def test_nothing_typed_at_all_is_asked_again(sign_in: SignIn) -> None:
    staff = sign_in("coordinator@norfolk.example")
    for path in paths(staff):
        sent = staff.client.post(staff.at(path), data={"csrf_token": staff.token})
        assert sent.status_code in {303, 404, 422}, path


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
    for slug in ("nowhere", "NORFOLK", "norfolk ", "..", "norfolk%00"):
        assert anybody.get(f"/{slug}/work/").status_code == 404
