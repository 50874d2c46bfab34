"""The share of urgent messages opened in the promised time, and how it comes into a report."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from uuid import uuid4

import pytest

from events.fact import Provenance
from events.period import PartialDate, Period
from infra.partnerships import Partnerships
from projections.deadlines.service_standards import NOTHING, Promised
from projections.feedback.alerts import Alert, Alerts
from projections.governance.arrangement_rows import Declared
from tests.web.staff import Staff
from web.deadlines.promise_kept import PromiseKept, kept_in
from web.site.formatting import today

SignIn = Callable[[str], Staff]
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
OFFICE = replace(NOTHING, days=WEEK, opens="09:00", closes="17:00")
YEAR = Declared("2026/27", Period(PartialDate("2026-04-01"), PartialDate("2027-03-31")), "", "")
BEFORE = Declared("2025/26", Period(PartialDate("2025-04-01"), PartialDate("2026-03-31")), "", "")
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
UNDATED = Declared("One day", None, "", "")


def alert(raised: str, opened: str = "", **more: bool) -> Alert:
    at, seen = (_utc(each) for each in (raised, opened))
    return Alert(uuid4(), at, asks_help=True, opened_at=seen, **more)


def _utc(local: str) -> str:
    return datetime.fromisoformat(f"{local}+00:00").astimezone(UTC).isoformat() if local else ""


def counted(*alerts: Alert, promised: Promised = OFFICE) -> list[PromiseKept]:
    return list(kept_in([BEFORE, YEAR, UNDATED], alerts, promised, 30, NOW))


@pytest.mark.parametrize(
    ("raised", "opened", "kept"),
    [
        ("2026-11-24T10:00", "2026-11-24T10:30", 1),
        ("2026-11-24T10:00", "2026-11-24T10:31", 0),
        ("2026-11-24T10:00", "", 0),
        ("2026-11-24T16:50", "2026-11-25T09:20", 1),  # the rest counts the next morning
        ("2026-11-24T03:00", "2026-11-24T09:30", 1),
        ("2026-11-27T18:00", "2026-11-30T09:31", 0),  # over the weekend
    ],
)
def test_the_minutes_run_in_office_hours(raised: str, opened: str, kept: int) -> None:
    [found] = counted(alert(raised, opened))
    assert (found.kept, found.count, found.is_over) == (kept, 1, False)


def test_one_whose_time_still_runs_counts_for_neither() -> None:
    runs, opened = alert("2026-12-01T11:45"), alert("2026-12-01T11:50", "2026-12-01T11:55")
    assert counted(runs) == []
    assert counted(runs, opened)[0].count == 1


def test_where_no_hours_are_set_the_clock_decides() -> None:
    night = alert("2026-11-24T03:00", "2026-11-24T03:31")
    assert counted(night, promised=NOTHING)[0].kept == 0


def test_each_message_counts_in_the_period_of_its_own_day_and_none_of_the_demonstration() -> None:
    old = alert("2026-03-30T10:00", "2026-03-30T10:01")
    made_up = alert("2026-05-05T10:00", "2026-05-05T10:01", demo=True)
    new = [alert("2026-05-05T10:00", f"2026-05-05T1{hour}:00") for hour in (0, 1, 2)]
    found = counted(old, made_up, *new)
    assert [(each.label, each.kept, each.count) for each in found] == [
        ("2026/27", 1, 3),
        ("2025/26", 1, 1),
    ]
    assert [each.is_over for each in found] == [False, True]
    assert found[0].per_cent == 33
    assert found[0].as_figure()["out_of"] == "3"


def test_a_coordinator_states_it_with_two_taps_once_the_period_is_over(
    sign_in: SignIn, demo: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator = sign_in("coordinator@surrey.example")
    child = coordinator.client.application.test_client()
    said = {"client_id": str(uuid4()), "feeling": "sad", "words": "He hits me every night"}
    assert child.post("/surrey/tell/send", data=said).status_code == 200
    surrey = demo.open("surrey")
    surrey.catch_up()
    with surrey.read(Alerts) as view:
        [raised] = [each.feedback for each in view.waiting() if not each.demo]
    assert coordinator.get(f"work/feedback/{raised}").status == 200
    label, day = "A period made up for a test", today().isoformat()
    coordinator.get("work/arrangements/")
    coordinator.post("work/arrangements/period", label=label, start=day, end=day, note="")
    shown = f"{label}, {PartialDate(day)} to {PartialDate(day)}"
    page = coordinator.get("work/duty/")
    assert f"{shown} (not over yet): 1 of 1 within 60 minutes (100%)" in page.words
    assert not [each for each in page.links if "work/figures/new/" in each]
    monkeypatch.setattr("web.deadlines.duty.datetime", Tomorrow)
    [link] = [each for each in coordinator.get("work/duty/").links if "work/figures/new/" in each]
    form = coordinator.get(html.unescape(link))
    assert (form.fields["value"], form.fields["out_of"]) == ("100%", "1")
    assert "Urgent messages opened in the promised time" in form.fields["name"]
    stated = coordinator.post("work/figures/new/figure", **(form.fields | {"counts": "yes"}))
    assert "The figure is stated" in stated.words


def test_words_that_raise_it_again_leave_the_first_alert_as_it_was(demo: Partnerships) -> None:
    surrey = demo.open("surrey")
    surrey.feedback.submit("m", words="He hits me every night")
    id = surrey.feedback.id_of("m")
    surrey.feedback.read(id, Provenance("a tester", "a test"), reader="triage")
    surrey.catch_up()
    surrey.feedback.say_more(id, Provenance("young person", "web"), words="He will kill me")
    surrey.catch_up()
    with surrey.read(Alerts) as view:
        known = [each for each in view.all() if not each.demo]
        first, again = sorted(known, key=lambda each: each.raised_at)
        assert (bool(first.opened_at), bool(again.opened_at)) == (True, False)
        newest = [each.raised_at for each in view.newest(9) if not each.demo]
    assert newest == [again.raised_at, first.raised_at]


class Tomorrow(datetime):
    """The clock of the page, a day later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Tomorrow:
        return super().now(tz) + timedelta(days=1)
