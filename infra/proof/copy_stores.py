"""Stores that checkpoints are copied to. A bucket must lock its objects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Protocol

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from infra.proof.checkpoint import Checkpoint

BUCKET = "s3://"
RETENTION = timedelta(days=3653)  # ten years; nobody can shorten it, in COMPLIANCE mode

_BRIEFLY = Config(connect_timeout=3, read_timeout=5, retries={"max_attempts": 1})


class CannotCopy(Exception):  # noqa: N818 - shown as trouble, and tried again
    """A checkpoint could not be written out of reach; says where and why."""


class Copies(Protocol):
    """A place that keeps checkpoints; ``name`` is how it is called in settings."""

    name: str

    def keep(self, slug: str, checkpoint: Checkpoint) -> None:
        """Stores a checkpoint durably. It may be repeated. Raises ``CannotCopy``."""
        ...

    def kept(self, slug: str) -> Iterator[str]:
        """The notes that are there, the oldest first. Raises ``CannotCopy``."""
        ...

    def newest(self, slug: str) -> str:
        """The newest note that is there; empty where there is none. Raises ``CannotCopy``."""
        ...


class BucketCopies:
    """An S3 bucket with Object Lock, best in an account of somebody else's."""

    def __init__(self, bucket: str, prefix: str, client: Any = None) -> None:
        self.bucket, self.prefix = bucket, f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self.name = f"{BUCKET}{bucket}/{prefix.strip('/')}"
        self._client = client

    @property
    def client(self) -> Any:
        if self._client is None:
            self._client = boto3.client("s3", config=_BRIEFLY)
        return self._client

    def keep(self, slug: str, checkpoint: Checkpoint) -> None:
        try:
            self.client.put_object(
                Bucket=self.bucket,
                Key=f"{self.prefix}{slug}/{checkpoint.file_name}",
                Body=str(checkpoint.note).encode(),
                ContentType="text/plain; charset=utf-8",
                ChecksumAlgorithm="SHA256",
                ObjectLockMode="COMPLIANCE",
                ObjectLockRetainUntilDate=_until(checkpoint.at),
            )
        except (BotoCoreError, ClientError) as error:
            raise CannotCopy(f"{self.name} cannot be written to: {_why(error)}.") from error

    def kept(self, slug: str) -> Iterator[str]:
        """Reads all versions, as a newer object can hide the locked one."""
        try:
            for key, versions in groupby(self._versions(slug), lambda each: str(each["Key"])):
                notes = {self._note(each) for each in versions}
                if len(notes) > 1:
                    raise CannotCopy(f"In {self.name} a copy was written over: {key}.")
                yield notes.pop().decode(errors="replace")
        except (BotoCoreError, ClientError) as error:
            raise CannotCopy(f"{self.name} cannot be read: {_why(error)}.") from error

    def newest(self, slug: str) -> str:
        try:
            last = max(self._versions(slug), key=lambda each: str(each["Key"]), default=None)
            return self._note(last).decode(errors="replace") if last else ""
        except (BotoCoreError, ClientError) as error:
            raise CannotCopy(f"{self.name} cannot be read: {_why(error)}.") from error

    def _versions(self, slug: str) -> Iterator[dict[str, Any]]:
        pages = self.client.get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=self.bucket, Prefix=f"{self.prefix}{slug}/"):
            yield from page.get("Versions", [])

    def _note(self, version: dict[str, Any]) -> bytes:
        at = {"Key": version["Key"], "VersionId": version["VersionId"]}
        return bytes(self.client.get_object(Bucket=self.bucket, **at)["Body"].read())


def _until(at: datetime) -> datetime:
    return at + RETENTION


def _why(error: Exception) -> str:
    said = getattr(error, "response", {}).get("Error", {}).get("Message") or str(error)
    return " ".join(str(said).split()).rstrip(".")
