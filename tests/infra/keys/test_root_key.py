"""The root key: made once, by the first process; private, whole, or refused with words."""

from __future__ import annotations

import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from infra.keys.file_root import FileRoot
from infra.keys.root_key import BadKey


def _secret(folder: Path) -> bytes:
    FileRoot.kept_in(folder)
    return (folder / "root.key").read_bytes()


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


def test_a_wrapped_key_opens_for_its_partnership_alone(tmp_path: Path) -> None:
    root = FileRoot.kept_in(tmp_path)
    key, wrapped = root.new_key("norfolk")
    assert key not in wrapped
    assert root.open("norfolk", root.name, wrapped) == key
    for owner, blob in (("surrey", wrapped), ("norfolk", wrapped[:-1] + b"x")):
        with pytest.raises(BadKey, match="not as they were written"):
            root.open(owner, root.name, blob)


def test_after_a_renewal_the_old_root_opens_until_it_is_retired(tmp_path: Path) -> None:
    root, elsewhere = FileRoot.kept_in(tmp_path), FileRoot.kept_in(tmp_path)
    before = root.name
    key, wrapped = root.new_key("norfolk")
    root.renew()
    assert root.name != before
    assert root.open("norfolk", before, wrapped) == key
    newer, again = root.new_key("norfolk")
    assert elsewhere.open("norfolk", root.name, again) == newer
    root.retire({before})
    assert [file.name for file in tmp_path.iterdir()] == ["root.key"]
    with pytest.raises(BadKey, match="put its backup back"):
        root.open("norfolk", before, wrapped)


def test_a_renewal_killed_half_way_goes_on(tmp_path: Path) -> None:
    root = FileRoot.kept_in(tmp_path)
    (tmp_path / "root.old.key").hardlink_to(tmp_path / "root.key")
    before = root.name
    FileRoot(tmp_path).renew()
    after = FileRoot(tmp_path)
    assert after.name != before
    after.renew()
    assert FileRoot(tmp_path).name == after.name


def test_it_is_never_printed(tmp_path: Path) -> None:
    root = FileRoot.kept_in(tmp_path)
    secret = (tmp_path / "root.key").read_bytes()
    assert secret.hex() not in repr(root)
    assert str(secret) not in repr(vars(root))
