"""The past is remembered behind: in batches, or once it is quiet, each partnership in its turn."""

from __future__ import annotations

from uuid import uuid4

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.worker import past_rows
from infra.worker.past_rows import QUIET_SECONDS, PastRows
from projections.engine.as_of import AsOf
from projections.feedback.triage_queue import TriageQueue
from web.site.tenancy import Tenant


class Clock:
    """A minute passes when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def past(partnerships: Partnerships, clock: Clock) -> PastRows:
    return PastRows(partnerships, clock)


def heads(partnerships: Partnerships) -> dict[str, int]:
    return partnerships.store.heads()


def remembered(partnerships: Partnerships, slug: str) -> int:
    """How far the queue's past is remembered; 0 where it never was."""
    known = partnerships.past(slug).memory._known(TriageQueue)
    return known[0] if known else 0


def look_on(past: PastRows, partnerships: Partnerships, looks: int = 200) -> None:
    for _ in range(looks):
        past.look(heads(partnerships), is_idle=False)


def test_a_few_facts_wait_until_nothing_was_recorded_for_a_while(
    past: PastRows, partnerships: Partnerships, moor: Tenant, clock: Clock
) -> None:
    look_on(past, partnerships)
    assert remembered(partnerships, "moor") == 0
    clock.now = QUIET_SECONDS - 1
    moor.feedback.submit(uuid4().hex, words="The waiting room is cold.")
    look_on(past, partnerships)
    clock.now += QUIET_SECONDS - 1
    look_on(past, partnerships)
    assert remembered(partnerships, "moor") == 0
    clock.now += 1
    look_on(past, partnerships)
    assert remembered(partnerships, "moor") == heads(partnerships)["moor"]


def test_many_facts_are_remembered_though_more_come(
    past: PastRows, partnerships: Partnerships, moor: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past_rows, "BATCH", 5)
    for _ in range(100):
        moor.feedback.submit(uuid4().hex, words="The waiting room is cold.")
        past.look(heads(partnerships), is_idle=False)
    assert remembered(partnerships, "moor") > 0


def test_partnerships_take_turns(
    past: PastRows, partnerships: Partnerships, moor: Tenant, clock: Clock
) -> None:
    join_partnership(partnerships, Joining("dale", "Dale SCP", "Dale", "", (), "", ""))
    look_on(past, partnerships, 1)
    clock.now = QUIET_SECONDS
    looks = 0
    while not all(remembered(partnerships, slug) for slug in ("moor", "dale")):
        look_on(past, partnerships, 1)
        looks += 1
    views = len(partnerships.projections)
    assert looks <= 2 * views


def test_where_nobody_waits_a_look_does_many_pages(
    past: PastRows, partnerships: Partnerships, moor: Tenant, clock: Clock
) -> None:
    past.look(heads(partnerships), is_idle=True)
    clock.now = QUIET_SECONDS
    past.look(heads(partnerships), is_idle=True)
    assert remembered(partnerships, "moor") == heads(partnerships)["moor"]


def test_a_past_day_is_right_before_anything_is_remembered(
    partnerships: Partnerships, moor: Tenant
) -> None:
    before = heads(partnerships)["moor"]
    moor.feedback.submit(uuid4().hex, words="The waiting room is cold.")
    for position, waiting in ((before, 0), (before + 1, 1)):
        with partnerships.past("moor").read(TriageQueue, AsOf(position)) as view:
            assert view.count("waiting") == waiting


def test_an_error_in_one_partnership_leaves_the_others(
    past: PastRows,
    partnerships: Partnerships,
    moor: Tenant,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    join_partnership(partnerships, Joining("dale", "Dale SCP", "Dale", "", (), "", ""))

    def broken(*_: object) -> bool:
        raise OSError("the disk is gone")

    monkeypatch.setattr(partnerships.past("dale"), "remember", broken)
    look_on(past, partnerships, 1)
    clock.now = QUIET_SECONDS
    look_on(past, partnerships)
    assert remembered(partnerships, "moor") == heads(partnerships)["moor"]
    assert caplog.text.count("the past of dale could not be remembered") == 1
