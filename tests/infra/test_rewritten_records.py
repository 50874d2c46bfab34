"""A record written anew at the same length, and an act that nobody here signed, excuse nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from events.fact import Provenance
from infra.proof.full_check import FullCheck
from infra.proof.restored_record import restores, unsigned
from infra.proof.transparency_log import LogBroken
from infra.start_checks import look_at_all
from tests.infra.backup.places import Place, places
from tests.infra.tampering import cut, drop_views, rewrite

__all__ = ["places"]
Places = tuple[Place, Place]


@pytest.fixture
def here(places: Places) -> Place:
    """Norfolk, of which everything is signed for."""
    place = places[0]
    for words in ("One", "Two", "Three"):
        place.tell(words)
    signed(place)
    return place


def signed(place: Place) -> int:
    with closing(place.opened()) as partnerships:
        partnerships.open("norfolk").catch_up()
        partnerships.log("norfolk").advance(at_once=True)
        return partnerships.store.recorder("norfolk").head().n


def why_closed(place: Place) -> str:
    """As a web process starts."""
    with closing(place.opened()) as partnerships:
        look_at_all(partnerships)
        return partnerships.closed.get("norfolk", "")


def claim(place: Place, signed: str = "", after: int = 0) -> int:
    """An act as somebody records it who may record; the signature is another's, or none."""
    with closing(place.opened()) as partnerships:
        tenant, note = partnerships.open("norfolk"), ""
        if mark := partnerships.log("norfolk").mark:
            note = mark.known()
        head = partnerships.store.recorder("norfolk").head().n
        tenant.partnership.record_restored(
            tenant.partnership.id,
            Provenance("somebody", "by hand", key="a claim"),
            facts=after or head,
            known=head + 100,
            checkpoint=note,
            made_at="",
            signed=signed,
        )
        return head + 1


def test_a_record_written_anew_at_the_same_length_does_not_start(here: Place) -> None:
    rewrite(here, signed(here) - 1)
    why = why_closed(here)
    assert why.startswith("The record is not the one that was signed: the checkpoint of ")
    assert "is kept with the keys" in why
    assert "is not the one that was signed" in here.run("verify").refusal


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_restore_notices_it_and_records_nothing(here: Place) -> None:
    n = signed(here)
    rewrite(here, n - 1)
    restored = here.run("restore")
    assert restored.code == 1
    assert "is not the one that was signed" in restored.err
    assert signed_or_refused(here) == n
    assert why_closed(here)  # however often it is tried


def signed_or_refused(place: Place) -> int:
    """Nothing new is signed of it, not even by a process that was not started anew."""
    with closing(place.opened()) as partnerships:
        log = partnerships.log("norfolk")
        with pytest.raises(LogBroken, match="as the keys' place has it"):
            log.advance(at_once=True)
        return log.recorder.head().n


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_one_longer_than_what_was_signed_is_noticed_as_well(here: Place) -> None:
    n = signed(here)
    rewrite(here, n - 1)
    here.tell("Another")
    assert "is not the one that was signed" in why_closed(here)


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", ["unsigned", "another's", "elsewhere"])
def test_an_act_that_is_not_signed_by_the_log_sets_nothing_aside(here: Place, how: str) -> None:
    n, signature = signed(here), ""
    cut(here, n - 1)
    drop_views(here)
    if how != "unsigned":
        with closing(here.opened()) as partnerships:
            log = partnerships.log("norfolk")
            signature = str(log.signer.sign("earshot/norfolk restored\nfacts 1\n"))
            if how == "another's":
                note = replace(log.signer.sign(signature), signatures=())
                signature = note.text
    forged = claim(here, signature, after=1 if how == "elsewhere" else 0)
    why = why_closed(here)
    assert f"({n} facts) is kept with the keys" in why or "is not the one" in why
    assert f"Fact {forged} says that a record was restored" in why
    assert f"Fact {forged} says" in here.run("verify").refusal


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_after_a_forged_act_the_command_still_restores_and_the_forgery_is_named(
    here: Place,
) -> None:
    cut(here, signed(here) - 2)
    drop_views(here)
    forged = claim(here)
    restored = here.run("restore")
    assert restored.code == 0, restored.err
    assert f"goes on after fact {forged}" in restored.out
    with closing(here.opened()) as partnerships:
        log = partnerships.log("norfolk")
        assert [act.after for act in restores(log.recorder, log.key)] == [forged]
        assert unsigned(log.recorder, log.key) == [forged]
        assert FullCheck(log).whole("a test").size == forged + 1
    assert why_closed(here) == ""
    assert f"fact {forged} says that a record was restored" in here.run("verify").err


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_restore_where_nothing_is_lost_says_so_and_records_nothing(here: Place) -> None:
    n = signed(here)
    here.tell("Not signed for yet")
    restored = here.run("restore")
    assert restored.code == 0, restored.err
    assert "norfolk: nothing is known to be lost" in restored.out
    assert signed(here) == n + 1
