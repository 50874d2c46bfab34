"""A year of scrutiny: scrutineers write it, the partnership answers, the report shows it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
PLAN = {"title": "Scrutiny 2027", "year": "2027", "themes": "Voice\n\nSchools\nVoice"}


@pytest.fixture
def scrutineer(sign_in: SignIn) -> Staff:
    return sign_in("scrutineer@norfolk.example")


@pytest.fixture
def plan(scrutineer: Staff) -> str:
    return scrutineer.made("work/scrutiny/new", **PLAN)


def choice(html: str, words: str) -> str:
    found = re.search(rf'<option value="([0-9a-f]{{32}})">{words}', html)
    assert found
    return found[1]


def test_a_plan_lists_each_theme_once_and_whether_it_was_looked_at(
    scrutineer: Staff, plan: str
) -> None:
    page = scrutineer.post(
        f"{plan}/activity",
        what="Read files",
        theme="Voice",
        done_on="2026-10",
        by="Us",
        young_people="6",
    )
    assert page.words.count("Voice: looked at") == 1
    assert "Schools: not looked at yet" in page.words


def test_a_question_is_answered_by_the_coordinator_and_shows_the_days(
    scrutineer: Staff, sign_in: SignIn, plan: str
) -> None:
    asked = scrutineer.post(f"{plan}/ask", words="Who listens at night?", due="2027-01-29")
    assert "No answer yet" in asked.words
    coordinator = sign_in("coordinator@norfolk.example")
    page = coordinator.get(plan)
    said = {"question": choice(page.html, "Who listens"), "answer": "The night team"}
    said |= {"answerer": "The executive"}
    assert scrutineer.send(f"{plan}/reply/answer", **said).status_code == 403
    early = coordinator.post(f"{plan}/reply/answer", **said, answered_on="2020-01-01")
    assert early.status == 422
    assert 'href="#f-answered_on"' in early.html
    assert "answered the same day" in coordinator.post(f"{plan}/reply/answer", **said).words


def test_a_disagreement_goes_further_and_is_resolved(scrutineer: Staff, plan: str) -> None:
    said = {"matter": "When to tell schools", "between": "Health and police", "stage": "managers"}
    page = scrutineer.post(f"{plan}/disagree", **said)
    early = scrutineer.post(f"{plan}/conclude", conclusion="All is well")
    assert early.status == 422
    name = choice(page.html, "Health and police")
    same = {"disagreement": name, "next_stage": "managers", "why": "No end"}
    assert 'href="#f-next_stage"' in scrutineer.post(f"{plan}/escalate", **same).html
    scrutineer.post(f"{plan}/escalate", **(same | {"next_stage": "senior leaders"}))
    page = scrutineer.post(f"{plan}/resolve", resolved=name, how="Both wrote a rule")
    assert "managers, then senior leaders" in page.words
    assert "concluded" in scrutineer.post(f"{plan}/conclude", conclusion="All is well").words


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("activity", {"what": "a", "by": "b", "done_on": "2026-13-45"}, "done_on"),
        ("activity", {"what": "a", "by": "b", "done_on": "2999-01-01"}, "done_on"),
        (
            "activity",
            {"what": "a", "by": "b", "done_on": "2026-10", "young_people": "-1"},
            "young_people",
        ),
        (
            "activity",
            {"what": "a", "by": "b", "done_on": "2026-10", "young_people": "999"},
            "young_people",
        ),
        ("find", {"kind": "bad practice", "finding": "a"}, "kind"),
        ("find", {"kind": "to improve", "finding": "x" * 6000}, "finding"),
        ("ask", {"words": "a", "due": "2020-01-01"}, "due"),
        ("disagree", {"matter": "a", "between": "b", "stage": "nobody"}, "stage"),
        ("conclude", {"conclusion": ""}, "conclusion"),
    ],
)
def test_what_is_not_right_is_said_beside_the_field(
    scrutineer: Staff, plan: str, name: str, given: dict[str, str], field: str
) -> None:
    page = scrutineer.post(f"{plan}/{name}", **given)
    assert page.status == 422
    assert f'href="#f-{field}"' in page.html
    assert f'id="f-{field}"' in page.html


def test_scrutineers_write_scrutiny_and_nothing_else(scrutineer: Staff, plan: str) -> None:
    assert scrutineer.get("work/scrutiny/new").status == 200
    for path in ("work/audits/new", "work/tools/new", "work/people/", "work/decisions/new"):
        assert scrutineer.send(path).status_code == 403


def test_the_yearly_report_tells_of_scrutiny_apart_and_gives_no_small_number_away(
    anybody: FlaskClient, sign_in: SignIn
) -> None:
    page = sign_in("coordinator@norfolk.example").get("/norfolk/reports/demo-2026-27")
    chapter = page.html.split('id="scrutiny"')[1].split("</section>")[0]
    assert "kept apart from the partners' text" in chapter
    assert "with a group of young people as scrutineers" in chapter
    assert not re.search(r"\b7\b", re.sub(r"<[^>]+>", "", chapter)), "seven took part"
    assert "When a school should be told" not in chapter
    assert "resolved" in chapter


def test_each_form_of_audits_and_scrutiny_can_be_left(sign_in: Callable[[str], Staff]) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    coordinator = sign_in("coordinator@norfolk.example")
    for staff, at, back in (
        (scrutineer, "work/scrutiny/new", "work/scrutiny/"),
        (coordinator, "work/audits/new", "work/audits/"),
        (coordinator, "work/tools/new", "work/tools/"),
    ):
        assert f'href="/norfolk/{back}">Cancel</a>' in staff.get(at).html
    plan = next(each for each in scrutineer.get("work/scrutiny/").links if len(each) > 45)
    refused = scrutineer.post(f"{plan}/conclude", words="")
    assert refused.status == 422
    assert f'href="{plan}">Cancel</a>' in refused.html
