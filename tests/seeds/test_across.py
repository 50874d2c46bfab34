"""A-X: what holds across all five documents, on both stores."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from events.fact import FORGOTTEN, Provenance
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships, every_projection
from infra.proof.full_check import FullCheck
from infra.storage.store import Store
from projections.feedback.triage_queue import TriageQueue
from tests.infra.drawing import Drawn, drawn

SLUGS = ("coventry", "nel", "norfolk", "surrey")
WORDS = "The canary across all five"


def everything(partnerships: Partnerships, slug: str) -> dict[str, Drawn]:
    """Every row of every view, opened, to the byte."""
    found = {}
    for projection in every_projection():
        with partnerships.projector(slug).read(projection) as view:
            found[projection.name] = drawn(view.connection, projection, view.seal)
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_every_view_drawn_anew_is_the_same_to_the_byte(loaded: Partnerships, slug: str) -> None:
    loaded.open(slug).catch_up()
    before = everything(loaded, slug)
    for projection in every_projection():
        loaded.projector(slug).rebuild(projection)
    assert everything(loaded, slug) == before
    assert any(rows for tables in before.values() for rows in tables.values())


@pytest.fixture
def wiltshire(store: Store, tmp_path: Path) -> Iterator[Partnerships]:
    """A partnership of its own, so that what is forgotten there is missed by no other test."""
    keys, post = KeyStore.kept_in(tmp_path / "keys"), FolderMailer(tmp_path / "post")
    made = Partnerships(store, keys, post, "http://localhost")
    join_partnership(made, Joining("wiltshire", "Wiltshire", "Wiltshire", "", (), "", ""))
    yield made
    made.close()


@pytest.fixture
def forgotten(wiltshire: Partnerships) -> str:
    """Something a young person said, forgotten; the id of its stream."""
    tenant, client = wiltshire.open("wiltshire"), uuid4().hex
    tenant.feedback.submit(client, words=WORDS, feeling="sad")
    id = tenant.feedback.id_of(client)
    tenant.catch_up()
    with tenant.read(TriageQueue) as queue:
        assert WORDS in {item.words for item in queue.waiting()}
    tenant.erasure.ask(id, Provenance("a", "a test"), kind="feedback", ground="kept long enough")
    tenant.erasure.confirm(id, Provenance("b", "a test"))
    tenant.catch_up()
    return str(id)


def test_after_a_key_is_destroyed_the_record_holds_and_the_text_is_gone(
    wiltshire: Partnerships, forgotten: str
) -> None:
    log = wiltshire.log("wiltshire")
    log.advance()
    assert FullCheck(log).whole("a test").size == log.recorder.head().n
    said = [
        fact
        for fact in wiltshire.mapper("wiltshire").facts(log.recorder.read(0, 10_000))
        if str(fact.originator_id) == forgotten
    ]
    assert [fact.words for fact in said] == [FORGOTTEN]  # type: ignore[attr-defined]
    provenance = io.StringIO()
    for tables in everything(wiltshire, "wiltshire").values():
        provenance.write(str(tables))
    for projection in every_projection():
        wiltshire.projector("wiltshire").rebuild(projection)
    for tables in everything(wiltshire, "wiltshire").values():
        provenance.write(str(tables))
    assert WORDS not in provenance.getvalue()
