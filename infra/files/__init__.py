"""Encrypted files of evidence, in a folder or in an S3 bucket."""

from __future__ import annotations

from infra.files.object_store import BucketStore, FolderStore, ObjectStore
from infra.settings import Settings

__all__ = ["BucketStore", "FolderStore", "ObjectStore", "object_store_of"]


def object_store_of(settings: Settings) -> ObjectStore:
    """Opens the store for files: the bucket in the settings, or a folder in the data folder."""
    if settings.evidence_bucket:
        return BucketStore(settings.evidence_bucket)
    return FolderStore(settings.var / "evidence")
