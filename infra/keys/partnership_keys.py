"""A partnership's own keys, one per epoch. The root wraps them, and they wrap all other keys."""

from __future__ import annotations

import logging
import secrets
import time
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from infra.keys.root_key import BadKey, Root
from infra.keys.tables import EPOCHS

_OLDEST_SECONDS = 3600.0
_AGAIN_SECONDS = 60.0
_NONCE = 12
_log = logging.getLogger(__name__)


class Epoch(NamedTuple):
    """The partnership's own key for some months; ``read_at`` is of the monotonic clock."""

    number: int
    cipher: AESGCM
    read_at: float

    def wrap(self, name: bytes, key: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self.cipher.encrypt(nonce, key, name)

    def unwrap(self, name: bytes, wrapped: bytes) -> bytes:
        return self.cipher.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], name)


class Epochs:
    """Asks the root once per hour. If the root cannot be reached, the known epoch stays in use."""

    def __init__(self, owner: str, engine: Engine, root: Root) -> None:
        self._owner, self._engine, self._root = owner, engine, root
        self._reading = engine.execution_options(reading=True)
        self._known: dict[int, Epoch] = {}

    def forget(self) -> None:
        """Drops the known epochs, so that the next call reads them again."""
        self._known = {
            n: known._replace(read_at=-_OLDEST_SECONDS) for n, known in self._known.items()
        }

    def newest(self) -> Epoch:
        """The epoch that wraps new keys. Makes the first one."""
        with self._reading.begin() as connection:
            numbers = connection.scalars(select(EPOCHS.c.epoch)).all()
        return self.of(max(numbers)) if numbers else self.begin(1)

    def begin(self, number: int) -> Epoch:
        """Begins an epoch. Raises ``IntegrityError`` if another process has just begun it."""
        key, wrapped = self._root.new_key(self._owner)
        row = {"epoch": number, "root": self._root.name, "wrapped": wrapped}
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(EPOCHS).values(row))
        except IntegrityError:
            return self.of(number)
        return self._known.setdefault(number, Epoch(number, AESGCM(key), time.monotonic()))

    def of(self, number: int) -> Epoch:
        """The epoch with this number. Raises ``BadKey`` if it is missing, or its root is."""
        known = self._known.get(number)
        if known and time.monotonic() - known.read_at < _OLDEST_SECONDS:
            return known
        query = select(EPOCHS.c.root, EPOCHS.c.wrapped).where(EPOCHS.c.epoch == number)
        with self._reading.begin() as connection:
            found = connection.execute(query).one_or_none()
        if found is None:
            raise BadKey(f"The key {number} of {self._owner} is not in the key store.")
        try:
            key = self._root.open(self._owner, *found)
        except OSError:
            if known is None:
                raise
            _log.warning("the root cannot be asked; the key of %s is used on", self._owner)
            later = time.monotonic() - _OLDEST_SECONDS + _AGAIN_SECONDS
            self._known[number] = known._replace(read_at=later)
            return known
        self._known[number] = Epoch(number, AESGCM(key), time.monotonic())
        return self._known[number]
