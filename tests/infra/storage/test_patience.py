"""What a page waits for a database is counted; what it does itself meanwhile is not."""

from __future__ import annotations

import time

from infra.database import patience


def test_only_waiting_is_counted() -> None:
    with patience.for_a_page(0.2):
        time.sleep(0.25)  # it opens a picture
        assert patience.left() == 0.2
        with patience.waiting():
            time.sleep(0.05)
        assert 0 < patience.left() < 0.16
        with patience.waiting(0.01) as seconds:
            assert seconds == 0.01
            time.sleep(0.2)
        assert patience.left() == 0


def test_each_page_begins_anew() -> None:
    with patience.for_a_page(1), patience.waiting():
        time.sleep(0.01)
    with patience.for_a_page(1):
        assert patience.left() == 1
