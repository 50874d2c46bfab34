"""Evidence is kept sealed, in a folder or a bucket, and what is missing or altered is said.

S3 is moto's, in this process.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import boto3
import pytest
from moto import mock_aws

from events.assurance.audit_tool import Criterion, Standard
from events.fact import Provenance
from infra.files import BucketStore, FolderStore, ObjectStore, object_store_of
from infra.files.encrypted_files import EncryptedFiles
from infra.settings import load
from infra.storage.encryption import FieldCipher
from services.assurance.audit import AuditService
from services.assurance.audit_return import AuditReturnService
from services.assurance.audit_tool import AuditToolService
from services.files import EvidenceGone, NotKept
from services.ledger import Ledger
from tests.keys import mapper_for

CONTENT = b"%PDF-1.7\nQUILLWORD\n%%EOF\n"
OF = {"agency": "Police", "standard": "s1"}


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[BucketStore]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        boto3.client("s3").create_bucket(Bucket="evidence")
        yield BucketStore("evidence")


@pytest.fixture(params=["folder", "bucket"])
def object_store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    if request.param == "folder":
        return FolderStore(tmp_path / "evidence")
    found: ObjectStore = request.getfixturevalue("bucket")
    return found


@pytest.fixture
def sealing(ledger: Ledger, tmp_path: Path) -> FieldCipher:
    recorder = ledger._given[0]
    found: FieldCipher = mapper_for(recorder, tmp_path / "keys").sealing  # type: ignore[arg-type, assignment]
    return found


@pytest.fixture
def evidence(sealing: FieldCipher, object_store: ObjectStore) -> EncryptedFiles:
    return EncryptedFiles("norfolk", sealing, object_store)


@pytest.fixture
def returns(ledger: Ledger, evidence: EncryptedFiles) -> AuditReturnService:
    return AuditReturnService(ledger, evidence)


def provenance(key: str = "") -> Provenance:
    return Provenance("a tester", "a test", None, key or uuid4().hex)


@pytest.fixture
def audit(ledger: Ledger) -> UUID:
    tool, audit = uuid4(), uuid4()
    asked = (Standard("s1", "Children are asked", (Criterion("Each child"),)),)
    AuditToolService(ledger).publish(tool, provenance(), title="Listening", standards=asked)
    AuditService(ledger).begin(
        audit, provenance(), kind="Section 11", title="S11", agencies=("Police",), tool=tool
    )
    return audit


Attach = Callable[..., list[object]]


@pytest.fixture
def attached(returns: AuditReturnService, audit: UUID) -> UUID:
    returns.attach(audit, provenance(), **OF, name="a.pdf", content=CONTENT)
    return returns.id_of(audit, "Police")


def digest_of(returns: AuditReturnService, stream: UUID) -> str:
    return str(returns.ledger.facts(stream)[-1].digest)


def test_what_is_kept_comes_back_and_lies_sealed(
    returns: AuditReturnService, attached: UUID, object_store: ObjectStore, evidence: EncryptedFiles
) -> None:
    digest = digest_of(returns, attached)
    lying = object_store.get(f"norfolk/{attached.hex}/{digest}")
    assert lying is not None
    assert b"QUILLWORD" not in lying
    assert evidence.fetch(attached, digest) == CONTENT


def test_the_same_file_twice_changes_nothing(
    returns: AuditReturnService, attached: UUID, audit: UUID
) -> None:
    before = len(returns.ledger.facts(attached))
    assert returns.attach(audit, provenance(), **OF, name="a.pdf", content=CONTENT) == []
    assert len(returns.ledger.facts(attached)) == before


def test_a_file_without_its_fact_is_found_by_nobody(
    returns: AuditReturnService, attached: UUID, evidence: EncryptedFiles
) -> None:
    """As after a kill between the two: what lies there is named by nothing."""
    known = returns.ledger.facts(attached)
    evidence.keep(attached, b"%PDF-1.7\nanother\n%%EOF\n")
    assert returns.ledger.facts(attached) == known


def test_a_missing_and_an_altered_file_are_said(
    returns: AuditReturnService, attached: UUID, object_store: ObjectStore, evidence: EncryptedFiles
) -> None:
    with pytest.raises(EvidenceGone, match="missing"):
        evidence.fetch(attached, "0" * 64)
    digest = digest_of(returns, attached)
    name = f"norfolk/{attached.hex}/{digest}"
    lying = object_store.get(name)
    assert lying is not None
    object_store.put(name, lying[:-1] + bytes([lying[-1] ^ 1]))
    with pytest.raises(EvidenceGone, match="altered"):
        evidence.fetch(attached, digest)


def test_it_is_forgotten_with_the_key_of_its_return(
    returns: AuditReturnService, attached: UUID, sealing: FieldCipher, evidence: EncryptedFiles
) -> None:
    sealing.forget([attached])
    with pytest.raises(EvidenceGone, match="forgotten"):
        evidence.fetch(attached, digest_of(returns, attached))


def test_nothing_is_kept_for_a_stream_that_has_no_key(evidence: EncryptedFiles) -> None:
    with pytest.raises(NotKept):
        evidence.keep(uuid4(), CONTENT)


def test_where_nothing_can_be_kept_nothing_is_recorded(
    ledger: Ledger, sealing: FieldCipher, audit: UUID, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    for object_store in (None, FolderStore(tmp_path / "blocked"), BucketStore("no-such-bucket")):
        returns = AuditReturnService(ledger, EncryptedFiles("norfolk", sealing, object_store))
        with mock_aws(), pytest.raises(NotKept):
            returns.attach(audit, provenance(), **OF, name="a.pdf", content=CONTENT)
        topics = [fact.TOPIC for fact in ledger.facts(returns.id_of(audit, "Police"))]
        assert "audit_return.evidence_attached" not in topics


def test_a_folder_is_for_the_service_alone(tmp_path: Path) -> None:
    FolderStore(tmp_path / "evidence").put("norfolk/a/b", b"sealed")
    kept = tmp_path / "evidence" / "norfolk" / "a" / "b"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [each.name for each in kept.parent.iterdir()] == ["b"]


def test_the_settings_choose_the_bucket_or_the_folder() -> None:
    assert isinstance(object_store_of(load({})), FolderStore)
    chosen = object_store_of(load({"EARSHOT_EVIDENCE_BUCKET": "norfolk-evidence"}))
    assert isinstance(chosen, BucketStore)
    assert chosen.bucket == "norfolk-evidence"
