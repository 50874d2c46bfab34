"""Personal fields in stored bytes: sealed, bound to their place, gone with their key."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import MapperDeserialisationError, StoredEvent

from events.fact import CATALOGUE, FORGOTTEN, LOST, Provenance
from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import FeedbackAnswered
from events.inspections.visit import VisitRecorded
from events.period import PartialDate
from infra.keys.envelope import BadCiphertext
from infra.storage.encryption import FieldCipher
from infra.storage.fact_codec import shape_of
from infra.storage.fact_mapper import FactMapper
from infra.storage.sealed_words import envelope_in
from infra.storage.store import Store
from services.ledger import Ledger
from services.refusals import Forgotten
from tests.keys import mapper_for

TOLD = Provenance("a tester", "a test")
WORDS = "A canary that nobody else may read"


@pytest.fixture
def mapper(ledger: Ledger) -> FactMapper:
    assert isinstance(ledger.mapper, FactMapper)
    return ledger.mapper


def submitted(stream: UUID, words: str = WORDS) -> FeedbackSubmitted:
    return FeedbackSubmitted(stream, 1, TOLD, "web", "sad", "home", words, "", True, "00ff", False)


def moved(stored: StoredEvent, **changes: Any) -> StoredEvent:
    names = ("originator_id", "originator_version", "topic", "state")
    held = {name: getattr(stored, name) for name in names}
    return StoredEvent(**(held | changes))


def words_in(mapper: FactMapper, stored: StoredEvent) -> str:
    """Sealed fields are opened when they are first asked for."""
    return str(mapper.to_domain_event(stored).words)  # type: ignore[attr-defined]


def test_words_are_not_in_the_stored_bytes_and_come_back(
    ledger: Ledger, mapper: FactMapper
) -> None:
    stored = mapper.to_stored_event(submitted(uuid4()))
    assert WORDS.encode() not in stored.state
    assert b'"feeling":"sad"' in stored.state
    assert mapper.to_domain_event(stored).words == WORDS  # type: ignore[attr-defined]


def test_the_same_words_are_never_sealed_alike_and_their_length_does_not_show(
    mapper: FactMapper,
) -> None:
    stream = uuid4()
    states = [mapper.to_stored_event(submitted(stream, words)).state for words in ("a", "a", "ab")]
    assert len(set(states)) == 3
    assert len({len(state) for state in states}) == 1


@pytest.mark.parametrize(
    "changes",
    [{"originator_id": UUID(int=9)}, {"originator_version": 2}],
    ids=["stream", "version"],
)
def test_sealed_words_moved_to_another_place_are_refused(
    mapper: FactMapper, changes: dict[str, Any]
) -> None:
    stored = mapper.to_stored_event(submitted(uuid4()))
    with pytest.raises(MapperDeserialisationError, match="another place"):
        words_in(mapper, moved(stored, **changes))


def test_another_partnership_reads_nothing(
    store: Store, mapper: FactMapper, tmp_path: Path
) -> None:
    stored = mapper.to_stored_event(submitted(uuid4()))
    store.create("surrey")
    surrey = mapper_for(store.recorder("surrey"), tmp_path / "keys")
    assert words_in(surrey, stored) == LOST
    sealer = mapper.sealing
    assert isinstance(sealer, FieldCipher)
    theirs = FactMapper(FieldCipher("surrey", sealer.keyring, sealer.recorder))
    with pytest.raises(MapperDeserialisationError, match="another place"):
        words_in(theirs, stored)


def test_a_stream_has_one_key_whoever_seals(
    ledger: Ledger, mapper: FactMapper, tmp_path: Path
) -> None:
    stream = uuid4()
    ledger.save(submitted(stream))
    elsewhere = mapper_for(ledger.recorder, tmp_path / "keys")  # type: ignore[arg-type]
    answer = FeedbackAnswered(stream, 2, TOLD, "we did", "We asked.", None)
    sealed = [envelope_in(each.to_stored_event(answer).state)[1:17] for each in (mapper, elsewhere)]
    assert sealed == [mapper.sealing.key_ids(stream)[0]] * 2


def test_once_the_key_is_gone_the_words_are_and_the_rest_stays(
    ledger: Ledger, mapper: FactMapper, tmp_path: Path
) -> None:
    stream = uuid4()
    ledger.save(submitted(stream))
    mapper.sealing.forget([stream])
    for reader in (mapper, mapper_for(ledger.recorder, tmp_path / "keys")):  # type: ignore[arg-type]
        [fact] = reader.facts(ledger.recorder.read(0, 10))  # type: ignore[attr-defined]
        assert (fact.words, fact.feeling) == (FORGOTTEN, "sad")
    with pytest.raises(Forgotten):
        mapper.to_stored_event(FeedbackAnswered(stream, 2, TOLD, "we did", "Late.", None))


def test_names_that_were_forgotten_are_no_names(mapper: FactMapper, ledger: Ledger) -> None:
    stream, day = uuid4(), PartialDate("2026-11-21")
    visit = VisitRecorded(stream, 1, TOLD, uuid4(), 1, "A place", day, ("Sam", "Ali"), (), False)
    ledger.save(visit)
    mapper.sealing.forget([stream])
    [fact] = ledger.facts(stream)
    assert fact == VisitRecorded(stream, 1, TOLD, visit.form, 1, "A place", day, (), (), False)


def test_words_in_a_view_are_sealed_and_end_with_their_key(
    ledger: Ledger, mapper: FactMapper
) -> None:
    stream = uuid4()
    ledger.save(submitted(stream))
    sealed = mapper.seal.encrypt_field(stream, "words", WORDS)
    assert WORDS not in sealed
    assert mapper.seal.decrypt_field(stream, "words", sealed) == WORDS
    for subject, column in ((uuid4(), "words"), (stream, "reply")):
        with pytest.raises(BadCiphertext):
            mapper.seal.decrypt_field(subject, column, sealed)
    mapper.sealing.forget([stream])
    assert mapper.seal.decrypt_field(stream, "words", sealed) == ""
    assert mapper.seal.encrypt_field(stream, "words", WORDS) == ""


def test_a_mapper_without_keys_writes_nothing_personal() -> None:
    with pytest.raises(LookupError, match="no keys to seal with"):
        FactMapper().to_stored_event(submitted(uuid4()))


def test_a_fact_whose_seal_was_cut_out_is_refused(mapper: FactMapper) -> None:
    stored = mapper.to_stored_event(submitted(uuid4()))
    start = stored.state.index(b',"sealed":"')
    end = stored.state.index(b'"', start + 11) + 1
    cut = stored.state[:start] + stored.state[end:]
    with pytest.raises(MapperDeserialisationError, match="sealed"):
        mapper.to_domain_event(moved(stored, state=cut))


def test_whatever_is_personal_is_text_or_names() -> None:
    """So that it can read as forgotten."""
    for topic, kind in CATALOGUE.items():
        assert shape_of(topic).personal == tuple(
            name for name in shape_of(topic).personal if name in kind.PERSONAL
        )
        for name, gone in shape_of(topic).gone.items():
            assert kind.__annotations__[name] in ("str", "tuple[str, ...]"), (topic, name)
            assert gone in (FORGOTTEN, ())
