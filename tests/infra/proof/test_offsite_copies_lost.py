"""Copies that were taken away, written over or put in the way are noticed, and written again."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from infra.proof.copy_stores import BucketCopies, CannotCopy
from infra.proof.folder_copies import FolderCopies
from infra.proof.offsite_copies import compare, copy_out
from infra.proof.transparency_log import TransparencyLog
from tests.infra.command import Earshot
from tests.infra.proof.test_offsite_copies import log, s3

__all__ = ["log", "s3"]


@pytest.fixture
def copies(log: TransparencyLog, tmp_path: Path) -> FolderCopies:
    made = FolderCopies(tmp_path / "elsewhere")
    copy_out(log, made)
    return made


def files(copies: FolderCopies) -> list[Path]:
    return sorted((copies.folder / "norfolk").iterdir())


@pytest.mark.parametrize("gone", [1, 2])
def test_copies_that_were_taken_away_are_said_and_written_again(
    log: TransparencyLog, copies: FolderCopies, gone: int
) -> None:
    before = [file.read_text() for file in files(copies)]
    for file in files(copies)[:gone]:
        file.unlink()
    with pytest.raises(CannotCopy, match=f"{gone} of the copies .* were taken away.* again"):
        compare(log, copies)
    assert [file.read_text() for file in files(copies)] == before
    assert compare(log, copies) == 2


def test_a_folder_that_was_taken_away_is_said_too(
    log: TransparencyLog, copies: FolderCopies
) -> None:
    for file in files(copies):
        file.unlink()
    (copies.folder / "norfolk").rmdir()
    with pytest.raises(CannotCopy, match="were taken away"):
        compare(log, copies)
    assert len(files(copies)) == 2


def test_what_no_place_was_given_yet_is_not_called_taken_away(
    log: TransparencyLog, tmp_path: Path
) -> None:
    assert compare(log, FolderCopies(tmp_path / "new")) == 0
    assert len(log.uncopied(str(tmp_path / "new"), 9)) == 2


def test_the_command_says_so_and_ends_with_an_error(tmp_path: Path) -> None:
    earshot = Earshot(tmp_path, {"EARSHOT_COPIES": str(tmp_path / "elsewhere")})
    assert earshot.run("join", "norfolk", "--name", "Norfolk").code == 0
    assert earshot.run("checkpoint", "norfolk").code == 0
    [file] = (tmp_path / "elsewhere" / "norfolk").iterdir()
    assert "and 1 copies out of reach" in earshot.run("verify", "norfolk").out
    file.unlink()
    assert "were taken away" in earshot.run("verify", "norfolk").refusal
    assert "and 1 copies out of reach" in earshot.run("verify", "norfolk").out


def test_a_disk_that_was_full_leaves_nothing_in_the_way(
    log: TransparencyLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    copies = FolderCopies(tmp_path / "elsewhere")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(CannotCopy, match="No space left"):
            copy_out(log, copies)
    assert files(copies) == []
    copy_out(log, copies)
    assert len(files(copies)) == 2


def test_what_a_killed_process_left_is_not_in_the_way(log: TransparencyLog, tmp_path: Path) -> None:
    copies, first = FolderCopies(tmp_path / "elsewhere"), log.checkpoints(2)[1]
    left = tmp_path / "elsewhere" / "norfolk" / f".{first.file_name}.{os.getpid()}"
    left.parent.mkdir(parents=True)
    left.write_text("half of one")
    left.chmod(0o444)
    copy_out(log, copies)
    assert not left.exists()
    assert compare(log, copies) == 2


def test_a_file_of_that_name_with_something_else_in_it_is_no_copy(
    log: TransparencyLog, tmp_path: Path
) -> None:
    copies, first = FolderCopies(tmp_path / "elsewhere"), log.checkpoints(2)[1]
    taken = tmp_path / "elsewhere" / "norfolk" / first.file_name
    taken.parent.mkdir(parents=True)
    taken.write_text("something else")
    with pytest.raises(CannotCopy, match="holds something else"):
        copy_out(log, copies)
    assert len(log.uncopied(copies.name, 9)) == 2
    assert "something else" in log.state().copy_trouble
    assert taken.read_text() == "something else"


def test_whoever_writes_over_a_locked_copy_shadows_nothing(log: TransparencyLog, s3: Any) -> None:
    copies = BucketCopies("seals", "earshot", s3)
    copy_out(log, copies)
    copies.keep("norfolk", log.checkpoints(1)[0])  # again, as after a crash
    assert compare(log, copies) == 2
    key = f"earshot/norfolk/{log.checkpoints(1)[0].file_name}"
    s3.put_object(Bucket="seals", Key=key, Body=str(log.checkpoints(2)[1].note).encode())
    with pytest.raises(CannotCopy, match=r"written over: .*checkpoint"):
        compare(log, copies)


def test_a_copy_that_was_marked_as_deleted_is_still_read(log: TransparencyLog, s3: Any) -> None:
    copies = BucketCopies("seals", "earshot", s3)
    copy_out(log, copies)
    key = f"earshot/norfolk/{log.checkpoints(1)[0].file_name}"
    s3.delete_object(Bucket="seals", Key=key)
    assert compare(log, copies) == 2
