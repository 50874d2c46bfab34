"""Copies of checkpoints that the operator cannot alter: in a folder, or in a locked S3 bucket."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from infra.proof.checkpoint import Checkpoint
from infra.proof.copy_stores import BUCKET, BucketCopies, CannotCopy, Copies
from infra.proof.folder_copies import FolderCopies
from infra.proof.restored_record import is_set_aside, restores
from infra.proof.transparency_log import LogBroken, TransparencyLog, described

_AT_ONCE = 200


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
    acts = restores(log.recorder, log.key)
    with log.tree() as tree:
        for written in copies.kept(log.slug):
            kept = Checkpoint.read(written, log.key)
            if is_set_aside(kept, acts):
                continue
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


def copies_of(setting: str) -> Copies | None:
    """The place that the setting names: empty, a folder, or s3://bucket/prefix."""
    if setting.startswith(BUCKET):
        parts = urlsplit(setting)
        return BucketCopies(parts.netloc, parts.path)
    return FolderCopies(Path(setting)) if setting else None
