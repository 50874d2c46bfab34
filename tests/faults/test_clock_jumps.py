"""The machine's clock jumps while young people tell: nothing is recorded under a wrong time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infra.partnerships import Partnerships
from tests.faults.gunicorn import Gunicorn
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


def test_ten_years_forward_records_nothing_and_keeps_the_words(
    norfolk: Partnerships, server: Gunicorn, wrong: WrongClock
) -> None:
    teller, recorder = Teller(server.port), norfolk.store.recorder("norfolk")
    form = teller.opened()
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


def test_an_hour_back_does_not_call_an_open_form_fast(
    norfolk: Partnerships, server: Gunicorn, wrong: WrongClock
) -> None:
    teller = Teller(server.port)
    form = teller.opened()
    wrong.be(timedelta(hours=-1))
    status, page = teller.send(form, "an hour ago")
    assert status == 200, page
    assert norfolk.store.recorder("norfolk").verify_chain().n > 1
