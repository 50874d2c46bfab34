"""Keys for the tests that seal: a real key store in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from infra.keys.store import KeyStore
from infra.storage.encryption import FieldCipher
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder


def mapper_for(recorder: Recorder, folder: Path) -> FactMapper:
    """What seals for a lane's partnership, with keys that are made in ``folder``."""
    keys = KeyStore.kept_in(folder)
    keys.create(recorder.slug)
    return FactMapper(FieldCipher(recorder.slug, keys.of(recorder.slug), recorder))
