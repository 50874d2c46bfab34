"""A receipt made under the keys of an earlier release's store finds its message today."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.fact import Provenance
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from projections.feedback.receipt import Receipt
from services.feedback.submission import Message
from tests.stores.make import PLANTED
from tests.stores.test_stores import copied

pytestmark = pytest.mark.sweep

# What the first release gave for this form under the store's keys, and what it stored of it.
FORM, GIVEN = "a form of the first release", ("solo", "echo", "pedal", "cloth", "flow")
KEPT = "3adbec4d7d326c1211e8f5b9fc05dabe4c996f2f3cf95a55ecfbac1e9ea070c7"


def test_five_words_of_the_first_release_open_after_the_update(tmp_path: Path) -> None:
    var = copied(Path(__file__).parent / "e39da29" / "sqlite", tmp_path)
    settings = load({"EARSHOT_VAR": str(var)})
    migrate_all(settings)
    partnerships = Partnerships.of(settings)
    try:
        tenant = partnerships.open(PLANTED)
        stream = tenant.feedback.id_of(FORM)
        told = Message(words="It is late").facts(stream, Provenance("young person", "web"), KEPT)
        tenant.ledger.save(*told)
        assert tenant.feedback.receipt_of(FORM) == " ".join(GIVEN)
        [found] = [
            each
            for each, words in tenant.feedback.receipt_hashes("FLOW cloth echo Pedal solo").items()
            if words == GIVEN
        ]
        tenant.catch_up()
        with tenant.read(Receipt) as view:
            row = view.by_hash(found)
        assert found == KEPT
        assert row is not None
        assert row.feedback_id == stream
    finally:
        partnerships.close()
