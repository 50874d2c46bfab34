"""The root key: made once whoever comes first, private, whole, or refused with words."""

from __future__ import annotations

import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from infra.keys.root import BadKey, RootKey


def _secret(folder: Path) -> bytes:
    return RootKey.kept_in(folder).secret


def test_it_is_made_once_and_private(tmp_path: Path) -> None:
    secret = _secret(tmp_path / "keys")
    [file] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert len(secret) == 32
    assert _secret(tmp_path / "keys") == secret


def test_eight_processes_at_once_make_one_key(tmp_path: Path) -> None:
    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        secrets = set(pool.map(_secret, [tmp_path / "keys"] * 32))
    assert len(secrets) == 1
    assert [file.name for file in (tmp_path / "keys").iterdir()] == ["root.key"]


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    _secret(tmp_path)
    (tmp_path / "root.key").chmod(mode)
    with pytest.raises(BadKey, match=r"can be read by others.*chmod 600"):
        _secret(tmp_path)


@pytest.mark.parametrize("left", [b"", b"short", bytes(33)])
def test_a_key_that_is_not_whole_is_refused_and_left_alone(tmp_path: Path, left: bytes) -> None:
    _secret(tmp_path)
    (tmp_path / "root.key").write_bytes(left)
    with pytest.raises(BadKey, match="put its backup back"):
        _secret(tmp_path)
    assert (tmp_path / "root.key").read_bytes() == left


def test_each_purpose_has_a_key_of_its_own(tmp_path: Path) -> None:
    root = RootKey.kept_in(tmp_path)
    purposes = [
        ("receipts", "norfolk"),
        ("receipts", "surrey"),
        ("sessions",),
        ("receiptsnorfolk",),
    ]
    derived = {root.derive(*purpose) for purpose in purposes}
    assert len(derived) == len(purposes)
    assert {len(key) for key in derived} == {32}
    assert root.derive("sessions") == RootKey(root.secret).derive("sessions")


def test_it_is_never_printed(tmp_path: Path) -> None:
    root = RootKey.kept_in(tmp_path)
    assert root.secret.hex() not in repr(root)
    assert str(root.secret) not in repr(root)
