"""How long words are kept: the periods that are set, and what is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from events.period import months_after
from infra.partnerships import Partnerships
from projections.privacy.retention import Retention
from tests.web.privacy.test_erasure import LIST, SAID, coordinator, item, receipt, triage
from tests.web.staff import Staff
from web.site.formatting import today

__all__ = ["coordinator", "item", "receipt", "triage"]


def test_periods_are_set_and_what_is_due_is_listed_asked_and_confirmed(
    triage: Staff,
    coordinator: Staff,
    item: str,
    demo: Partnerships,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    triage.get(LIST)
    wrong = triage.post(f"{LIST}periods", no_answer="soon", we_did="24")
    assert (wrong.status, wrong.fields["no_answer"]) == (422, "soon")
    assert "whole number of months" in wrong.words
    assert "The periods are set." in triage.post(f"{LIST}periods", no_answer="6").words
    assert item not in triage.get(LIST).html
    later = months_after(today(), 6)
    monkeypatch.setattr("web.privacy.erasure_rows.today", lambda: later - timedelta(days=30))
    page = triage.get(LIST)
    assert item in page.html
    assert "Nothing new is due." in triage.post(f"{LIST}due").words
    monkeypatch.setattr("web.privacy.erasure_rows.today", lambda: later + timedelta(days=1))
    assert "A second person confirms." in triage.post(f"{LIST}due").words
    coordinator.get(f"{LIST}{item}")
    coordinator.post(f"{LIST}{item}/confirm")
    assert SAID not in coordinator.get(f"work/feedback/{item}").html


def test_a_second_answer_starts_no_clock_anew_and_longer_needs_a_reason(
    triage: Staff, item: str, demo: Partnerships
) -> None:
    triage.get(f"{LIST}{item}")
    assert triage.post(f"{LIST}{item}/extend", until="2030-01-01", why="").status == 422
    triage.post(f"{LIST}{item}/extend", until="2030-01-01", why="An inquiry is going on.")
    tenant = demo.open("norfolk")
    triage.get(LIST)
    triage.post(f"{LIST}periods", no_answer="1")
    with tenant.read(Retention) as view:
        [due] = [each for each in view.due(date(2031, 1, 1)) if str(each.kept.subject) == item]
    assert due.on == date(2030, 1, 1)


def test_the_months_of_a_period_end_on_a_day_that_there_is() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 15), 1) == date(2027, 1, 15)
