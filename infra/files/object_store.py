"""Stores of encrypted objects. Each object is named by its digest, so none is overwritten."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

_BRIEFLY = Config(connect_timeout=3, read_timeout=20, retries={"max_attempts": 2})
_GONE = frozenset({"NoSuchKey", "404"})


class StoreUnavailable(Exception):  # noqa: N818 - told to the person who attaches a file
    """The bytes could not be written or read. The message says why."""


class ObjectStore(Protocol):
    def put(self, name: str, sealed: bytes) -> None:
        """Stores the bytes durably. It may be repeated. Raises ``StoreUnavailable``."""
        ...

    def get(self, name: str) -> bytes | None:
        """The bytes, or None if there are none. Raises ``StoreUnavailable``."""
        ...

    def delete(self, name: str) -> None:
        """Deletes the object. It may be repeated. Raises ``StoreUnavailable``."""
        ...


class FolderStore:
    """A folder that only the service may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, sealed: bytes) -> None:
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, sealed)
        except OSError as error:
            raise StoreUnavailable(f"{path} cannot be written: {error.strerror}") from error

    def get(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnavailable(f"{name} cannot be read: {error.strerror}") from error

    def delete(self, name: str) -> None:
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise StoreUnavailable(f"{name} cannot be deleted: {error.strerror}") from error


class BucketStore:
    """An S3 bucket. We encrypt the objects; the bucket encrypts them a second time."""

    def __init__(self, bucket: str, client: Any = None) -> None:
        self.bucket, self._client = bucket, client

    @property
    def client(self) -> Any:
        if self._client is None:
            self._client = boto3.client("s3", config=_BRIEFLY)
        return self._client

    def how(self) -> dict[str, Any]:
        """Further arguments of S3 for each object that is stored."""
        return {}

    def put(self, name: str, sealed: bytes) -> None:
        try:
            self.client.put_object(
                Bucket=self.bucket,
                Key=name,
                Body=sealed,
                ChecksumAlgorithm="SHA256",
                ContentType="application/octet-stream",
                **self.how(),
            )
        except (BotoCoreError, ClientError) as error:
            raise StoreUnavailable(f"{self.bucket} cannot be written to: {error}") from error

    def get(self, name: str) -> bytes | None:
        try:
            found = self.client.get_object(Bucket=self.bucket, Key=name)
            return bytes(found["Body"].read())
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in _GONE:
                return None
            raise StoreUnavailable(f"{self.bucket} cannot be read: {error}") from error
        except BotoCoreError as error:
            raise StoreUnavailable(f"{self.bucket} cannot be read: {error}") from error

    def delete(self, name: str) -> None:
        try:
            self.client.delete_object(Bucket=self.bucket, Key=name)
        except (BotoCoreError, ClientError) as error:
            raise StoreUnavailable(f"{self.bucket} cannot be deleted from: {error}") from error


def _write(path: Path, sealed: bytes) -> None:
    """Writes the whole file or nothing, and waits until it is on the disk."""
    handle, written = tempfile.mkstemp(dir=path.parent, prefix=".coming-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        Path(written).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(written).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
