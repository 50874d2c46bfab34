"""New partnership keys under a new root: afterwards old backups of keys open nothing.

A rotation that is killed at any step continues at the next call. Both roots stay until every key
is wrapped again. The roots to retire are written down first. The database refuses a key that is
wrapped by an epoch which no longer exists. Only one rotation may run at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from infra.keys.keyring import Keyring
from infra.keys.root_key import BadKey
from infra.keys.store import SERVICE, KeyStore
from infra.keys.tables import DATA_KEYS, EPOCHS, RETIRING, SECRETS

_AT_ONCE = 500
_SAME_ROOT = (
    "EARSHOT_ROOT still names the key that wraps everything now, so that old backups would go on "
    "opening. Make a new key in AWS KMS, name that one, and rotate again."
)
Progress = Callable[[int], None]


def rotate(keys: KeyStore, owner: Sequence[str], moved: Progress) -> set[str]:
    """Gives every partnership a new key, retires the old roots, and returns their names.

    ``moved`` is called with the number of keys wrapped again so far. Raises ``BadKey``, also if
    another rotation is running.
    """
    with keys.alone():
        keys.root.renew()
        _refuse_same_root(keys, owner)
        _note(keys, {root for each in owner for root in _epochs(keys.of(each)).values()})
        for each in owner:
            _renew(keys.of(each), keys.root.name, moved)
        retired = _noted(keys) - {keys.root.name}
        keys.root.retire(retired)
        with keys.of(SERVICE).engine.begin() as connection:
            connection.execute(delete(RETIRING))
        return retired


def count(keys: KeyStore, owner: Iterable[str]) -> int:
    """How many keys there are to wrap again."""
    total = 0
    for each in owner:
        with keys.of(each).engine.begin() as connection:
            for table in (DATA_KEYS, SECRETS):
                counted = select(func.count()).select_from(table)
                total += connection.execute(counted).scalar_one()
    return total


def _refuse_same_root(keys: KeyStore, owner: Sequence[str]) -> None:
    """A root that the operator names must be a new one, unless a rotation to it is under way."""
    used = {root for each in owner for root in _epochs(keys.of(each)).values()}
    if used == {keys.root.name} and not _noted(keys) - used:
        raise BadKey(_SAME_ROOT)


def _note(keys: KeyStore, roots: set[str]) -> None:
    known = _noted(keys)
    with keys.of(SERVICE).engine.begin() as connection:
        for root in roots - known:
            connection.execute(insert(RETIRING).values(root=root))


def _noted(keys: KeyStore) -> set[str]:
    with keys.of(SERVICE).engine.begin() as connection:
        return set(connection.scalars(select(RETIRING.c.root)))


def _epochs(keyring: Keyring) -> dict[int, str]:
    """Which root wraps each epoch of a keyring."""
    with keyring.engine.begin() as connection:
        return dict(connection.execute(select(EPOCHS.c.epoch, EPOCHS.c.root)).all())


def _renew(keyring: Keyring, root: str, moved: Progress) -> None:
    """Moves a keyring to an epoch under the new root, or goes on with that."""
    epochs = _epochs(keyring)
    if not epochs or list(epochs.values()) == [root]:
        return
    newest = max(epochs)
    to = newest if epochs[newest] == root else newest + 1
    if to > newest:
        keyring.epochs.begin(to)
    while wrapped := _wrap_some(keyring, to):
        moved(wrapped)
    _let_go(keyring, to)


def _wrap_some(keyring: Keyring, to: int) -> int:
    """Wraps again some keys that an older epoch wraps, and returns how many."""
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
