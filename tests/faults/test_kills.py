"""Workers and masters are killed while young people tell: nothing answered is lost or doubled."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

from events.feedback.feedback import FeedbackSubmitted
from infra.partnerships import Partnerships
from tests.faults.gunicorn import Gunicorn, torment
from tests.faults.whole import is_whole
from tests.faults.young_people import YoungPerson
from tests.infra.drawing import facts_of

_THREADS, _KILLS = 8, 4


def told(server: Gunicorn, kills: int, *, forgetful: bool = False) -> list[YoungPerson]:
    """Everybody tells until the last kill is over."""
    over = threading.Event()
    people = [YoungPerson(server.port, over, forgetful=forgetful) for _ in range(_THREADS)]
    for person in people:
        person.start()
    try:
        torment(server, kills, over, lambda: sum(len(each.acknowledged) for each in people))
    finally:
        over.set()
        for person in people:
            person.join(60)
    assert not any(person.is_alive() for person in people)
    return people


def test_what_was_answered_is_in_the_ledger_exactly_once(
    norfolk: Partnerships, settings: dict[str, str], tmp_path: Path
) -> None:
    with Gunicorn(settings, tmp_path / "log") as server:
        people = told(server, _KILLS)
        person = people[0]
        resent = {each: person.ask_again(each) for each in list(person.acknowledged)[:20]}
    answered = {id_: words for each in people for id_, words in each.acknowledged.items()}
    assert len(answered) > 100
    assert sum(server.killed.values()) == _KILLS
    assert resent == {each: answered[each] for each in resent}
    is_whole(norfolk, answered, {each for person in people for each in person.tried})


def test_the_same_with_a_new_id_for_each_try_doubles_what_was_said(
    norfolk: Partnerships, settings: dict[str, str], tmp_path: Path
) -> None:
    """The control: the test above can fail."""
    with Gunicorn(settings, tmp_path / "log") as server:
        told(server, 2, forgetful=True)
    facts = facts_of(norfolk.store.recorder("norfolk"), norfolk.keys)
    said = Counter(fact.words for fact in facts if isinstance(fact, FeedbackSubmitted))
    assert max(said.values()) > 1
