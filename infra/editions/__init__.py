"""Editions of published reports: drawn by a worker, kept in a folder or in S3 under Object Lock."""

from __future__ import annotations

from infra.files.locked import LockedShelf
from infra.files.object_store import FolderShelf, Shelf
from infra.settings import Settings

__all__ = ["LockedShelf", "editions_of"]


def editions_of(settings: Settings) -> Shelf:
    """The bucket that the settings name, else a folder in the data folder."""
    if settings.editions_bucket:
        return LockedShelf(settings.editions_bucket)
    return FolderShelf(settings.var / "editions")
