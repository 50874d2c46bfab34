"""Whether a record is whole after it was tormented: nothing is lost, doubled or unreadable."""

from __future__ import annotations

import random
from collections import Counter

from events.feedback.feedback import FeedbackSubmitted
from infra.partnerships import Partnerships
from projections.feedback.receipt import Receipt
from tests.infra.drawing import drawn, drawn_over, facts_of

_SENT_AGAIN = 500


def is_whole(norfolk: Partnerships, answered: dict[str, str], tried: set[str]) -> None:
    """``answered`` has the five words of each message; ``tried`` is all that was ever sent."""
    recorder, feedback = norfolk.store.recorder("norfolk"), norfolk.open("norfolk").feedback
    facts = facts_of(recorder, norfolk.keys)
    streams = Counter(f.originator_id for f in facts if isinstance(f, FeedbackSubmitted))
    assert {feedback.id_of(each) for each in answered} - streams.keys() == set()
    assert set(streams.values()) == {1}
    assert streams.keys() - {feedback.id_of(each) for each in tried} == set()
    assert {len(words.split()) for words in answered.values()} == {5}
    some = random.sample(sorted(answered), min(_SENT_AGAIN, len(answered)))
    again = {
        each: feedback.submit(each, feeling="mixed", words=each, wants_answer=True) for each in some
    }
    assert again == {each: answered[each] for each in some}
    assert recorder.verify_chain().n == len(facts)
    assert [row.n for row in recorder.read(0, len(facts) + 1)] == list(range(1, len(facts) + 1))


def is_read_whole(norfolk: Partnerships, answered: dict[str, str]) -> None:
    """Every receipt opens its own message, and every view is as the whole record has it."""
    tenant = norfolk.open("norfolk")
    tenant.catch_up()
    with tenant.read(Receipt) as view:
        for id, words in answered.items():
            found = view.by_hash(view.known_of(list(tenant.feedback.receipt_hashes(words))))
            assert found is not None, f"the receipt of {id} opens nothing"
            assert found.feedback_id == tenant.feedback.id_of(id)
    facts = facts_of(norfolk.store.recorder("norfolk"), norfolk.keys)
    seal = norfolk.mapper("norfolk").seal
    for projection in norfolk.projections:
        with tenant.read(projection) as each:
            assert drawn(each.connection, projection, seal) == drawn_over(facts, projection)
