"""The root in AWS KMS, against moto in this process.

What moto does not do as AWS does, so that a green run proves nothing of it: it decrypts with a
disabled key, and with one whose deletion is pending; it checks no key policy; it never throttles.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto import mock_aws

from infra.keys.kms_root import KmsRoot
from infra.keys.root_key import BadKey
from infra.keys.rotation import rotate
from infra.keys.sqlite_tables import SQLiteTables
from infra.keys.store import SERVICE, KeyStore

REGION = "eu-west-2"


@pytest.fixture
def kms(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        yield boto3.client("kms", region_name=REGION)


def made(kms: object) -> str:
    return str(kms.create_key()["KeyMetadata"]["KeyId"])  # type: ignore[attr-defined]


def test_a_key_opens_for_its_partnership_alone(kms: object) -> None:
    root = KmsRoot(REGION, made(kms))
    key, wrapped = root.new_key("norfolk")
    assert len(key) == 32
    assert key not in wrapped
    assert root.open("norfolk", root.name, wrapped) == key
    with pytest.raises(BadKey, match="refuses decrypt"):
        root.open("surrey", root.name, wrapped)


def test_a_key_that_is_not_there_is_told_in_words(kms: object) -> None:
    with pytest.raises(BadKey, match="AWS KMS refuses"):
        KmsRoot(REGION, "alias/none").new_key("norfolk")


def test_where_kms_cannot_be_reached_what_is_known_goes_on(
    kms: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, made(kms)))
    keys.create("norfolk")
    ring = keys.of("norfolk")
    key = ring.fresh()

    def away(*given: object, **named: object) -> object:
        raise OSError("AWS KMS cannot be reached")

    monkeypatch.setattr(KmsRoot, "_asked", away)
    monkeypatch.setattr("infra.keys.partnership_keys._OLDEST_SECONDS", 0.0)
    more = [ring.fresh() for _ in range(300)]
    assert len({each.id for each in (key, *more)}) == 301
    keys.close()


def test_rotation_moves_to_the_key_in_the_settings_and_asks_for_the_end_of_the_old(
    kms: object, tmp_path: Path
) -> None:
    before, after = made(kms), made(kms)
    keys = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, before))
    for whose in ("norfolk", SERVICE):
        keys.create(whose)
    key, secret = keys.of("norfolk").fresh(), keys.of(SERVICE).secret("sessions")
    keys.close()
    renewed = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, after, [before]))
    retired = rotate(renewed, ["norfolk", SERVICE], lambda moved: None)
    assert {name.rpartition("/")[2] for name in retired} == {before}
    described = kms.describe_key(KeyId=before)["KeyMetadata"]  # type: ignore[attr-defined]
    assert described["KeyState"] == "PendingDeletion"
    assert kms.describe_key(KeyId=after)["KeyMetadata"]["KeyState"] == "Enabled"  # type: ignore[attr-defined]
    again = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, after))
    assert again.of("norfolk").key(key.id) == key
    assert again.of(SERVICE).secret("sessions") == secret
    for store in (renewed, again):
        store.close()


def test_a_key_that_only_the_database_names_opens_nothing(kms: object, tmp_path: Path) -> None:
    """Somebody who can write to the database makes a key of their own, and names it there."""
    theirs, ours = made(kms), made(kms)
    keys = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, theirs))
    keys.create("norfolk")
    key = keys.of("norfolk").fresh()
    keys.close()
    settings = KmsRoot(REGION, ours)
    again = KeyStore(SQLiteTables(tmp_path), settings)
    with pytest.raises(BadKey, match="not in the settings"):
        again.of("norfolk").key(key.id)
    again.close()


def test_a_rotation_to_the_same_key_is_refused_as_it_would_protect_nothing(
    kms: object, tmp_path: Path
) -> None:
    keys = KeyStore(SQLiteTables(tmp_path), KmsRoot(REGION, made(kms)))
    for whose in ("norfolk", SERVICE):
        keys.create(whose)
        keys.of(whose).fresh()
    with pytest.raises(BadKey, match="still names the key"):
        rotate(keys, ["norfolk", SERVICE], lambda moved: None)
    keys.close()
