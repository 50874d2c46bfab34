"""Where copies go is a folder or a bucket; anything else is refused before the start."""

from __future__ import annotations

import pytest

from infra.settings import BadSettings, load


@pytest.mark.parametrize("place", ["", "/mnt/elsewhere", "copies", "s3://seals", "s3://seals/a/b"])
def test_a_place_for_copies(place: str) -> None:
    assert load({"EARSHOT_COPIES": place}).copies == place


@pytest.mark.parametrize("place", ["ftp://host/copies", "s3://", "s3:///prefix", "https://host"])
def test_what_is_no_place_is_named(place: str) -> None:
    with pytest.raises(BadSettings, match="EARSHOT_COPIES: must be a folder or s3://bucket/prefix"):
        load({"EARSHOT_COPIES": place})
