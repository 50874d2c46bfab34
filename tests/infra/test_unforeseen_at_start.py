"""What nobody foresaw at a start is in the log once: its places, and no child's words."""

from __future__ import annotations

import logging
from contextlib import closing

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.start_checks import look_at_all
from tests.infra.backup.places import Place, places

__all__ = ["places"]
SURREY = Joining("surrey", "Surrey", "Surrey", "", (), "", "")


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_it_is_written_once_where_anybody_looks_without_words(
    places: tuple[Place, Place], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(places[0].opened()) as partnerships:
        join_partnership(partnerships, SURREY)

        def broken(partnerships: Partnerships, slug: str) -> None:
            if slug == "norfolk":
                raise KeyError("My brother hits me")

        monkeypatch.setattr("infra.start_checks.forget_again_in", broken)
        with caplog.at_level(logging.DEBUG):
            look_at_all(partnerships)
        written = [r for r in caplog.records if "could not be looked at: KeyError" in r.message]
        assert [(each.levelname, each.message.count("start_checks.py:")) for each in written] == [
            ("ERROR", 2)
        ]
        assert "in _look_at" in written[0].message
        assert "brother" not in caplog.text
        assert partnerships.closed == {"norfolk": "it could not be looked at (KeyError)"}
