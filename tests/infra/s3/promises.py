"""What Earshot relies on S3 to do. Each promise tries it, and answers whether it is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import requests
from botocore.exceptions import ClientError

from tests.infra.s3.endpoint import Endpoint

Promise = Callable[[Endpoint], bool]
_A_DAY, _LINE = timedelta(days=1), b"a checkpoint"


def a_locked_version_cannot_be_deleted(s3: Endpoint) -> bool:
    """Not even with the word that bypasses the weaker kind of lock."""
    bucket, version = _locked(s3)
    at = {"Bucket": bucket, "Key": "it", "VersionId": version}
    client = s3.client()
    return refused(lambda: client.delete_object(**at), "AccessDenied") and refused(
        lambda: client.delete_object(**at, BypassGovernanceRetention=True), "AccessDenied"
    )


def a_lock_cannot_be_shortened(s3: Endpoint) -> bool:
    """By nobody, in COMPLIANCE mode."""
    return refused(lambda: _retain(s3, *_locked(s3), _A_DAY / 2), "AccessDenied")


def a_lock_cannot_be_weakened(s3: Endpoint) -> bool:
    """To the kind that some may bypass."""
    bucket, version = _locked(s3)
    return refused(lambda: _retain(s3, bucket, version, _A_DAY, "GOVERNANCE"), "AccessDenied")


def a_lock_can_be_lengthened(s3: Endpoint) -> bool:
    """Which is how a longer retention reaches what is there."""
    return not refused(lambda: _retain(s3, *_locked(s3), 2 * _A_DAY))


def a_hold_keeps_what_has_no_lock(s3: Endpoint) -> bool:
    """Until it is taken off."""
    client, bucket = s3.client(), s3.bucket()
    version = client.put_object(Bucket=bucket, Key="it", Body=_LINE)["VersionId"]
    at = {"Bucket": bucket, "Key": "it", "VersionId": version}
    client.put_object_legal_hold(**at, LegalHold={"Status": "ON"})
    kept = refused(lambda: client.delete_object(**at), "AccessDenied")
    client.put_object_legal_hold(**at, LegalHold={"Status": "OFF"})
    return kept and not refused(lambda: client.delete_object(**at))


def a_bucket_in_use_takes_a_retention_for_all(s3: Endpoint) -> bool:
    """A default, set later: what is written from then on is locked unasked."""
    client, (bucket, _) = s3.client(), _locked(s3)
    rule = {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 1}}
    given = {"ObjectLockEnabled": "Enabled", "Rule": rule}
    with suppress(ClientError):
        client.put_object_lock_configuration(Bucket=bucket, ObjectLockConfiguration=given)
        client.put_object(Bucket=bucket, Key="another", Body=_LINE)
        head = client.head_object(Bucket=bucket, Key="another")
        return bool(head.get("ObjectLockMode") == "COMPLIANCE")
    return False


def what_is_written_over_is_kept(s3: Endpoint) -> bool:
    """As is what is deleted without naming a version."""
    client, (bucket, version) = s3.client(), _locked(s3)
    client.put_object(Bucket=bucket, Key="it", Body=b"another")
    client.delete_object(Bucket=bucket, Key="it")
    found = client.get_object(Bucket=bucket, Key="it", VersionId=version)
    return bool(found["Body"].read() == _LINE)


def a_presigned_address_opens(s3: Endpoint) -> bool:
    """For anybody who has it."""
    answer = requests.get(_presigned(s3, 60), timeout=10)
    return answer.status_code == 200 and answer.content == _LINE


def a_presigned_address_expires(s3: Endpoint) -> bool:
    """A second after it was made for a second."""
    address = _presigned(s3, 1)
    time.sleep(2.5)
    return requests.get(address, timeout=10).status_code == 403


def an_altered_address_opens_nothing(s3: Endpoint) -> bool:
    """One that was made to last longer than it was signed for."""
    address = _presigned(s3, 60).replace("X-Amz-Expires=60", "X-Amz-Expires=600")
    return requests.get(address, timeout=10).status_code == 403


def a_wrong_secret_is_refused(s3: Endpoint) -> bool:
    """With the right key."""
    wrong = s3.client("not the secret")
    return refused(lambda: wrong.list_buckets(), "SignatureDoesNotMatch")


def nothing_is_written_over_where_that_is_asked(s3: Endpoint) -> bool:
    """``If-None-Match: *``."""
    client, (bucket, _) = s3.client(), _locked(s3)
    again = {"Bucket": bucket, "Key": "it", "Body": b"another", "IfNoneMatch": "*"}
    return refused(lambda: client.put_object(**again), "PreconditionFailed")


PROMISES: tuple[Promise, ...] = (
    a_locked_version_cannot_be_deleted,
    a_lock_cannot_be_shortened,
    a_lock_cannot_be_weakened,
    a_lock_can_be_lengthened,
    a_hold_keeps_what_has_no_lock,
    a_bucket_in_use_takes_a_retention_for_all,
    what_is_written_over_is_kept,
    a_presigned_address_opens,
    a_presigned_address_expires,
    an_altered_address_opens_nothing,
    a_wrong_secret_is_refused,
    nothing_is_written_over_where_that_is_asked,
)
# Where a stand-in is known not to keep a promise. Each is asserted: one that mends is noticed.
BROKEN: dict[str, frozenset[Promise]] = {
    "moto": frozenset(
        {
            a_lock_cannot_be_shortened,
            a_lock_cannot_be_weakened,
            a_bucket_in_use_takes_a_retention_for_all,
            a_presigned_address_expires,
            an_altered_address_opens_nothing,
            a_wrong_secret_is_refused,
        }
    ),
    "radosgw": frozenset({nothing_is_written_over_where_that_is_asked}),
}


def _locked(s3: Endpoint) -> tuple[str, str]:
    """A bucket, and the version of what lies in it under a lock of a day."""
    bucket = s3.bucket()
    put = s3.client().put_object(
        Bucket=bucket,
        Key="it",
        Body=_LINE,
        ObjectLockMode="COMPLIANCE",
        ObjectLockRetainUntilDate=datetime.now(UTC) + _A_DAY,
    )
    return bucket, put["VersionId"]


def _retain(
    s3: Endpoint, bucket: str, version: str, long: timedelta, mode: str = "COMPLIANCE"
) -> None:
    retention = {"Mode": mode, "RetainUntilDate": datetime.now(UTC) + long}
    s3.client().put_object_retention(
        Bucket=bucket, Key="it", VersionId=version, Retention=retention
    )


def _presigned(s3: Endpoint, seconds: int) -> str:
    bucket, _ = _locked(s3)
    given = {"Bucket": bucket, "Key": "it"}
    return str(s3.client().generate_presigned_url("get_object", given, ExpiresIn=seconds))


def refused(ask: Callable[[], object], code: str = "") -> bool:
    """Whether it is refused, and for this reason where one is given."""
    try:
        ask()
    except ClientError as error:
        said = error.response["Error"]["Code"]
        return not code or said == code
    return False
