"""Files of evidence: sealed by us, kept in a folder or in an S3 bucket."""

from __future__ import annotations

from infra.files.object_store import BucketShelf, FolderShelf, Shelf
from infra.settings import Settings

__all__ = ["BucketShelf", "FolderShelf", "Shelf", "shelf_of"]


def shelf_of(settings: Settings) -> Shelf:
    """The bucket that the settings name, else a folder in the data folder."""
    if settings.evidence_bucket:
        return BucketShelf(settings.evidence_bucket)
    return FolderShelf(settings.var / "evidence")
