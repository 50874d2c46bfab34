"""Renewing the root key: killed at any step it is gone on with, and old backups open nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import select

from infra.database import patient_connection
from infra.keys import rotation
from infra.keys.envelope import DataKey
from infra.keys.file_root import FileRoot
from infra.keys.keyring import Keyring
from infra.keys.partnership_keys import Epochs
from infra.keys.root_key import BadKey
from infra.keys.rotation import count, rotate
from infra.keys.store import KeyStore
from infra.keys.tables import EPOCHS
from tests.infra.keys.test_keyring import WHOSE, Open, keys, opened

__all__ = ["keys", "opened"]


def filled(keys: KeyStore) -> dict[str, list[DataKey]]:
    for owner in WHOSE:
        keys.of(owner).secret("receipts")
    return {owner: [keys.of(owner).fresh() for _ in range(40)] for owner in WHOSE[:2]}


def whole(opened: Open, made: dict[str, list[DataKey]], secrets: dict[str, bytes]) -> None:
    now = opened()
    for owner, data_keys in made.items():
        now.of(owner).expect(key.id for key in data_keys)
        assert [now.of(owner).key(key.id) for key in data_keys] == data_keys
    assert {owner: now.of(owner).secret("receipts") for owner in WHOSE} == secrets


def wrapped(ring: Keyring) -> dict[str, bytes]:
    with ring.engine.begin() as connection:
        rows = connection.execute(select(EPOCHS.c.root, EPOCHS.c.wrapped)).all()
        return {root: bytes(blob) for root, blob in rows}


def test_after_rotation_all_is_as_before_and_old_backups_open_nothing(
    opened: Open, tmp_path: Path
) -> None:
    keys = opened()
    made = filled(keys)
    secrets = {owner: keys.of(owner).secret("receipts") for owner in WHOSE}
    old = wrapped(keys.of("norfolk"))
    moved: list[int] = []
    total = count(keys, WHOSE)
    retired = rotate(keys, WHOSE, moved.append)
    assert sum(moved) == total >= 80
    assert retired == set(old)
    whole(opened, made, secrets)
    [(root, blob)] = old.items()
    with pytest.raises(BadKey):
        FileRoot(tmp_path / "keys").open("norfolk", root, blob)
    for blob in wrapped(opened().of("norfolk")).values():
        assert blob not in old.values()


def test_a_process_that_ran_on_through_a_rotation_goes_on(opened: Open) -> None:
    running = opened().of("norfolk")
    before = [running.fresh() for _ in range(3)]
    rotate(opened(), WHOSE, lambda moved: None)
    after = [running.fresh() for _ in range(300)]
    now = opened().of("norfolk")
    assert [now.key(key.id) for key in (*before, *after)] == [*before, *after]
    assert running.secret("log") == opened().of("norfolk").secret("log")


class Killed(BaseException):
    """As `kill -9` would end it: nothing after this is done."""


STEPS = [
    (FileRoot, "renew"),
    (Epochs, "begin"),
    (rotation, "_wrap_some"),
    (rotation, "_let_go"),
    (FileRoot, "retire"),
]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])
def test_killed_at_any_step_a_rotation_is_gone_on_with(
    opened: Open, monkeypatch: pytest.MonkeyPatch, where: object, name: str, when: str
) -> None:
    keys = opened()
    made = filled(keys)
    secrets = {owner: keys.of(owner).secret("receipts") for owner in WHOSE}
    old = set(wrapped(keys.of("norfolk")))
    step = getattr(where, name)

    def killed(*given: object) -> object:
        if when == "after":
            step(*given)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(where, name, killed)
        with pytest.raises(Killed):
            rotate(opened(), WHOSE, lambda moved: None)
    whole(opened, made, secrets)
    rotate(opened(), WHOSE, lambda moved: None)
    whole(opened, made, secrets)
    for owner in WHOSE:
        [now] = wrapped(opened().of(owner))
        assert now not in old


def test_two_rotations_at_once_are_one_and_a_refusal(opened: Open) -> None:
    keys = opened()
    made = filled(keys)
    secrets = {owner: keys.of(owner).secret("receipts") for owner in WHOSE}
    with opened().alone(), pytest.raises(BadKey, match="another process"):
        rotate(opened(), WHOSE, lambda moved: None)
    whole(opened, made, secrets)
    rotate(opened(), WHOSE, lambda moved: None)
    whole(opened, made, secrets)


def test_work_that_takes_long_keeps_others_out_until_it_is_done(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(patient_connection._SERVER, "idle_in_transaction_session_timeout", 300)
    with opened().alone():
        time.sleep(0.8)
        with pytest.raises(BadKey, match="another process"), opened().alone():
            pass


def test_a_root_that_could_not_be_retired_is_retired_by_the_next(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = opened()
    filled(keys)
    old = keys.root.name
    with monkeypatch.context() as refusing:
        refusing.setattr(FileRoot, "retire", lambda root, names: _raise())
        with pytest.raises(BadKey):
            rotate(opened(), WHOSE, lambda moved: None)
    assert rotate(opened(), WHOSE, lambda moved: None) == {old}
    assert not (tmp_path / "keys/root.old.key").exists()


def _raise() -> None:
    raise BadKey("refused")
