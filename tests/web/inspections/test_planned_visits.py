"""Visits to come: a coordinator plans them, their inspectors see them and fill in the form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from events.uk_time import uk_today
from infra.partnerships import Partnerships
from projections.inspections.inspectors import Inspectors
from projections.inspections.visits_and_forms import VisitsAndForms
from tests.web.inspections.test_visits import SEEN
from tests.web.staff import Staff
from web.inspections.planned_visit_rows import day_in_words

SignIn = Callable[[str], Staff]
PLANNED, NEW = "work/inspections/planned/", "work/inspections/planned/new"
MEET = "At the bus stop"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def sam(sign_in: SignIn) -> Staff:
    return sign_in("inspector@norfolk.example")


@pytest.fixture
def asked(demo: Partnerships) -> dict[str, str]:
    """A plan as the form sends it, for Sam, in three days."""
    norfolk = demo.open("norfolk")
    with norfolk.read(VisitsAndForms) as view:
        form = view.asked()[0].id
    with norfolk.read(Inspectors) as record:
        sam = record.by(norfolk.access.id_of("inspector@norfolk.example"))
    assert sam
    return {
        "service": "The swimming pool",
        "day": (uk_today() + timedelta(days=3)).isoformat(),
        "time": "2:30 pm",
        "meeting_place": MEET,
        "inspectors": str(sam.id),
        "which_form": str(form),
    }


@pytest.fixture
def plan(coordinator: Staff, asked: dict[str, str]) -> str:
    """The address of a planned visit."""
    page = coordinator.post(NEW, **asked)
    found = re.search(rf'href="/norfolk/({PLANNED}[0-9a-f-]{{36}})">The swimming pool', page.html)
    assert found, page.words
    return found[1]


def seen(coordinator: Staff, plan: str) -> str:
    return coordinator.get(f"{plan}/change").fields["seen"]


def test_a_page_without_plans_says_so_in_plain_words(coordinator: Staff, sam: Staff) -> None:
    assert "No visit is planned." in coordinator.get(PLANNED).words
    assert "No visit is planned." in coordinator.get("work/inspections/").words
    assert "No visit is planned for you yet." in sam.get("visits/").words


def test_a_planned_visit_is_seen_by_coordinators_and_by_its_inspectors(
    coordinator: Staff, sam: Staff, sign_in: SignIn, plan: str, asked: dict[str, str]
) -> None:
    day = day_in_words(uk_today() + timedelta(days=3), uk_today())
    for page in (coordinator.get(plan), sam.get("visits/")):
        for words in ("The swimming pool", f"{day}, at 14:30", MEET, "Sam"):
            assert words in page.words
    assert "The swimming pool" in coordinator.get("work/inspections/").words
    coordinator.post("work/inspections/inspectors", name="Kim", email="kim@norfolk.example")
    assert "The swimming pool" not in sign_in("kim@norfolk.example").get("visits/").words
    for role in ("triage", "scrutineer"):
        other = sign_in(f"{role}@norfolk.example")
        assert "The swimming pool" not in other.get("work/inspections/").words
        assert other.client.get(f"/norfolk/{plan}").status_code == 403


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"service": ""}, "service", "Say which service they visit."),
        ({"day": ""}, "day", "Say which day."),
        ({"day": "2020-01-01"}, "day", "This day has gone by."),
        ({"day": "2027-02-30"}, "day", ""),
        ({"day": "May 2027"}, "day", "Give the day itself"),
        ({"time": "25:00"}, "time", "is no time of the day"),
        ({"time": "soon"}, "time", "Write the time as 14:30"),
        ({"time": "14"}, "time", "Write the time as 14:30"),
        ({"inspectors": ""}, "inspectors", "stood down"),
        ({"inspectors": "no id"}, "inspectors", "stood down"),
        ({"which_form": ""}, "which_form", "Choose the form"),
        ({"which_form": "no id"}, "which_form", "Choose the form"),
        ({"which_form": "0" * 32}, "which_form", "This form is not published."),
        ({"meeting_place": "x" * 201}, "meeting_place", "The most is 200"),
    ],
)
def test_what_is_not_right_is_said_and_everything_kept(
    coordinator: Staff, asked: dict[str, str], wrong: dict[str, str], field: str, said: str
) -> None:
    page = coordinator.post(NEW, **asked | wrong)
    assert page.status == 422
    assert f'href="#f-{field}"' in page.html
    assert said in page.words
    kept = {"service": "The swimming pool", "meeting_place": MEET} | wrong
    assert page.fields["service"] == kept["service"]
    assert page.fields["meeting_place"] == kept["meeting_place"]


def test_nobody_chosen_is_refused(coordinator: Staff, asked: dict[str, str]) -> None:
    nobody = {name: given for name, given in asked.items() if name != "inspectors"}
    page = coordinator.post(NEW, **nobody)
    assert page.status == 422
    assert "Choose at least one inspector who goes." in page.words


def test_an_inspector_whose_sign_in_has_ended_can_not_be_chosen(
    coordinator: Staff, asked: dict[str, str], demo: Partnerships
) -> None:
    people = coordinator.get("work/people/").html
    end = re.findall(r'action="/norfolk/(work/people/[^"]+/end)"', people.split("inspector@")[1])[0]
    coordinator.post(end)
    assert asked["inspectors"] not in coordinator.get(NEW).html
    page = coordinator.post(NEW, **asked)
    assert page.status == 422
    assert "has stood down, or is not known here" in page.words


def test_a_double_click_plans_once(coordinator: Staff, asked: dict[str, str]) -> None:
    key = uuid4().hex
    for _ in range(2):
        page = coordinator.post(NEW, **asked, key=key)
    assert page.html.count(">The swimming pool</a>") == 1


def test_a_plan_is_changed_and_says_what_changed(
    coordinator: Staff, sam: Staff, plan: str, asked: dict[str, str]
) -> None:
    form = coordinator.get(f"{plan}/change")
    assert (form.fields["time"], form.fields["service"]) == ("14:30", "The swimming pool")
    assert re.search(rf'value="{asked["inspectors"]}"[^>]* checked', form.html)
    later = asked | {"time": "16:00", "seen": form.fields["seen"]}
    page = coordinator.post(f"{plan}/change", **later)
    assert "The plan was changed (the time)" in page.words
    assert "at 16:00" in sam.get("visits/").words
    again = coordinator.post(f"{plan}/change", **later | {"seen": seen(coordinator, plan)})
    assert again.status == 422
    assert "Nothing is different" in again.words


def test_of_two_who_change_a_plan_at_once_the_second_is_shown_what_the_first_wrote(
    coordinator: Staff, plan: str, asked: dict[str, str]
) -> None:
    at = {"seen": seen(coordinator, plan)}
    coordinator.post(f"{plan}/change", **asked | at | {"time": "16:00"})
    page = coordinator.post(f"{plan}/change", **asked | at | {"time": "9:15"})
    assert page.status == 422
    assert "Somebody else changed this plan" in page.words
    assert "at 16:00" in page.words
    assert page.fields["time"] == "9:15"
    mended = asked | {"time": "9:15", "seen": page.fields["seen"]}
    assert "at 09:15" in coordinator.post(f"{plan}/change", **mended).words


def test_a_visit_is_called_off_once_and_its_inspectors_see_why(
    coordinator: Staff, sam: Staff, plan: str, asked: dict[str, str]
) -> None:
    missing = coordinator.send(f"{plan}/call-off", why="")
    assert missing.status_code == 422
    at = seen(coordinator, plan)
    page = coordinator.post(f"{plan}/call-off", why="The pool is shut.")
    assert "This visit was called off: The pool is shut." in page.words
    assert "Change this plan" not in page.words
    mine = sam.get("visits/")
    assert "You do not go. Why: The pool is shut." in mine.words
    assert f"plan={plan[-36:]}" not in mine.html
    again = coordinator.send(f"{plan}/call-off", why="Twice")
    assert again.status_code == 422
    assert "This visit was called off." in again.text
    late = coordinator.post(f"{plan}/change", **asked | {"time": "16:00", "seen": at})
    assert late.status == 422
    assert "This visit was called off." in late.words


def test_the_form_is_opened_from_the_plan_and_belongs_to_it(
    coordinator: Staff, sam: Staff, plan: str
) -> None:
    mine = sam.get("visits/")
    [link] = [each for each in mine.links if f"plan={plan[-36:]}" in each]
    form = sam.get(link)
    assert form.fields["plan"] == plan[-36:]
    assert form.fields["place"] == "The swimming pool"
    refused = sam.post(link.partition("?")[0], **SEEN | {"noise": "", "plan": plan[-36:]})
    assert refused.fields["plan"] == plan[-36:]
    visit = sam.made(link.partition("?")[0], **SEEN, plan=plan[-36:])
    found = coordinator.get(plan)
    assert "The form was sent" in found.words
    assert f"/norfolk/work/inspections/visits/{visit[-36:]}" in found.links
    assert "Call this visit off" not in found.words
    coordinator.post(f"work/inspections/visits/{visit[-36:]}/take-off", why="The wrong one")
    assert "The form was sent" not in coordinator.get(PLANNED).words


def test_a_form_that_was_kept_without_a_line_belongs_to_its_plan_once(
    coordinator: Staff, sam: Staff, plan: str, asked: dict[str, str]
) -> None:
    """Also where the visit was called off meanwhile: what they saw is not lost."""
    coordinator.post(f"{plan}/call-off", why="The pool is shut.")
    key = uuid4().hex
    sent = [
        sam.send(
            f"visits/outbox/{asked['which_form']}", **SEEN, plan=plan[-36:], key=key
        ).status_code
        for _ in range(2)
    ]
    assert sent == [201, 200]
    page = coordinator.get(plan)
    assert "The form was sent" in page.words
    assert page.words.count("The form of the planned visit was sent.") == 1


@pytest.mark.parametrize("plan", ["", "no id", "0" * 32])
def test_a_visit_without_a_plan_that_is_known_is_recorded_all_the_same(
    sam: Staff, asked: dict[str, str], plan: str
) -> None:
    assert sam.get(f"visits/new/{asked['which_form']}?plan={plan}").fields["plan"] == ""
    assert "recorded" in sam.post(f"visits/new/{asked['which_form']}", **SEEN, plan=plan).words


def test_another_inspector_does_not_mark_a_plan_as_made(
    coordinator: Staff, sign_in: SignIn, plan: str, asked: dict[str, str]
) -> None:
    coordinator.post("work/inspections/inspectors", name="Kim", email="kim@norfolk.example")
    kim = sign_in("kim@norfolk.example")
    kim.get("visits/")
    assert kim.get(f"visits/new/{asked['which_form']}?plan={plan[-36:]}").fields["place"] == ""
    assert kim.send(f"visits/new/{asked['which_form']}", **SEEN, plan=plan[-36:]).status_code == 303
    assert "The form was sent" not in coordinator.get(plan).words


def test_kept_forms_say_nothing_of_a_plan(sam: Staff, plan: str, asked: dict[str, str]) -> None:
    assert f"visits/kept/{asked['which_form']}" in sam.get("visits/").html
    html = sam.client.get(f"/norfolk/visits/kept/{asked['which_form']}?plan={plan[-36:]}").text
    assert "The swimming pool" not in html
    assert plan[-36:] not in html
    assert 'name="plan" value=""' in html


def test_a_day_is_told_in_words() -> None:
    now = date(2026, 12, 1)
    assert day_in_words(date(2026, 12, 3), now) == "Thursday 3 December 2026"
    assert day_in_words(date(2026, 12, 2), now) == "Tomorrow, Wednesday 2 December 2026"
    assert day_in_words(now, now) == "Today, Tuesday 1 December 2026"


def test_who_is_forgotten_leaves_no_meeting_place_and_no_reason_in_plans_that_are_over(
    coordinator: Staff, sign_in: SignIn, plan: str, demo: Partnerships, asked: dict[str, str]
) -> None:
    coordinator.post(f"{plan}/call-off", why="Sam has measles.")
    coordinator.post(NEW, **asked | {"service": "The library"})
    sam = demo.open("norfolk").access.id_of("inspector@norfolk.example")
    triage = sign_in("triage@norfolk.example")
    for step in ("end", "forget"):
        coordinator.get("work/people/")
        coordinator.post(f"work/people/{sam}/{step}")
    triage.get(f"work/forgetting/{sam}")
    assert "Forgotten" in triage.post(f"work/forgetting/{sam}/confirm").words
    page = coordinator.get(plan)
    assert "The swimming pool" in page.words
    assert "measles" not in page.words
    assert MEET not in page.words
    found = re.search(r'href="/norfolk/([^"]+)">The library', coordinator.get(PLANNED).html)
    assert found
    assert MEET in coordinator.get(found[1]).words


def test_a_plan_whose_day_has_gone_by_is_past_and_waits_for_its_form(
    sign_in: SignIn, plan: str
) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=5)):
        page = sign_in("coordinator@norfolk.example").get(PLANNED)
        mine = sign_in("inspector@norfolk.example").get("visits/")
    assert "No visit is planned." in page.words
    assert "Past visits" in page.words
    assert "The form was not sent yet" in page.words
    assert "The form was not sent yet" in mine.words
    assert [each for each in mine.links if f"plan={plan[-36:]}" in each]
