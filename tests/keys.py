"""Keys for the tests that seal: a real key store in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from infra.keys.store import KeyStore
from infra.storage.lane import Lane
from infra.storage.mapper import FactMapper
from infra.storage.sealer import Sealer


def mapper_for(lane: Lane, folder: Path) -> FactMapper:
    """What seals for a lane's partnership, with keys that are made in ``folder``."""
    keys = KeyStore.kept_in(folder)
    keys.create(lane.slug)
    return FactMapper(Sealer(lane.slug, keys.of(lane.slug), lane))
