"""A whole audit on one page: its ratings, findings and actions, all or none."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from tests.web.staff import Staff

WHOLE = "work/audits/whole"
AUDIT = {
    "kind": "multi-agency case audit",
    "title": "Neglect, ten files",
    "agencies": "Health\nPolice",
    "opened_on": "May 2023",
    "found_on": "July 2023",
    "ratings": "Health | Notes are read | Green | Nine of ten\nPolice | Notes are read | amber |",
    "findings": "Good practice | Nurses ask the child.\nto improve | Fathers are not asked.",
    "actions": "Ask fathers | Health | December 2023",
}


def test_it_is_recorded_as_a_whole_or_not_at_all(sign_in: Callable[[str], Staff]) -> None:
    coordinator, key = sign_in("coordinator@coventry.example"), uuid4().hex
    unknown = AUDIT | {"ratings": "Schools | Notes are read | green |"}
    refused = coordinator.post(WHOLE, **unknown)
    assert refused.status == 422
    assert "Neglect, ten files" not in coordinator.get("work/audits/").words
    seen = coordinator.post(WHOLE, **AUDIT, key=key)
    assert seen.status == 200, seen.words
    at = coordinator.made(WHOLE, **AUDIT, key=key, step="save")
    words = coordinator.get(at).words
    for said in ("Nurses ask the child.", "Fathers are not asked.", "Ask fathers", "Nine of ten"):
        assert said in words
