"""A coordinator keeps arrangements, meetings, actions and risks by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
FRAME = "work/arrangements/"
HELD = {"body": "Executive group", "held_on": "2026-11-03", "title": "", "place": ""}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def test_the_frame_is_set_out_by_hand(coordinator: Staff) -> None:
    for name, given in {
        "period": {"label": "Report 2027-28", "start": "2027-07", "end": "2028-06", "note": ""},
        "priority": {"label": "Online harm", "stated_period": "2027-2029"},
        "outcome": {"label": "Children are heard"},
        "role": {"role": "Chair", "holder": "The chief constable", "on": "2026-09"},
        "group": {"name": "Youth voice group", "under": "Multi-Agency Workforce Development Group"},
        "board": {"name": "Community Safety Partnership", "purpose": "Exploitation"},
        "work": {"kind": "strategy", "name": "Neglect strategy", "status": "revised"},
        "aim": {"label": "Hear younger children too"},
    }.items():
        page = coordinator.post(FRAME + name, **given)
        assert page.status == 200, (name, page.words)
        assert next(iter(given.values())) in page.words, name
    assert "July 2027 to June 2028" in page.words
    ended = coordinator.post(f"{FRAME}end-role", held=_option(coordinator, "end-role", "Chair"))
    assert "The role has ended" in ended.words


def _option(staff: Staff, name: str, words: str) -> str:
    found = re.search(rf'<option value="([^"]*)">{words}', staff.get(FRAME + name).html)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("name", "given", "at"),
    [
        ("period", {"label": "x", "start": "2027-07", "end": "2026-06"}, "end"),
        ("period", {"label": "x", "end": "2026-06"}, "start"),
        ("period", {"label": "x", "start": "2026-13-45"}, "start"),
        ("priority", {"label": ""}, "label"),
        ("role", {"role": "Chair"}, "holder"),
        ("end-role", {"held": "999"}, "held"),
        ("place", {"name": "Nobody's group"}, "name"),
        ("work", {"kind": "strategy", "name": "x", "status": "lost"}, "status"),
    ],
)
def test_what_is_not_right_in_the_frame_is_said_beside_it(
    coordinator: Staff, name: str, given: dict[str, str], at: str
) -> None:
    page = coordinator.post(FRAME + name, **given)
    assert page.status == 422
    assert f'href="#f-{at}"' in page.html
    assert all(typed in page.html for typed in given.values() if typed and name == "period")


def test_a_meeting_is_called_held_minuted_and_carried_on(coordinator: Staff) -> None:
    at = coordinator.made(
        "work/meetings/new/call", body="Executive group", planned_on="2026-12-08", title=""
    )
    assert "Called" in coordinator.post(f"{at}/agenda", heading="Posters", lead="Health").words
    assert coordinator.post(f"{at}/discuss", text="Too soon").status == 422
    held = coordinator.post(f"{at}/held", held_on="2026-11-20")
    assert "20 November 2026" in held.words
    item = re.search(r'value="([0-9a-f]{32})">Posters', coordinator.get(f"{at}/discuss").html)
    assert item
    coordinator.post(f"{at}/discuss", item=item[1], text="They are all for grown-ups")
    coordinator.post(f"{at}/attend", role="lead safeguarding partners", present="2", of="3")
    coordinator.post(f"{at}/resolve", text="Ask Health for posters", asks="Health")
    opened = coordinator.post(f"{at}/decision", number="1").words
    for said in ("2 of 3 lead safeguarding partners", "Posters", "Open: asked of Health"):
        assert said in opened
    corrected = coordinator.post(f"{at}/correct", item=item[1], now="Some are", why="A slip")
    assert "It read “They are all for grown-ups”" in corrected.words
    assert "The decision it opened" in coordinator.post(f"{at}/done", number="1", result="Up").words
    none = coordinator.post(f"{at}/no-actions")
    assert "Actions: None." in none.words
    assert coordinator.post(f"{at}/action", text="x", owner="y").status == 422


def test_sending_twice_is_one_meeting_and_one_resolution(coordinator: Staff) -> None:
    key = uuid4().hex
    [at] = {coordinator.made("work/meetings/new/hold", **HELD, key=key) for _ in range(2)}
    for _ in range(2):
        page = coordinator.post(f"{at}/resolve", text="Noted it", asks="", key=key[::-1])
    assert page.words.count("Noted it") == 2  # as a resolution, and in the history


def test_an_action_of_any_kind_is_tracked_to_what_it_changed(coordinator: Staff) -> None:
    at = coordinator.made("work/meetings/new/hold", **HELD)
    coordinator.post(f"{at}/action", text="Put up posters", owner="Health", due="2026-11-20")
    late = coordinator.get("work/actions/?show=late")
    [link] = re.findall(r'href="/norfolk/(work/actions/[^"]+)">Put up posters', late.html)
    assert "Executive group" in late.words
    coordinator.post(f"{link}/progress", progress="Printed")
    moved = coordinator.post(f"{link}/due", due="2099-01-01", why="The printer broke")
    assert "first agreed: 20 November 2026" in moved.words
    assert coordinator.post(f"{link}/done", result=" ").status == 422
    coordinator.post(f"{link}/done", result="They are up")
    assert "They are up" in coordinator.get(at).words
    changed = coordinator.post(f"{link}/impact", impact="Children know whom to ask")
    for said in ("Printed", "The printer broke", "They are up", "Children know whom to ask"):
        assert said in changed.words
    assert "Put up posters" in coordinator.get("work/actions/?show=done").words
    assert "Put up posters" not in coordinator.get("work/actions/").words
    assert coordinator.get("work/actions/?show=lost").status == 404
    assert coordinator.get(f"work/actions/{uuid4()}/none").status == 404


def test_resolutions_of_the_documents_stay_open_until_they_are_closed(sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@coventry.example")
    assert "Elected Members" in scrutineer.get("work/actions/").words


def test_a_risk_is_raised_looked_at_and_closed(coordinator: Staff) -> None:
    given = {"kind": "challenge", "title": "Visits to homes", "level": "high", "owner": "Police"}
    assert coordinator.post("work/risks/new", **(given | {"level": "huge"})).status == 422
    at = coordinator.made("work/risks/new", **given)
    assert "Visits to homes" in coordinator.get("work/risks/").words
    record_access = coordinator.post(f"{at}/review", level="low", done="Both agencies met")
    assert "Both agencies met" in record_access.words
    assert "Closed" in coordinator.post(f"{at}/close", how="They agree now").words
    assert coordinator.post(f"{at}/review", level="low", done="again").status == 422


def test_scrutineers_read_it_all_and_change_none(sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@surrey.example")
    for path in ("work/meetings/", "work/actions/", "work/risks/", FRAME):
        assert scrutineer.get(path).status == 200
    assert "recruitment and retention" in scrutineer.get("work/risks/").words
    assert scrutineer.get("work/meetings/new/hold").status == 403
    assert scrutineer.post("work/risks/new", title="x").status == 403
