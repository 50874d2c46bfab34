"""The answer to a child is in words that a child understands, as far as that can be measured."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.feedback.test_triage import back, item, told, triage
from tests.web.page import Page
from tests.web.staff import Staff

__all__ = ["item", "told", "triage"]


@pytest.mark.parametrize(("name", "field"), [("answer", "reply"), ("no-action", "why")])
def test_a_child_is_answered_in_words_a_child_understands(
    triage: Staff, item: str, anybody: FlaskClient, told: str, name: str, field: str
) -> None:
    triage.post(f"{item}/read")
    hard = "We will utilise a multi-agency approach."
    page = triage.post(f"{item}/{name}", outcome="we will", **{field: f"Thank you. {hard}"})
    assert page.status == 422
    assert f"“{hard}” has a word few children know: multi-agency, utilise." in page.words
    assert f"Thank you. {hard}" in page.fields[field]
    assert f'data-of="f-{field}"' in page.html
    assert hard not in back(anybody, told)


def test_who_told_us_in_another_language_is_answered_in_it(
    triage: Staff, anybody: FlaskClient, demo: Partnerships
) -> None:
    tenant = demo.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="pl", checked_by="a speaker"
    )
    tenant.catch_up()
    start = Page(anybody.get("/norfolk/tell?lang=pl"))
    said = "Nikt mi nie powiedział"
    sent = anybody.post("/norfolk/tell/send?lang=pl", data=start.fields | {"words": said})
    tenant.catch_up()
    row = next(row for row in triage.get("work/").html.split("<tr>") if said in row)
    [item] = re.findall(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', row)
    triage.post(f"{item}/read")
    assert "data-reading" not in triage.get(item).html
    reply = "Odpowiedzialność za powiadamianie zainteresowanych przeanalizujemy niezwłocznie."
    assert triage.send(f"{item}/answer", outcome="we will", reply=reply).status_code == 303
    assert reply in back(anybody, Page(sent).fields["receipt"])
