"""Which S3 the contract is asked of: moto in this process, or the one that a setting names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import boto3
from botocore.config import Config
from moto import mock_aws

URL, KEY, SECRET, KIND = (f"EARSHOT_TEST_S3{each}" for each in ("", "_KEY", "_SECRET", "_KIND"))
_PLAINLY = Config(
    signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 1}
)


@dataclass(frozen=True)
class Endpoint:
    """``kind`` is whose it is: moto, radosgw, or another."""

    kind: str
    url: str | None
    key: str
    secret: str

    def client(self, secret: str = "") -> Any:
        """A client with the right secret, or with another."""
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name="us-east-1",
            config=_PLAINLY,
            aws_access_key_id=self.key,
            aws_secret_access_key=secret or self.secret,
        )

    def bucket(self, *, locks: bool = True) -> str:
        """The name of a new bucket: what lies under a lock can't be cleared away."""
        name = f"earshot-{uuid4().hex}"
        self.client().create_bucket(Bucket=name, ObjectLockEnabledForBucket=locks)
        return name


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """moto, unless ``EARSHOT_TEST_S3`` names an address, with its key and secret beside it."""
    if url := os.environ.get(URL):
        kind = os.environ.get(KIND, "another")
        yield Endpoint(kind, url, os.environ[KEY], os.environ[SECRET])
        return
    with mock_aws():
        yield Endpoint("moto", None, "testing", "testing")
