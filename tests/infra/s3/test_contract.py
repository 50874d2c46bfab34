"""S3 keeps what Earshot relies on: asked of moto here, of a real one by ``make s3-real``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infra.files.locked import RETENTION, LockedBucketStore
from infra.files.object_store import StoreUnavailable
from infra.proof.copy_stores import BucketCopies, CannotCopy
from infra.proof.offsite_copies import compare, copy_out
from infra.storage.sqlite.store import SQLiteStore
from tests.infra.proof.logs import log_of, record
from tests.infra.s3.endpoint import Endpoint, endpoint
from tests.infra.s3.promises import BROKEN, PROMISES, Promise, refused


@pytest.fixture
def s3() -> Iterator[Endpoint]:
    with endpoint() as found:
        yield found


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_promise_is_kept_or_known_to_be_broken(s3: Endpoint, promise: Promise) -> None:
    assert promise(s3) is (promise not in BROKEN.get(s3.kind, frozenset()))


def test_checkpoints_are_copied_once_and_nobody_takes_them_away(
    s3: Endpoint, tmp_path: Path
) -> None:
    log, client, bucket = log_of(SQLiteStore(tmp_path)), s3.client(), s3.bucket()
    copies = BucketCopies(bucket, "earshot", client)
    for count in (3, 4):
        record(log, count)
        log.advance(at_once=True)
        copy_out(log, copies)
    copies.keep("norfolk", log.checkpoints(9)[0])  # again, as after a crash
    assert list(copies.kept("norfolk")) == [str(each.note) for each in log.checkpoints(9)][::-1]
    assert compare(log, copies) == 2
    for each in client.list_object_versions(Bucket=bucket)["Versions"]:
        at = {"Bucket": bucket, "Key": each["Key"], "VersionId": each["VersionId"]}
        assert refused(lambda at=at: client.delete_object(**at), "AccessDenied")  # type: ignore[misc]


def test_an_edition_is_locked_for_ten_years_and_nobody_of_ours_takes_it_away(
    s3: Endpoint,
) -> None:
    client, bucket = s3.client(), s3.bucket()
    store = LockedBucketStore(bucket, client)
    store.put("norfolk/digest", b"an edition")
    store.put("norfolk/digest", b"an edition")  # again, as after a crash
    store.delete("norfolk/digest")
    kept = client.list_object_versions(Bucket=bucket)["Versions"]
    assert len(kept) == 2
    for each in kept:
        at = {"Bucket": bucket, "Key": each["Key"], "VersionId": each["VersionId"]}
        found = client.get_object(**at)
        assert found["Body"].read() == b"an edition"
        assert found["ObjectLockMode"] == "GOVERNANCE"
        until = found["ObjectLockRetainUntilDate"]
        assert until > datetime.now(UTC) + RETENTION - timedelta(minutes=5)
        assert refused(lambda at=at: client.delete_object(**at), "AccessDenied")  # type: ignore[misc]
    with pytest.raises(StoreUnavailable, match="cannot be written to"):
        LockedBucketStore("earshot-nowhere", client).put("a", b"b")


def test_a_bucket_that_is_not_there_is_said(s3: Endpoint, tmp_path: Path) -> None:
    log = log_of(SQLiteStore(tmp_path))
    record(log, 1)
    log.advance(at_once=True)
    copies = BucketCopies("earshot-nowhere", "", s3.client())
    with pytest.raises(CannotCopy, match="cannot be written to"):
        copy_out(log, copies)
    with pytest.raises(CannotCopy, match="cannot be read"):
        list(copies.kept("norfolk"))
