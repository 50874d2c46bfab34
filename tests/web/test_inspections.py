"""Youth inspectors and their forms, as the coordinator keeps them."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
OVERVIEW, NEW = "work/inspections/", "work/inspections/forms/new"
KIM = {"name": "Kim", "email": "kim@norfolk.example"}
FORM = {
    "title": "Is it kind?",
    "rows": "3",
    "text0": "Were they kind?",
    "kind0": "yes or no",
    "needed0": "yes",
    "text1": "How loud was it?",
    "kind1": "scale",
    "choices1": "calm\nbusy\nloud",
}


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
    trained = coordinator.post(f"{about}/train", training="Asking good questions")
    assert "Asking good questions" in trained.words
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


def test_a_form_is_published_and_revised(coordinator: Staff) -> None:
    published = coordinator.post(NEW, **FORM)
    assert "Is it kind?, version 1, 2 questions" in published.words
    form = link(published, "Is it kind?", "work/inspections/forms/")
    page = coordinator.get(form)
    assert page.fields["text0"] == "Were they kind?"
    assert page.fields["name0"] == "q1"
    assert "calm\nbusy\nloud" in page.fields["choices1"]
    revised = coordinator.post(form, **(FORM | {"name1": "q2", "text0": "", "text2": "And why?"}))
    assert "Is it kind?, version 2, 2 questions" in revised.words
    again = coordinator.get(form)
    assert [again.fields[name] for name in ("text0", "text1")] == ["How loud was it?", "And why?"]
    names = [again.fields[f"name{row}"] for row in (0, 1)]
    assert len(set(names)) == 2
    assert names[0] == "q2"


def test_an_old_visit_keeps_its_old_questions(coordinator: Staff) -> None:
    overview = coordinator.get(OVERVIEW)
    visit = link(overview, "A health centre (made up)", "work/inspections/visits/")
    form = link(overview, "Is this place good for young people?", "work/inspections/forms/")
    revised = FORM | {"name0": "welcome", "text0": "Did they say hello?"}
    coordinator.post(form, **revised)
    page = coordinator.get(visit)
    assert "How welcome did you feel?" in page.words
    assert "Did they say hello?" not in page.words
    assert "2 of 4: a bit" in page.words


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"title": " "}, "Give the form a title."),
        ({"text0": "", "text1": ""}, "A form needs questions"),
        ({"choices1": "calm"}, "at least two answers"),
        ({"text0": "x" * 10_000}, "The most is 500."),
        ({"choices1": "x\n" * 3_000}, "The most is 500."),
        ({"rows": "abc"}, "A form needs questions"),
        ({"rows": "²"}, "A form needs questions"),
        ({"rows": "9" * 5000}, "A form needs questions"),
    ],
)
def test_a_form_that_is_not_right_is_kept(
    coordinator: Staff, given: dict[str, str], said: str
) -> None:
    page = coordinator.post(NEW, **(FORM | given))
    assert page.status == 422
    assert said in page.words


def test_what_a_question_is_called_is_not_for_whoever_sends_it(coordinator: Staff) -> None:
    published = coordinator.post(NEW, **(FORM | {"name0": "place", "name1": "place"}))
    page = coordinator.get(link(published, "Is it kind?", "work/inspections/forms/"))
    assert [page.fields["name0"], page.fields["name1"]] == ["q1", "q2"]


def test_the_service_replies_to_a_visit(coordinator: Staff) -> None:
    visit = link(coordinator.get(OVERVIEW), "A health centre (made up)", "work/inspections/visits/")
    page = coordinator.post(f"{visit}/reply", service="The centre", words="The poster is up.")
    assert "The poster is up." in page.words
    missing = coordinator.post(f"{visit}/reply", service="The centre", words="")
    assert missing.status == 422
    assert "Write the reply" in missing.words


def test_others_read_and_do_nothing(sign_in: SignIn) -> None:
    for role in ("triage", "scrutineer"):
        page = sign_in(f"{role}@norfolk.example").get(OVERVIEW)
        assert "A health centre (made up)" in page.words
        assert "Invite" not in page.words
        assert "New form" not in page.words
