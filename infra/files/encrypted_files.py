"""One partnership's evidence files, encrypted under the key of their return or message."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from infra.files.image_cleaning import saved_again
from infra.files.object_store import ObjectStore, StoreUnavailable
from infra.keys.envelope import BadCiphertext
from infra.storage.cipher import Cipher, KeyLost
from services.files import EvidenceGone, NotKept

_TOPIC = "evidence"
_ALTERED = (
    "This file was altered where it is kept, so it is not shown. Tell the people who run Earshot."
)
_FORGOTTEN = "This file was forgotten, as was promised: its key is destroyed."
_LOST = "This file cannot be opened: its key is missing. Tell the people who run Earshot."
_AWAY = "The place where evidence is kept cannot be reached just now. Try again in a while."
_log = logging.getLogger(__name__)


class EncryptedFiles:
    """One partnership's files. ``store`` is None if no storage is configured."""

    def __init__(self, slug: str, sealing: Cipher, store: ObjectStore | None) -> None:
        self.slug, self.sealing, self.store = slug, sealing, store

    def cleaned(self, image: bytes, longest: int = 0) -> bytes:
        return saved_again(image, longest)

    def keep(self, stream: UUID, content: bytes) -> str:
        """Encrypts and stores a file. Raises ``NotKept``, also if the stream has no key yet."""
        if self.store is None or not self.sealing.key_ids(stream):
            raise NotKept
        sealed = self.sealing.seal(stream, 0, _TOPIC, content)
        digest = sha256(sealed).hexdigest()
        try:
            self.store.put(self._name(stream, digest), sealed)
        except StoreUnavailable as error:
            _log.error("evidence cannot be kept: %s", type(error.__cause__).__name__)
            raise NotKept from error
        return digest

    def discard(self, stream: UUID, digests: Iterable[str]) -> None:
        """Deletes files after their key was destroyed. If that fails, they stay unreadable."""
        for digest in digests:
            try:
                if self.store is not None:
                    self.store.delete(self._name(stream, digest))
            except StoreUnavailable as error:
                _log.error("evidence cannot be deleted: %s", type(error.__cause__).__name__)

    def fetch(self, stream: UUID, digest: str) -> bytes:
        try:
            sealed = self.store.get(self._name(stream, digest)) if self.store else None
        except StoreUnavailable as error:
            raise EvidenceGone(_AWAY) from error
        if sealed is None:
            raise EvidenceGone
        if sha256(sealed).hexdigest() != digest:
            raise EvidenceGone(_ALTERED)
        try:
            content = self.sealing.open(stream, 0, _TOPIC, sealed)
        except BadCiphertext as error:
            raise EvidenceGone(_ALTERED) from error
        except KeyLost as error:
            raise EvidenceGone(_LOST) from error
        if content is None:
            raise EvidenceGone(_FORGOTTEN)
        return content

    def _name(self, stream: UUID, digest: str) -> str:
        return f"{self.slug}/{stream.hex}/{digest}"
