"""The network to PostgreSQL stalls, loses its lines or is cut while young people tell."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from events.feedback.feedback import FeedbackSubmitted
from infra.onboarding import join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.faults.bad_network import BadNetwork
from tests.faults.gunicorn import Gunicorn
from tests.faults.serving import NORFOLK
from tests.faults.telling import Teller
from tests.faults.waiting import wait_until
from tests.faults.young_people import TellForm
from tests.infra.drawing import facts_of
from tests.postgres import Server

ANSWERED_WITHIN, BACK_WITHIN = 15.0, 25.0  # 5 and 5 seconds, and more where others use the machine


@pytest.fixture
def network(postgres: Server) -> Iterator[BadNetwork]:
    with BadNetwork(postgres.port) as made:
        yield made


@pytest.fixture
def norfolk(postgres: Server, database: str, tmp_path: Path) -> Iterator[Partnerships]:
    straight = load(
        {"EARSHOT_VAR": str(tmp_path / "var"), "EARSHOT_DATABASE_URL": postgres.url(database)}
    )
    migrate_all(straight)
    made = Partnerships.of(straight)
    join_partnership(made, NORFOLK)
    yield made
    made.close()


@pytest.fixture
def server(
    norfolk: Partnerships, network: BadNetwork, database: str, tmp_path: Path
) -> Iterator[Gunicorn]:
    url = f"postgresql://postgres@127.0.0.1:{network.port}/{database}"
    settings = {"EARSHOT_VAR": str(tmp_path / "var"), "EARSHOT_DATABASE_URL": url}
    with Gunicorn(settings, tmp_path / "log") as made:
        yield made


def test_a_stalled_line_keeps_the_words_and_is_replaced_once_it_is_back(
    norfolk: Partnerships, server: Gunicorn, network: BadNetwork, tmp_path: Path
) -> None:
    tellers = [Teller(server.port) for _ in range(6)]
    forms = [each.opened() for each in tellers]
    with network.stalled(), ThreadPoolExecutor(len(tellers)) as together:
        answers = list(together.map(lambda each, form: each.send(form, "kept"), tellers, forms))
    assert [status for status, _ in answers] == [503] * len(tellers)
    assert all("We may not have it yet." in page and "kept" in page for _, page in answers)
    assert all(each.headers["Retry-After"] for each in tellers)
    assert max(each.took for each in tellers) < ANSWERED_WITHIN
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert log.count("a page could not be answered") <= len(server.workers())
    _works_again(norfolk, tellers, forms)
    _started_while_away(server, network, tmp_path / "log")


@pytest.mark.faults_long
def test_a_line_that_is_cut_is_replaced_at_once(
    norfolk: Partnerships, server: Gunicorn, network: BadNetwork
) -> None:
    tellers = [Teller(server.port) for _ in range(6)]
    forms = [each.opened() for each in tellers]
    network.cut()
    _works_again(norfolk, tellers, forms)


def _works_again(norfolk: Partnerships, tellers: list[Teller], forms: list[TellForm]) -> None:
    began = time.monotonic()
    words = [
        each.five_words(form, "kept", BACK_WITHIN)
        for each, form in zip(tellers, forms, strict=True)
    ]
    assert time.monotonic() - began < BACK_WITHIN
    for each, said in zip(tellers, words, strict=True):
        wait_until(partial(_is_found, each, said))
    facts = facts_of(norfolk.store.recorder("norfolk"), norfolk.keys)
    assert sum(isinstance(each, FeedbackSubmitted) for each in facts) == len(tellers)


def _is_found(teller: Teller, five_words: str) -> bool:
    return teller.finds(five_words)[0] == 200


def _started_while_away(server: Gunicorn, network: BadNetwork, log: Path) -> None:
    """Web processes that start then wait, and the master never gives up."""
    with network.stalled():
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: "the database is away" in log.read_text())
    teller = Teller(server.port)
    wait_until(lambda: teller.get("tell")[0] == 200)
    assert len(teller.five_words(teller.opened(), "kept").split()) == 5
    assert server.master.poll() is None
