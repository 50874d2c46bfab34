"""Editions of published reports: drawn by a worker, kept in a folder or in S3 under Object Lock."""

from __future__ import annotations

from infra.files.locked import LockedBucketStore
from infra.files.object_store import FolderStore, ObjectStore
from infra.settings import Settings

__all__ = ["LockedBucketStore", "editions_of"]


def editions_of(settings: Settings) -> ObjectStore:
    """Opens the store for editions: the bucket in the settings, or a folder in the data folder."""
    if settings.editions_bucket:
        return LockedBucketStore(settings.editions_bucket)
    return FolderStore(settings.var / "editions")
