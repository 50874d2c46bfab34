"""Copies of checkpoints out of our own reach: in a folder, or in S3 under Object Lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from infra.proof.checkpoint import Checkpoint
from infra.proof.transparency_log import LogBroken, TransparencyLog, described

RETENTION = timedelta(days=3653)  # ten years; nobody can shorten it, in COMPLIANCE mode
_AT_ONCE, _BUCKET = 200, "s3://"
_BRIEFLY = Config(connect_timeout=3, read_timeout=5, retries={"max_attempts": 1})


class CannotCopy(Exception):  # noqa: N818 - shown as trouble, and tried again
    """A checkpoint could not be written out of reach; says where and why."""


class Copies(Protocol):
    """A place that keeps checkpoints; ``name`` is how it is called in settings."""

    name: str

    def keep(self, slug: str, checkpoint: Checkpoint) -> None:
        """Writes it, durable when this returns; again is harmless. Raises ``CannotCopy``."""
        ...

    def kept(self, slug: str) -> Iterator[str]:
        """The notes that are there, the oldest first. Raises ``CannotCopy``."""
        ...


class FolderCopies:
    """A folder on another disk, machine or medium: a file a checkpoint, which nobody may write."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, str(folder)

    def keep(self, slug: str, checkpoint: Checkpoint) -> None:
        home = self.folder / slug
        try:
            home.mkdir(parents=True, exist_ok=True)
            _write(home / checkpoint.file_name, str(checkpoint.note).encode())
        except OSError as error:
            raise CannotCopy(f"{home} cannot be written to: {error.strerror}.") from error

    def kept(self, slug: str) -> Iterator[str]:
        try:
            for file in sorted((self.folder / slug).glob("*.checkpoint")):
                yield file.read_text(encoding="utf-8")
        except OSError as error:
            raise CannotCopy(f"{self.folder} cannot be read: {error.strerror}.") from error


class BucketCopies:
    """An S3 bucket with Object Lock, best in an account of somebody else's."""

    def __init__(self, bucket: str, prefix: str, client: Any = None) -> None:
        self.bucket, self.prefix = bucket, f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self.name = f"{_BUCKET}{bucket}/{prefix.strip('/')}"
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
        """All versions are read: whoever may put an object can shadow the locked one."""
        try:
            for key, versions in groupby(self._versions(slug), lambda each: str(each["Key"])):
                notes = {self._note(each) for each in versions}
                if len(notes) > 1:
                    raise CannotCopy(f"In {self.name} a copy was written over: {key}.")
                yield notes.pop().decode(errors="replace")
        except (BotoCoreError, ClientError) as error:
            raise CannotCopy(f"{self.name} cannot be read: {_why(error)}.") from error

    def _versions(self, slug: str) -> Iterator[dict[str, Any]]:
        pages = self.client.get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=self.bucket, Prefix=f"{self.prefix}{slug}/"):
            yield from page.get("Versions", [])

    def _note(self, version: dict[str, Any]) -> bytes:
        at = {"Key": version["Key"], "VersionId": version["VersionId"]}
        return bytes(self.client.get_object(Bucket=self.bucket, **at)["Body"].read())


def copies_of(setting: str) -> Copies | None:
    """The place that the setting names: empty, a folder, or s3://bucket/prefix."""
    if setting.startswith(_BUCKET):
        parts = urlsplit(setting)
        return BucketCopies(parts.netloc, parts.path)
    return FolderCopies(Path(setting)) if setting else None


def copy_out(log: TransparencyLog, copies: Copies) -> None:
    """Writes what is not there yet. What cannot be written is noted, to be tried again."""
    try:
        while waiting := log.uncopied(copies.name, _AT_ONCE):
            for each in waiting:
                copies.keep(log.slug, each)
                log.copied(each.size, copies.name)
    except CannotCopy as trouble:
        log.note(copy_trouble=str(trouble))
        raise
    if log.state().copy_trouble:
        log.note(copy_trouble="")


def compare(log: TransparencyLog, copies: Copies) -> int:
    """How many copies there are, each of which the log still agrees with.

    Raises ``LogBroken`` where one speaks of another record, or of more than there is, and
    ``CannotCopy`` where some that had been written are gone; they are written again first.
    """
    found, size = list[int](), log.state().size
    with log.tree() as tree:
        for written in copies.kept(log.slug):
            kept = Checkpoint.read(written, log.key)
            if kept.size > size or tree.root(kept.size) != kept.root:
                raise LogBroken(
                    f"The record is not the one that {copies.name} has {described(kept)} of."
                )
            found.append(kept.size)
    if gone := log.lost(copies.name, set(found)):
        copy_out(log, copies)
        raise CannotCopy(
            f"{gone} of the copies of {log.slug} in {copies.name} were taken away. They were "
            "written again: ask who has rights there."
        )
    return len(found)


def _until(at: datetime) -> datetime:
    return at + RETENTION


def _why(error: Exception) -> str:
    said = getattr(error, "response", {}).get("Error", {}).get("Message") or str(error)
    return " ".join(str(said).split()).rstrip(".")


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: written beside, made durable, and linked into place once."""
    if _holds(file, content):
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    _holds(file, content)
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _holds(file: Path, content: bytes) -> bool:
    """Whether it is there. Raises ``CannotCopy`` where it has something else in it."""
    if not file.exists():
        return False
    if file.read_bytes() != content:
        raise CannotCopy(f"{file} holds something else: move it away, and ask who put it there.")
    return True
