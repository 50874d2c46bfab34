"""Who may come in, and that a link works once, for a quarter of an hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.access.access import LINK_LASTS, AccessService
from services.access.access_state import NoEntry, TooManyLinks
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing
from tests.stories import TOLD

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture
def access(ledger: Ledger) -> AccessService:
    return AccessService(ledger)


def test_a_link_lets_in_once(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="Jo@Norfolk.example ", role="triage")
    access.make_link(person, TOLD, secret="s", at=NOW)
    access.sign_in(person, TOLD, secret="s", at=NOW + timedelta(minutes=14))
    with pytest.raises(NoEntry):
        access.sign_in(person, TOLD, secret="s", at=NOW + timedelta(minutes=14))


def test_a_link_expires(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    access.make_link(person, TOLD, secret="s", at=NOW)
    with pytest.raises(NoEntry):
        access.sign_in(person, TOLD, secret="s", at=NOW + LINK_LASTS)


def test_a_wrong_secret_lets_nobody_in(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    access.make_link(person, TOLD, secret="s", at=NOW)
    with pytest.raises(NoEntry):
        access.sign_in(person, TOLD, secret="t", at=NOW)


def test_links_are_not_made_without_end(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    for number in range(5):
        access.make_link(person, TOLD, secret=str(number), at=NOW)
    with pytest.raises(TooManyLinks):
        access.make_link(person, TOLD, secret="6", at=NOW)
    access.make_link(person, TOLD, secret="7", at=NOW + LINK_LASTS)


def test_the_secret_is_not_in_the_ledger(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    access.make_link(person, TOLD, secret="a-very-secret-word", at=NOW)
    rows = access.ledger.recorder.select_notifications(None, 10)
    assert not any(b"a-very-secret-word" in row.state for row in rows)


def test_whose_access_ended_gets_no_link_and_no_entry(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    access.make_link(person, TOLD, secret="s", at=NOW)
    access.end(person, TOLD, why="left")
    with pytest.raises(NoEntry):
        access.sign_in(person, TOLD, secret="s", at=NOW)
    with pytest.raises(NoEntry):
        access.make_link(person, TOLD, secret="t", at=NOW)


def test_access_is_given_once_and_may_be_given_again_after_it_ended(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    with pytest.raises(AlreadyThere):
        access.give(TOLD, name="Jo", email="JO@norfolk.example", role="coordinator")
    access.end(person, TOLD, why="left")
    assert access.give(TOLD, name="Jo", email="jo@norfolk.example", role="scrutineer") == person
    assert access.recall(person).role == "scrutineer"


def test_an_address_is_needed(access: AccessService) -> None:
    with pytest.raises(Missing):
        access.give(TOLD, name="Jo", email="nowhere", role="triage")


def test_access_given_again_is_another_one(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    before = access.recall(person).given
    access.end(person, TOLD, why="left")
    access.give(TOLD, name="Jo", email="jo@norfolk.example", role="coordinator")
    assert access.recall(person).given != before


def test_somebody_of_an_agency_is_let_in_for_that_agency_alone(access: AccessService) -> None:
    with pytest.raises(Missing, match="which agency") as asked:
        access.give(TOLD, name="Jo", email="jo@police.example", role="agency")
    assert asked.value.at == "agency"
    person = access.give(TOLD, name="Jo", email="jo@p.example", role="agency", agency="Police")
    known = access.recall(person)
    assert (known.role, known.agency) == ("agency", "Police")
    access.end(person, TOLD, why="left")
    access.give(TOLD, name="Jo", email="jo@p.example", role="triage")
    assert access.recall(person).agency == ""


def test_a_session_begins_with_a_link_and_ends_once(access: AccessService) -> None:
    person = access.give(TOLD, name="Jo", email="jo@norfolk.example", role="triage")
    for secret in ("s", "t"):
        access.make_link(person, TOLD, secret=secret, at=NOW)
        access.sign_in(person, TOLD, secret=secret, at=NOW, device="Firefox on Linux")
    first, second = access.recall(person).sessions
    assert first.device == "Firefox on Linux"
    access.sign_out(person, TOLD, tokens=(first.token,))
    assert access.recall(person).sessions == (second,)
    with pytest.raises(AlreadyThere):
        access.sign_out(person, TOLD, tokens=(first.token,))
    access.end(person, TOLD, why="left")
    assert access.recall(person).sessions == ()
