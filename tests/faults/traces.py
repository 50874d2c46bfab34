"""Looks for words in every file below a folder, byte by byte, however they may be written."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus


def spellings(word: str) -> set[bytes]:
    """The ways in which a file, a log line, a dump or an address may have it."""
    plain = word.encode()
    found = {plain, word.lower().encode(), word.upper().encode(), word.encode("utf-16-le")}
    found |= {quote(word).encode(), quote_plus(word).encode()}
    found |= {"-".join(word.split()).encode(), ", ".join(word.split()).encode()}
    found |= {"\n".join(word.split()).encode(), '", "'.join(word.split()).encode()}
    found |= {plain.hex().encode(), plain.hex().upper().encode()}
    return found | set(_base64(plain))


def traces(places: Iterable[Path], words: Iterable[str]) -> list[tuple[str, str]]:
    """Which word lies in which file; a place may be a file or a folder."""
    looked_for = {word: spellings(word) for word in words}
    found = []
    for file in _files(places):
        held = file.read_bytes()
        for word, ways in looked_for.items():
            if any(way in held for way in ways):
                found.append((word, file.name))
    return found


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for tenant in places:
        yield from (each for each in tenant.rglob("*") if each.is_file())
        if tenant.is_file():
            yield tenant


def _base64(plain: bytes) -> Iterator[bytes]:
    """At each of the three places at which it may begin, without the letters it shares."""
    for before in range(3):
        whole = b64encode(b"\0" * before + plain)
        start, end = (before * 8 + 5) // 6, (before + len(plain)) * 8 // 6
        yield whole[start:end]
