"""One partnership's editions, stored by their digests. Altered files are never returned."""

from __future__ import annotations

import logging
from hashlib import sha256
from uuid import UUID

from infra.editions.build_progress import ProgressTable
from infra.editions.pdf_renderer import paper_of
from infra.files.object_store import ObjectStore, StoreUnavailable
from web.ports.editions import BuildProgress, StylesheetLoader

_log = logging.getLogger(__name__)


class FileEditionStore:
    """One partnership's editions, as its pages ask for them."""

    def __init__(self, slug: str, store: ObjectStore | None, progress: ProgressTable) -> None:
        self.slug, self.store, self.progress = slug, store, progress

    def keep(self, content: bytes) -> str:
        """Stores the bytes durably. Returns their SHA-256 in hex. Raises ``StoreUnavailable``."""
        if self.store is None:
            raise StoreUnavailable("No place for editions is set up.")
        digest = sha256(content).hexdigest()
        self.store.put(self._name(digest), content)
        return digest

    def fetch(self, digest: str) -> bytes | None:
        try:
            found = self.store.get(self._name(digest)) if self.store else None
        except StoreUnavailable as error:
            _log.error("editions cannot be read: %s", error)
            return None
        return found if found is not None and sha256(found).hexdigest() == digest else None

    def making(self, report: UUID, ground: str) -> list[BuildProgress]:
        return self.progress.of(report, ground)

    def print(self, page: str, url: str, load: StylesheetLoader) -> bytes:
        """Raises ``NoPaper``."""
        return paper_of(page, url, load).content

    def _name(self, digest: str) -> str:
        return f"{self.slug}/{digest}"
