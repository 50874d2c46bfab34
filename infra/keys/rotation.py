"""New partnership keys under a new root: afterwards old backups of keys open nothing.

Each step can be killed and is gone on with at the next call: both roots stay until everything is
wrapped anew, and a key that is wrapped by an epoch which is gone is refused by the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from infra.keys.keyring import Keyring
from infra.keys.store import KeyStore
from infra.keys.tables import DATA_KEYS, EPOCHS, SECRETS

_AT_ONCE = 500
Progress = Callable[[int], None]


def rotate(keys: KeyStore, whose: Iterable[str], moved: Progress) -> set[str]:
    """Gives everybody a new key, and retires the old roots, whose names it answers.

    ``moved`` is told how many keys were wrapped anew, as it goes. Raises ``BadKey``.
    """
    keys.root.renew()
    old: set[str] = set()
    for each in whose:
        old |= _renew(keys.of(each), keys.root.name, moved)
    old.discard(keys.root.name)
    keys.root.retire(old)
    return old


def count(keys: KeyStore, whose: Iterable[str]) -> int:
    """How many keys there are to wrap anew."""
    total = 0
    for each in whose:
        with keys.of(each).engine.begin() as connection:
            for table in (DATA_KEYS, SECRETS):
                counted = select(func.count()).select_from(table)
                total += connection.execute(counted).scalar_one()
    return total


def _renew(keyring: Keyring, root: str, moved: Progress) -> set[str]:
    """Moves a keyring to a new epoch; the roots its old ones were wrapped by."""
    with keyring.engine.begin() as connection:
        query = select(EPOCHS.c.epoch, EPOCHS.c.root)
        epochs = dict(connection.execute(query).all())
    newest = max(epochs, default=0)
    is_going_on = len(epochs) > 1 and epochs[newest] == root
    is_done = root.startswith("file:") and list(epochs.values()) == [root]
    if is_done or not epochs:
        return set()
    to = newest if is_going_on else newest + 1
    if not is_going_on:
        keyring.epochs.begin(to)
    while wrapped := _wrap_some(keyring, to):
        moved(wrapped)
    _let_go(keyring, to)
    return set(epochs.values())


def _wrap_some(keyring: Keyring, to: int) -> int:
    """Wraps some keys anew that an older epoch wraps; how many."""
    newer, done = keyring.epochs.of(to), 0
    with keyring.engine.begin() as connection:
        for table, name in ((DATA_KEYS, DATA_KEYS.c.id), (SECRETS, SECRETS.c.purpose)):
            query = select(name, table.c.epoch, table.c.wrapped).where(table.c.epoch < to)
            for key, epoch, wrapped in connection.execute(query.limit(_AT_ONCE)).all():
                bound = key.encode() if isinstance(key, str) else bytes(key)
                secret = keyring.epochs.of(epoch).unwrap(bound, wrapped)
                values = {"epoch": to, "wrapped": newer.wrap(bound, secret)}
                connection.execute(update(table).where(name == key).values(values))
                done += 1
    return done


def _let_go(keyring: Keyring, to: int) -> None:
    """Destroys the older epochs; somebody may have used one a moment ago, so it is tried again."""
    while True:
        try:
            with keyring.engine.begin() as connection:
                connection.execute(delete(EPOCHS).where(EPOCHS.c.epoch < to))
            return
        except IntegrityError:
            _wrap_some(keyring, to)
