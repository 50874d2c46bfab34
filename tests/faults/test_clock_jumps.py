"""The machine's clock jumps while young people tell: nothing is recorded under a wrong time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infra.partnerships import Partnerships
from tests.faults.gunicorn import Gunicorn
from tests.faults.serving import SQLITE_FIRST
from tests.faults.telling import Teller


class WrongClock:
    """By how much the clock of the machine is wrong, which a test changes while it serves."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.be(timedelta())

    def be(self, wrong_by: timedelta) -> None:
        beside = self.file.with_suffix(".next")
        beside.write_text(str(wrong_by.total_seconds()))
        beside.replace(self.file)


@pytest.fixture
def wrong(tmp_path: Path) -> WrongClock:
    return WrongClock(tmp_path / "clock")


@pytest.fixture
def server(
    norfolk: Partnerships, settings: dict[str, str], wrong: WrongClock, tmp_path: Path
) -> Iterator[Gunicorn]:
    more = {"WRONG_CLOCK": str(wrong.file), "EARSHOT_SHORTEST_TELLING": "1"}
    with Gunicorn(settings | more, tmp_path / "log", "tests.faults.wrong_clock:app") as made:
        yield made


@SQLITE_FIRST
def test_ten_years_forward_records_nothing_and_an_hour_back_calls_no_form_fast(
    norfolk: Partnerships, server: Gunicorn, wrong: WrongClock
) -> None:
    teller, recorder = Teller(server.port), norfolk.store.recorder("norfolk")
    form, another = teller.opened(), teller.opened()
    before = recorder.head()
    wrong.be(timedelta(days=3650))
    status, page = teller.send(form, "kept on the page")
    assert status == 503
    assert "We may not have it yet." in page
    assert "kept on the page" in page
    assert recorder.head() == before
    wrong.be(timedelta())
    assert len(teller.five_words(form, "kept on the page").split()) == 5
    assert recorder.head().at - datetime.now(UTC) < timedelta(minutes=1)
    wrong.be(timedelta(hours=-1))
    assert teller.send(another, "an hour ago")[0] == 200
    assert recorder.verify_chain().n == before.n + 2
