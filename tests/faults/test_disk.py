"""A disk that is full, and one that is read-only: words stay on the page, and all is well again."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from events.feedback.feedback import FeedbackSubmitted
from tests.faults.gunicorn import Gunicorn
from tests.faults.small_disk import failing_disk, small_disk
from tests.faults.young_people import TellForm, YoungPerson
from tests.infra.backup.places import Place
from tests.infra.command import status
from tests.infra.drawing import facts_of

_MOST = 600


def told(place: Place) -> list[str]:
    with closing(place.opened()) as partnerships:
        facts = facts_of(partnerships.store.recorder("norfolk"), partnerships.keys)
        return [fact.words for fact in facts if isinstance(fact, FeedbackSubmitted)]


def test_what_could_not_be_written_stays_on_the_page_and_goes_once_there_is_room(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        here = Place(disk.folder, {})
        here.join()
        with Gunicorn(here.all_settings, tmp_path / "log") as server:
            person = YoungPerson(server.port, threading.Event())
            acknowledged = {f"before {n}" for n in range(5) if _sent(person, f"before {n}")}
            disk.fill()
            refused = []
            for n in range(_MOST):  # what the files have left over takes the first of them
                form, words = person.opened(), f"full {n}"
                answer = person.answered(form, words)
                assert answer
                if answer[0] == 200:
                    acknowledged.add(words)
                    continue
                assert answer[0] in {500, 503}
                assert words in answer[1]
                refused.append((form, words))
                if len(refused) == 10:
                    break
            assert len(refused) == 10
            disk.make_room()
            for form, words in refused:
                assert person.send(form, words)
                acknowledged.add(words)
            assert _sent(person, "after")
        assert sorted(told(here)) == sorted({*acknowledged, "after"})


def test_a_disk_that_is_read_only_refuses_the_start_in_words(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        here = Place(disk.folder, {})
        here.join()
        here.tell("Before")
        disk.remount("ro")
        served = here.run("serve", "--port", "1")
        assert "cannot be written to" in served.refusal
        disk.remount("rw")
        here.tell("After")
        assert told(here) == ["Before", "After"]


def test_a_disk_that_becomes_read_only_while_it_is_served_keeps_words_on_the_page(
    tmp_path: Path,
) -> None:
    with failing_disk(tmp_path / "disk") as disk:
        here = Place(disk.folder, {})
        here.join()
        with Gunicorn(here.all_settings, tmp_path / "log") as server:
            person = YoungPerson(server.port, threading.Event())
            acknowledged = {f"before {n}" for n in range(5) if _sent(person, f"before {n}")}
            forms = {f"refused {n}": person.opened() for n in range(5)}
            disk.fail()
            for words, form in forms.items():
                answer = person.answered(form, words)
                assert answer
                assert answer[0] == 503
                assert words in answer[1]
                assert "We may not have it yet" in answer[1]
            assert status(f"http://127.0.0.1:{server.port}/norfolk/") == 200
            assert "cannot be written to" in health(server)
        disk.mend()
        with Gunicorn(here.all_settings, tmp_path / "log") as server:
            person.port = server.port
            for words, form in forms.items():
                assert _sent(person, words, form)
                acknowledged.add(words)
        assert sorted(told(here)) == sorted(acknowledged)


def health(server: Gunicorn) -> str:
    with pytest.raises(HTTPError) as raised:
        urlopen(f"http://127.0.0.1:{server.port}/health", timeout=20)
    assert raised.value.code == 503
    return raised.value.read().decode()


def _sent(person: YoungPerson, words: str, form: TellForm | None = None) -> str:
    found = None
    while found is None:
        found = person.send(form or person.opened(), words)
    return found
