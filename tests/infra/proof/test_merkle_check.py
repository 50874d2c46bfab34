"""A long record is checked to its end, however often somebody asks; a broken one, daily too."""

from __future__ import annotations

import pytest

from infra.proof import log_proof as proving
from infra.proof.full_check import FullCheck
from infra.proof.log_proof import LogProof
from infra.proof.maintenance import LogMaintenance
from infra.proof.sweep import Held, Sweep
from infra.proof.transparency_log import LogBroken, TransparencyLog
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record
from tests.infra.storage.backdoor import Backdoor
from tests.infra.storage.conftest import backdoor

__all__ = ["backdoor"]
A_DAY = 24 * 60 * 60


@pytest.fixture
def log(store: Store) -> TransparencyLog:
    made = log_of(store)
    record(made, 30)
    made.advance(at_once=True)
    return made


def test_asking_again_goes_on_with_the_check_under_way(
    log: TransparencyLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "STEP", 12)
    for at in (12, 24):
        LogProof(log, None).check("a coordinator")
        sweep = Sweep.read(log.state().sweep)
        assert sweep is not None
        assert sweep.n == at
    LogProof(log, None).check("a scrutineer")
    held = Held.read(log.state().held)
    assert held is not None
    assert (held.size, held.by) == (30, "a coordinator")


def test_asking_begins_anew_once_all_was_checked(log: TransparencyLog) -> None:
    LogProof(log, None).check("a coordinator")
    LogProof(log, None).check("a scrutineer")
    held = Held.read(log.state().held)
    assert held is not None
    assert held.by == "a scrutineer"


def test_a_broken_record_is_checked_again_each_day_and_no_oftener(
    log: TransparencyLog, backdoor: Backdoor
) -> None:
    now = [0.0]
    keeper = LogMaintenance(lambda _: log, None, lambda: now[0])

    def record_access(seconds: float) -> bool:
        now[0] += seconds
        log.note(held="")
        keeper.look(["norfolk"])
        return bool(log.state().held)

    backdoor.break_in("norfolk")
    backdoor.run("norfolk", "UPDATE event SET topic = 'test.storee' WHERE n = 12")
    with pytest.raises(LogBroken):
        FullCheck(log).whole("nobody")
    assert not record_access(1)
    backdoor.run("norfolk", "UPDATE event SET topic = 'test.stored' WHERE n = 12")
    assert not record_access(A_DAY / 2)
    assert log.state().broken
    assert record_access(A_DAY / 2)
    assert log.state().broken == ""
