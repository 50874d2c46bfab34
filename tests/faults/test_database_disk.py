"""PostgreSQL's disk is full: words stay on the page, and all go once there is room."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from events.feedback.feedback import FeedbackSubmitted
from tests.faults.gunicorn import Gunicorn
from tests.faults.small_disk import SmallDisk, small_disk
from tests.faults.young_people import TellForm, YoungPerson
from tests.infra.backup.places import Place
from tests.infra.drawing import facts_of
from tests.postgres import Server

_MOST, _REFUSED, _MEGABYTES = 3_000, 10, 176


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    """Where PostgreSQL's own user may go."""
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        with small_disk(Path(above) / "disk", _MEGABYTES) as made:
            made.folder.chmod(0o755)
            yield made


@pytest.mark.faults_long
def test_a_full_disk_of_the_database_loses_nothing_and_is_over_once_there_is_room(
    disk: SmallDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(disk.folder))
    with Server() as database:
        monkeypatch.undo()
        here = Place(tmp_path, {"EARSHOT_DATABASE_URL": database.url(database.fresh())})
        here.join()
        with Gunicorn(here.all_settings, tmp_path / "log") as server:
            person = YoungPerson(server.port, threading.Event())
            forms = [person.opened() for _ in range(3 * _REFUSED)]
            acknowledged = {f"before {n}" for n in range(5) if sent(person, f"before {n}")}
            disk.fill()
            refused = told_until_refused(person, forms, acknowledged)
            assert len(refused) == _REFUSED
            disk.make_room()
            if database.process.poll() is not None:
                database.launch()  # it had ended: whoever runs it starts it again
            began = time.monotonic()
            for words, form in refused.items():
                assert sent(person, words, form)
                acknowledged.add(words)
            print(f"all were answered {time.monotonic() - began:.1f} s after there was room")
            assert sent(person, "after")
        assert sorted(told(here)) == sorted({*acknowledged, "after"})


def told_until_refused(
    person: YoungPerson, forms: list[TellForm], acknowledged: set[str]
) -> dict[str, TellForm]:
    """What its files have left over takes the first of them, so the words are long."""
    refused: dict[str, TellForm] = {}
    for n in range(_MOST):
        words, form = f"full {n} " + "x" * 900, forms.pop() if refused else person.opened()
        answer = person.answered(form, words)
        assert answer
        if answer[0] == 200:
            acknowledged.add(words)
            continue
        assert answer[0] == 503
        assert words in answer[1]
        assert "We may not have it yet" in answer[1]
        refused[words] = form
        if len(refused) == _REFUSED:
            break
    return refused


def sent(person: YoungPerson, words: str, form: TellForm | None = None) -> str:
    found = None
    while found is None:
        found = person.send(form or person.opened(), words)
    return found


def told(place: Place) -> list[str]:
    with closing(place.opened()) as partnerships:
        facts = facts_of(partnerships.store.recorder("norfolk"), partnerships.keys)
        return [fact.words for fact in facts if isinstance(fact, FeedbackSubmitted)]
