"""Youth inspectors and their forms, as the coordinator keeps them."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.infra.editions.pdfua import faults
from tests.web.codes import text
from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
OVERVIEW, NEW = "work/inspections/", "inspections/forms/new"
KIM = {"name": "Kim", "email": "kim@norfolk.example"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def link(page: Page, words: str, below: str) -> str:
    found = re.search(rf'href="/norfolk/({below}[0-9a-f-]{{36}})">{re.escape(words)}', page.html)
    assert found, page.words
    return found[1]


def test_an_inspector_is_invited_signs_in_is_trained_and_stands_down(
    coordinator: Staff, sign_in: SignIn
) -> None:
    invited = coordinator.post("work/inspections/inspectors", **KIM)
    assert "Kim is invited" in invited.words
    kim = sign_in(KIM["email"])
    assert "My visits" in kim.get("visits/").words
    about = link(invited, "Kim", "work/inspections/inspectors/")
    learned = {"minutes": "2", "skills": "Listening\nSpeaking up"}
    trained = coordinator.post(f"{about}/train", training="Asking good questions", **learned)
    assert "Asking good questions" in trained.words
    assert "Skills: Listening, Speaking up." in trained.words
    helped = coordinator.post(f"{about}/help", what="Went along", minutes="1:30")
    assert "3 hours 30 minutes in all" in helped.words
    assert coordinator.post(f"{about}/help", what="Went along", minutes="").status == 422
    assert "Asking good questions" in kim.get("visits/").words
    gone = coordinator.post(f"{about}/stand-down", why="")
    assert "can no longer sign in" in gone.words
    assert "Sign in to Norfolk" in kim.get("visits/").words
    with pytest.raises(AssertionError):
        sign_in(KIM["email"])
    assert coordinator.post(f"{about}/train", training="More").status == 422


def test_whoever_lost_access_already_can_stand_down(coordinator: Staff) -> None:
    invited = coordinator.post("work/inspections/inspectors", **KIM)
    people = coordinator.get("work/people/").html
    end = re.findall(r'action="/norfolk/(work/people/[^"]+/end)"', people.split("kim@")[1])[0]
    coordinator.post(end)
    about = link(invited, "Kim", "work/inspections/inspectors/")
    assert "have stood down" in coordinator.post(f"{about}/stand-down", why="Moved").words


def test_whoever_can_sign_in_already_is_not_invited_again(coordinator: Staff) -> None:
    page = coordinator.post("work/inspections/inspectors", name="T", email="triage@norfolk.example")
    assert page.status == 422
    assert "recorded before" in page.words
    assert page.fields["email"] == "triage@norfolk.example"


def test_a_double_click_invites_once(coordinator: Staff) -> None:
    key = uuid4().hex
    for _ in range(2):
        page = coordinator.post("work/inspections/inspectors", **KIM, key=key)
    assert len(re.findall(">Kim</a>", page.html)) == 1


def test_the_service_replies_to_a_visit(coordinator: Staff) -> None:
    visit = link(coordinator.get(OVERVIEW), "A health centre (made up)", "work/inspections/visits/")
    page = coordinator.post(f"{visit}/reply", service="The centre", words="The poster is up.")
    assert "The poster is up." in page.words
    missing = coordinator.post(f"{visit}/reply", service="The centre", words="")
    assert missing.status == 422
    assert "Write the reply" in missing.words


def test_a_visit_that_was_recorded_wrongly_is_taken_off(
    coordinator: Staff, sign_in: SignIn
) -> None:
    visit = link(coordinator.get(OVERVIEW), "A health centre (made up)", "work/inspections/visits/")
    assert "/norfolk/" + visit + "/take-off" in coordinator.get(visit).links
    missing = coordinator.send(f"{visit}/take-off", why="")
    assert missing.status_code == 422
    assert "Say what was wrong with it." in missing.text
    gone = coordinator.post(f"{visit}/take-off", why="It was sent twice.")
    assert "This visit was taken off the record: It was sent twice." in gone.words
    assert "The visit was taken off: It was sent twice." in gone.words
    assert "Send the reply" not in gone.words
    assert "Taken off" in coordinator.get(OVERVIEW).words
    for late in (f"{visit}/take-off", f"{visit}/reply"):
        again = coordinator.send(late, why="Twice", service="The centre", words="The poster is up")
        assert again.status_code == 422
        assert "Nothing can be added to it." in again.text
    for role in ("triage", "scrutineer", "inspector"):
        other = sign_in(f"{role}@norfolk.example")
        assert other.client.get(f"/norfolk/{visit}/take-off").status_code == 403


def test_others_read_and_do_nothing(sign_in: SignIn) -> None:
    for role in ("triage", "scrutineer"):
        page = sign_in(f"{role}@norfolk.example").get(OVERVIEW)
        assert "A health centre (made up)" in page.words
        assert "Invite" not in page.words
        assert "New form" not in page.words


def test_skills_and_hours_are_a_certificate(coordinator: Staff, sign_in: SignIn) -> None:
    invited = coordinator.post("work/inspections/inspectors", **KIM)
    about = link(invited, "Kim", "work/inspections/inspectors/")
    kim = sign_in(KIM["email"])
    assert "certificate.pdf" not in kim.get("visits/").html
    coordinator.post(f"{about}/train", training="Asking well", minutes="2", skills="Listening")
    coordinator.post(f"{about}/help", what="A board meeting", minutes="1:30", on="2026-11-03")
    assert "/norfolk/visits/certificate.pdf" in kim.get("visits/").links
    mine = kim.client.get("/norfolk/visits/certificate.pdf").data
    theirs = coordinator.client.get(f"/norfolk/{about}/certificate.pdf")
    assert "certificate-kim.pdf" in theirs.headers["Content-Disposition"]
    for pdf in (mine, theirs.data):
        assert faults(pdf) == []
        said = text(pdf)
        for words in (
            "Kim",
            "3 hours 30 minutes",
            "Listening",
            "Asking well",
            "A board meeting",
            "3 November",
        ):
            assert words in said


def test_what_was_written_down_wrongly_is_taken_off(coordinator: Staff) -> None:
    invited = coordinator.post("work/inspections/inspectors", **KIM)
    about = link(invited, "Kim", "work/inspections/inspectors/")
    coordinator.post(f"{about}/train", training="Asking well", minutes="2", skills="Listening")
    page = coordinator.post(f"{about}/help", what="A board meeting", minutes="1")
    [first, second] = re.findall(rf'"/norfolk/{about}/(off-[0-9]+)"', page.html)
    assert coordinator.send(f"{about}/{first}", why="").status_code == 422
    gone = coordinator.post(f"{about}/{first}", why="It was another Kim")
    assert "Listening" not in gone.words
    assert "1 hour in all" in gone.words
    assert coordinator.get(f"{about}/{first}").status == 404
    assert coordinator.get(f"{about}/off-99").status == 404
    assert second in gone.html


def test_a_certificate_is_for_whom_it_is_about_and_who_runs_inspections(
    coordinator: Staff, sign_in: SignIn
) -> None:
    about = link(
        coordinator.post("work/inspections/inspectors", **KIM),
        "Kim",
        "work/inspections/inspectors/",
    )
    for role in ("triage", "scrutineer", "inspector"):
        other = sign_in(f"{role}@norfolk.example")
        assert other.client.get(f"/norfolk/{about}/certificate.pdf").status_code == 403
    assert coordinator.client.get("/norfolk/visits/certificate.pdf").status_code == 403
