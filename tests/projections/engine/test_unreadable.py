"""A fact that this release cannot read pauses the views and raises the alarm; it stops nothing."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from eventsourcing.persistence import StoredEvent

from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.store import Store
from projections.feedback.triage_queue import TriageQueue


def test_what_came_before_is_seen_and_health_says_where_it_stopped(
    store: Store, tmp_path: Path
) -> None:
    root, post = KeyStore.kept_in(tmp_path / "keys"), FolderMailer(tmp_path / "post")
    partnerships = Partnerships(store, root, post, "http://localhost")
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    norfolk = join_partnership(partnerships, asked)
    norfolk.feedback.submit(str(uuid4()), words="before")
    store.recorder("norfolk").insert_events([StoredEvent(uuid4(), 1, "later.fact", b"{}")])
    norfolk.feedback.submit(str(uuid4()), words="after")
    norfolk.catch_up()
    with norfolk.read(TriageQueue) as queue:
        assert [item.words for item in queue.waiting()] == ["before"]
    troubles = partnerships.ready()
    assert troubles["norfolk.triage_queue"] == "paused at fact 3: this release cannot read it"
    assert len(troubles) == len(partnerships.projections)
