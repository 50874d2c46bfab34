"""One partnership's keys in one process: data keys, and the few secrets of the partnership.

``root`` wraps the partnership's key of an epoch, which wraps every data key and secret. When a
data key is destroyed, all that was encrypted under it is unreadable, in every copy there is.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from threading import Lock, Thread
from typing import TypeVar
from weakref import WeakSet

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from infra.keys.envelope import DataKey
from infra.keys.partnership_keys import Epochs
from infra.keys.root_key import SIZE, BadKey, Root
from infra.keys.tables import DATA_KEYS, DESTROYED, EPOCHS, SECRETS

MOST_CACHED, OLDEST_SECONDS = 4096, 60.0
_AT_ONCE, _FEW, _ASKED_AT_ONCE = 128, 32, 500
T = TypeVar("T")
_log = logging.getLogger(__name__)
_EVERY_KEYRING: WeakSet[Keyring] = WeakSet()


class Keyring:
    """Stores a key durably before anybody encrypts with it. Caches have a limit of size and age."""

    def __init__(self, owner: str, engine: Engine, root: Root) -> None:
        self.owner, self.engine = owner, engine
        self._reading = engine.execution_options(reading=True)
        self.epochs = Epochs(owner, engine, root)
        self._secrets: dict[str, bytes] = {}
        self._cached: OrderedDict[bytes, tuple[DataKey | None, float]] = OrderedDict()
        self._ready: deque[tuple[bytes, bytes]] = deque()
        self._is_making = False
        self._changing = Lock()
        _EVERY_KEYRING.add(self)

    def fresh(self) -> DataKey:
        """A new key, which encrypts nothing yet."""
        with self._changing:
            if not self._ready:
                self._ready.extend(self._retried(self._make))
            key = DataKey(*self._ready.popleft())
            self._keep(key.id, key)
            if len(self._ready) < _FEW and not self._is_making:
                self._is_making = True
                Thread(target=self._make_more, name="keys", daemon=True).start()
        return key

    def key(self, id: bytes) -> DataKey | None:
        """The data key with this id, or None if it was destroyed."""
        with self._changing:
            known, read_at = self._cached.get(id, (None, -OLDEST_SECONDS))
            if time.monotonic() - read_at < OLDEST_SECONDS:
                self._cached.move_to_end(id)
                return known
            return self._retried(partial(self._fetch, [id]))[id]

    def expect(self, ids: Iterable[bytes]) -> None:
        """Reads these keys in one query, before they are asked for."""
        with self._changing:
            since = time.monotonic() - OLDEST_SECONDS
            missing = [
                id for id in dict.fromkeys(ids) if self._cached.get(id, (None, since))[1] <= since
            ]
            for start in range(0, min(len(missing), MOST_CACHED), _ASKED_AT_ONCE):
                some = missing[start : start + _ASKED_AT_ONCE]
                self._retried(partial(self._fetch, some))

    def destroy(self, ids: Iterable[bytes]) -> None:
        """Destroys keys for ever. Other processes may use one for ``OLDEST_SECONDS`` more."""
        gone = [{"id": id} for id in dict.fromkeys(ids)]
        with self._changing:
            with self.engine.begin() as connection:
                for row in gone:
                    connection.execute(delete(DATA_KEYS).where(DATA_KEYS.c.id == row["id"]))
                    if not _there(connection, DESTROYED, row["id"]):
                        connection.execute(insert(DESTROYED).values(row))
            for row in gone:
                self._cached.pop(row["id"], None)

    def is_destroyed(self, id: bytes) -> bool:
        """Whether a missing key was destroyed. If not, it was lost."""
        with self._reading.begin() as connection:
            return _there(connection, DESTROYED, id)

    def is_new(self) -> bool:
        """Whether no key was ever made for this owner."""
        with self._reading.begin() as connection:
            return connection.execute(select(EPOCHS.c.epoch)).first() is None

    def destroyed(self) -> set[bytes]:
        """The ids of all destroyed keys."""
        with self._reading.begin() as connection:
            return set(connection.scalars(select(DESTROYED.c.id)))

    def secret(self, purpose: str) -> bytes:
        """32 bytes for one purpose, made when first asked for and the same ever after."""
        if purpose not in self._secrets:
            self._secrets[purpose] = self._retried(partial(self._secret, purpose))
        return self._secrets[purpose]

    def _make(self) -> list[tuple[bytes, bytes]]:
        """Makes a batch of keys in advance, stores them durably, and gives them with their ids."""
        made = [(secrets.token_bytes(16), secrets.token_bytes(SIZE)) for _ in range(_AT_ONCE)]
        epoch = self.epochs.newest()
        rows = [
            {"id": id, "epoch": epoch.number, "wrapped": epoch.wrap(id, key)} for id, key in made
        ]
        with self.engine.begin() as connection:
            connection.execute(insert(DATA_KEYS), rows)
        return made

    def _make_more(self) -> None:
        """Makes keys in the background. If that fails, the next request for a key tries again."""
        try:
            self._ready.extend(self._retried(self._make))
        except Exception:
            _log.exception("no keys can be made for %s", self.owner)
        finally:
            self._is_making = False

    def _secret(self, purpose: str) -> bytes:
        name = purpose.encode()
        query = select(SECRETS.c.epoch, SECRETS.c.wrapped).where(SECRETS.c.purpose == purpose)
        with self._reading.begin() as connection:
            found = connection.execute(query).one_or_none()
        if found is not None:
            return self.epochs.of(found[0]).unwrap(name, found[1])
        epoch, made = self.epochs.newest(), secrets.token_bytes(SIZE)
        row = {"purpose": purpose, "epoch": epoch.number, "wrapped": epoch.wrap(name, made)}
        with self.engine.begin() as connection:
            connection.execute(insert(SECRETS).values(row))
        return made

    def _retried(self, what: Callable[[], T]) -> T:
        """Tries again if another process was faster, or began a new epoch."""
        try:
            return what()
        except (IntegrityError, BadKey):
            self.epochs.forget()
            return what()

    def _fetch(self, ids: Sequence[bytes]) -> dict[bytes, DataKey | None]:
        columns = (DATA_KEYS.c.id, DATA_KEYS.c.epoch, DATA_KEYS.c.wrapped)
        with self._reading.begin() as connection:
            rows = connection.execute(select(*columns).where(DATA_KEYS.c.id.in_(ids))).all()
        found: dict[bytes, DataKey | None] = dict.fromkeys(ids)
        found |= {
            bytes(id): DataKey(bytes(id), self.epochs.of(epoch).unwrap(bytes(id), wrapped))
            for id, epoch, wrapped in rows
        }
        for id, key in found.items():
            self._keep(id, key)
        return found

    def _keep(self, id: bytes, key: DataKey | None) -> None:
        self._cached[id] = key, time.monotonic()
        self._cached.move_to_end(id)
        while len(self._cached) > MOST_CACHED:
            self._cached.popitem(last=False)

    def start_afresh(self) -> None:
        """A forked child must not hand out the keys that its parent hands out."""
        self._ready.clear()
        self._changing, self._is_making = Lock(), False


def _forked() -> None:
    for keyring in list(_EVERY_KEYRING):
        keyring.start_afresh()


os.register_at_fork(after_in_child=_forked)


def _there(connection: Connection, table: Table, id: bytes) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == id)).first() is not None
