"""Checkpoints reach a place of somebody else's, or it is said that they do not.

S3 is moto's, in this process. Where moto is known to be easier than S3: it takes expired presigned
addresses and wrong secrets, lets COMPLIANCE retention be shortened, and asks for no checksum with
a retention. So that Object Lock really keeps is shown by the contract suite against another S3.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from infra.proof.copy_stores import BucketCopies, CannotCopy
from infra.proof.folder_copies import FolderCopies
from infra.proof.maintenance import SIGN_WITHIN, LogMaintenance
from infra.proof.offsite_copies import compare, copies_of, copy_out
from infra.proof.transparency_log import LogBroken, TransparencyLog
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record


@pytest.fixture
def log(tmp_path: Path) -> TransparencyLog:
    made = log_of(SQLiteStore(tmp_path / "partnerships"))
    for count in (3, 4):
        record(made, count)
        made.advance(at_once=True)
    return made


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "eu-west-2" if "REGION" in name else "testing")
    with mock_aws():
        client = boto3.client("s3")
        client.create_bucket(
            Bucket="seals",
            ObjectLockEnabledForBucket=True,
            CreateBucketConfiguration={"LocationConstraint": "eu-west-2"},
        )
        yield client


def test_a_folder_holds_a_file_a_checkpoint_that_nobody_may_write(
    log: TransparencyLog, tmp_path: Path
) -> None:
    copies = FolderCopies(tmp_path / "elsewhere")
    copy_out(log, copies)
    copy_out(log, copies)
    files = sorted((tmp_path / "elsewhere" / "norfolk").iterdir())
    assert [file.read_text() for file in files] == [str(each.note) for each in log.checkpoints(9)][
        ::-1
    ]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o444}
    assert list(copies.kept("norfolk")) == [file.read_text() for file in files]
    assert log.uncopied(copies.name, 9) == []
    assert len(log.uncopied("somewhere else", 9)) == 2


def test_what_cannot_be_written_is_said_until_it_can(log: TransparencyLog, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    copies = FolderCopies(tmp_path / "taken")
    with pytest.raises(CannotCopy, match="cannot be written to"):
        copy_out(log, copies)
    assert log.troubles() == [("copies", log.state().copy_trouble)]
    (tmp_path / "taken").unlink()
    copy_out(log, copies)
    assert log.troubles() == []


def test_a_bucket_keeps_them_under_object_lock(log: TransparencyLog, s3: Any) -> None:
    copies = copies_of("s3://seals/earshot/")
    assert isinstance(copies, BucketCopies)
    copy_out(log, copies)
    assert list(copies.kept("norfolk")) == [str(each.note) for each in log.checkpoints(9)][::-1]
    listed = s3.list_objects_v2(Bucket="seals")["Contents"]
    assert all(each["Key"].startswith("earshot/norfolk/2") for each in listed)
    head = s3.head_object(Bucket="seals", Key=listed[0]["Key"])
    assert head["ObjectLockMode"] == "COMPLIANCE"
    assert head["ObjectLockRetainUntilDate"] > datetime.now(UTC) + timedelta(days=3600)


def test_a_bucket_that_is_not_there_is_said(log: TransparencyLog, s3: Any) -> None:
    copies = copies_of("s3://nowhere")
    assert copies is not None
    with pytest.raises(CannotCopy, match="s3://nowhere/ cannot be written to"):
        copy_out(log, copies)
    with pytest.raises(CannotCopy, match="cannot be read"):
        list(copies.kept("norfolk"))


def test_no_setting_is_no_place(tmp_path: Path) -> None:
    assert copies_of("") is None
    assert isinstance(copies_of(str(tmp_path)), FolderCopies)


def test_the_keeper_signs_in_time_copies_out_and_checks(store: Store, tmp_path: Path) -> None:
    log, now = log_of(store), [0.0]
    keeper = LogMaintenance(lambda _: log, FolderCopies(tmp_path / "elsewhere"), lambda: now[0])
    keeper.look(["norfolk"])
    record(log, 5)
    keeper.moved("norfolk")
    now[0] += SIGN_WITHIN - 1
    keeper.look(["norfolk"])
    assert log.newest() is None
    now[0] += 1.5
    keeper.look(["norfolk"])
    assert log.sizes(0, 99) == [5]
    record(log, 1, "report.published")
    keeper.moved("norfolk")
    assert log.sizes(0, 99) == [5, 6]
    now[0] += 10
    keeper.look(["norfolk"])
    assert log.state().held
    assert len(list((tmp_path / "elsewhere" / "norfolk").iterdir())) == 2


def test_what_waits_from_before_it_began_is_signed_for_at_once(store: Store) -> None:
    log = log_of(store)
    record(log, 5)
    log.advance()
    LogMaintenance(lambda _: log).moved("norfolk")
    assert log.sizes(0, 99) == [5]


def test_a_place_that_fails_does_not_keep_it_from_signing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    log, now = log_of(store), [0.0]
    keeper = LogMaintenance(lambda _: log, FolderCopies(tmp_path / "taken"), lambda: now[0])
    record(log, 1, "decision.made")
    keeper.moved("norfolk")
    assert log.sizes(0, 99) == [1]
    assert log.state().copy_trouble
    (tmp_path / "taken").unlink()
    now[0] += 31
    keeper.look(["norfolk"])
    assert log.state().copy_trouble == ""


def test_one_log_that_cannot_be_kept_keeps_no_other_waiting(store: Store) -> None:
    def logs(slug: str) -> TransparencyLog:
        if slug == "norfolk" and not mended:
            raise LookupError("its key is not there")
        return log_of(store, slug)

    mended: list[bool] = []
    now = [0.0]
    keeper = LogMaintenance(logs, None, lambda: now[0])
    for slug in ("norfolk", "suffolk"):
        record(log_of(store, slug), 1, "decision.made")
        keeper.moved(slug)
    keeper.look(["norfolk", "suffolk"])
    assert log_of(store, "suffolk").sizes(0, 9) == [1]
    mended.append(True)
    now[0] += 6
    keeper.look(["norfolk", "suffolk"])
    assert log_of(store, "norfolk").sizes(0, 9) == [1]


def test_a_copy_shows_that_all_was_rewritten_and_signed_anew(
    log: TransparencyLog, tmp_path: Path
) -> None:
    copies = FolderCopies(tmp_path / "elsewhere")
    copy_out(log, copies)
    assert compare(log, copies) == 2
    for name, count in (("same", 7), ("shorter", 5)):
        anew = log_of(SQLiteStore(tmp_path / name))
        record(anew, count)
        anew.advance(at_once=True)
        with pytest.raises(LogBroken, match=r"is not the one that .* has the checkpoint of"):
            compare(anew, copies)
