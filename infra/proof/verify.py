#!/usr/bin/env python3
"""Checks a bundle or a small proof of Earshot, with nothing but Python's standard library.

    python3 -I verify.py bundle.jsonl [--previous old.checkpoint] [--key KEYLINE] [--history]

Ends with 0 only where all holds under your key: leaf hashes, Merkle root (RFC 9162), the signed
checkpoint (C2SP, Ed25519 of RFC 8032), versions, the clock, and growth from what you kept. Without
your key it ends with 3, as anybody can make a file with one. docs/proof.md has the formats.
"""

# ruff: noqa: T201, N818, UP017 - it speaks to the person who runs it, and runs on Python 3.9

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import datetime, timezone
from hashlib import sha256, sha512
from json.encoder import encode_basestring as quoted
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO, NamedTuple, NoReturn
from uuid import UUID

PLACE, MOMENT, YEAR_2000 = Struct(">cq16sqi"), Struct(">q"), 946_684_800_000_000
P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, BASE_Y = -121665 * pow(121666, P - 2, P) % P, 4 * pow(5, P - 2, P) % P
Point = tuple[int, int, int, int]
GAPS = """SELECT n FROM (SELECT n, version, lag(version) OVER (PARTITION BY stream ORDER BY n)
    AS before FROM seen) WHERE version != coalesce(before + 1, CASE WHEN ? THEN 1 ELSE version END)
    ORDER BY n LIMIT 1"""
UNPROVED = """Not proved, by this or any such proof:
  that a fact is true; that something was never told; what came after the checkpoint;
  the hour by a clock of somebody else's (only the order)."""
REWRITTEN = """You kept no older checkpoint: a record rewritten as a whole, and signed again by
somebody with the key, looks like this too. Keep this one, out of everybody's reach."""


class Broken(Exception):
    """Something does not hold; says what, and where."""


def refuse(said: str) -> NoReturn:
    raise Broken(said.strip())


# Ed25519, RFC 8032 section 5.1: only what checking a signature needs.
def added(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(count: int, point: Point) -> Point:
    found = (0, 1, 1, 0)
    while count:
        if count & 1:
            found = added(found, point)
        point, count = added(point, point), count >> 1
    return found


def point_of(raw: bytes) -> Point | None:
    number = int.from_bytes(raw, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (not x and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def is_signed(public: bytes, text: bytes, signature: bytes) -> bool:
    key, half = point_of(public), point_of(signature[:32])
    scalar, base = int.from_bytes(signature[32:], "little"), point_of(BASE_Y.to_bytes(32, "little"))
    if len(signature) != 64 or scalar >= Q or not (key and half and base):
        return False
    hashed = int.from_bytes(sha512(signature[:32] + public + text).digest(), "little") % Q
    left, right = times(scalar, base), added(half, times(hashed, key))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def raw_of(held: str) -> bytes:
    raw = b64decode(held, validate=True)
    return raw if b64encode(raw).decode() == held else refuse("Some base64 is not as it should be.")


class Key(NamedTuple):
    """A verifier key of C2SP."""

    line: str
    name: str
    id: bytes
    public: bytes

    @classmethod
    def read(cls, line: str) -> Key:
        name, id, held = line.split("+", 2)
        raw = raw_of(held)
        found = sha256(name.encode() + b"\n" + raw).digest()[:4]
        point = point_of(raw[1:]) if len(raw) == 33 else None
        # With a key of small order, of which eight are nothing, anybody can sign anything.
        usable = point is not None and times(8, point)[0] % P != 0
        if raw[:1] != b"\x01" or found.hex() != id or not usable:
            refuse("This is no verifier key, or not the one that its id speaks of.")
        return cls(line, name, found, raw[1:])


class Checkpoint:
    """A checkpoint of C2SP whose signature verifies. Raises ``Broken``."""

    def __init__(self, note: str, key: Key) -> None:
        text, _, below = note.rpartition("\n\n")
        text, marks = text + "\n", [each.split(" ") for each in below.split("\n") if each]
        raws = [raw_of(mark[2]) for mark in marks if mark[:2] == ["\u2014", key.name]]
        ours = (raw[4:] for raw in raws if raw[:4] == key.id)
        if not any(is_signed(key.public, text.encode(), raw) for raw in ours):
            refuse(f"The checkpoint was not signed with the key of {key.name}.")
        origin, size, root, chain, time, _ = text.split("\n")
        if origin != key.name or str(int(size)) != size:
            refuse(f"This is no checkpoint of {key.name}.")
        self.size, self.root, self.time = int(size), raw_of(root), time[5:]
        self.chain = raw_of(chain[6:])

    def __str__(self) -> str:
        return f"the checkpoint of {self.time[:16].replace('T', ' ')} UTC ({self.size:,} facts)"


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Edge:
    """The complete subtrees at the right edge of a tree (RFC 9162 section 2.1) that grows."""

    def __init__(self, size: int, subtrees: list[bytes]) -> None:
        self.size, self.subtrees = size, subtrees
        if len(subtrees) != bin(size).count("1"):
            refuse("The hashes before the first fact are not as many as they should be.")

    def add(self, height: int, root: bytes) -> None:
        rest, subtrees = self.size >> height, self.subtrees
        while rest & 1:
            root = node(subtrees.pop(), root)
            rest >>= 1
        subtrees.append(root)
        self.size += 1 << height

    def root(self) -> bytes:
        found = self.subtrees[-1] if self.subtrees else sha256(b"").digest()
        for left in self.subtrees[-2::-1]:
            found = node(left, found)
        return found


def heights(start: int, end: int) -> Iterator[int]:
    """Of the fewest complete subtrees from ``start`` to ``end``."""
    while start < end:
        height = (end - start).bit_length() - 1
        height = min(height, (start & -start).bit_length() - 1) if start else height
        yield height
        start += 1 << height


def rooted(index: int, size: int, leaf: bytes, path: list[str]) -> bytes:
    """The root that an inclusion proof gives (RFC 9162 section 2.1.3.1)."""
    if (size <= 1) != (not path) or not 0 <= index < size:
        refuse("A proof is longer or shorter than it should be.")
    if not path:
        return leaf
    half, other = 1 << (size - 1).bit_length() - 1, raw_of(path[-1])
    if index < half:
        return node(rooted(index, half, leaf, path[:-1]), other)
    return node(other, rooted(index - half, size - half, leaf, path[:-1]))


def parsed(line: bytes, n: int, good: str = "") -> tuple[Any, bytes, bytes]:
    """A fact, its leaf hash and its stream; it must be written as facts are, to the byte."""
    text = line.decode()
    fact = json.loads(text)
    name = "state" if "state" in fact else "state64"
    path = ',"path":[{}]'.format(",".join(map(quoted, fact["path"]))) if "path" in fact else ""
    if bool(n) == ("path" in fact):
        refuse(f"Fact {n or fact['n']} is not written as facts are here. {good}")
    n, topic, at, stream = n or fact["n"], fact["topic"], fact["at"], UUID(fact["id"])
    if text != (
        f'{{"n":{fact["n"]:d},"id":"{stream}","version":{fact["version"]:d},"topic":'
        f'{quoted(topic)},"at":{at:d},"{name}":{quoted(fact[name])},"leaf":"{fact["leaf"]}"{path}}}\n'
    ):
        refuse(f"Fact {n} is not written as facts are. {good}")
    if fact["n"] != n:
        refuse(f"Fact {n} is missing: fact {fact['n']} stands in its place. {good}")
    state = fact["state"].encode() if name == "state" else raw_of(fact["state64"])
    kind = topic.encode()
    place = PLACE.pack(b"\x00", n, stream.bytes, fact["version"], len(kind))
    leaf = sha256(place + kind + MOMENT.pack(at - YEAR_2000) + state).digest()
    if fact["leaf"] != b64encode(leaf).decode():
        refuse(f"Fact {n} ({topic}) is not as it was written. {good}")
    return fact, leaf, stream.bytes


class Verifier:
    """Reads a file line by line. Raises ``Broken`` at the first thing that does not hold."""

    def __init__(self, lines: BinaryIO, previous: str, key: str, history: bool) -> None:
        self.lines, self.history, self.decisions = lines, history, 0
        first = lines.readline()
        head = json.loads(first)
        if line_of(head) != first or key not in ("", head["key"]):
            refuse("The head of the file is not as it should be, or its key is not yours.")
        if not re.fullmatch("[a-z0-9-]+", head["partnership"]):
            refuse("This is no name of a partnership.")
        if not head["key"].startswith(f"earshot/{head['partnership']}+"):
            refuse("The key is of another partnership.")
        self.head, self.key = head, Key.read(head["key"])
        self.last = Checkpoint(head["checkpoint"], self.key)
        self.old = Checkpoint(previous, self.key) if previous else None
        self.grew, self.good = self.old is None, ""
        if self.old and self.old.size > self.last.size:
            refuse(f"You kept {self.old}; this file has {self.last}: facts were taken away.")

    def proof(self) -> str:
        count = 0
        for line in self.lines:
            fact, leaf, _ = parsed(line, 0)
            if rooted(fact["n"] - 1, self.last.size, leaf, fact["path"]) != self.last.root:
                refuse(f"Fact {fact['n']} is not in the record that {self.last} speaks for.")
            count += 1
            self.tell(fact)
        self.remember(self.last.size, self.last.root)
        if not count:
            refuse("There is no fact in this proof.")
        return f"facts as they were written when {self.last} was signed, {count} of them"

    def bundle(self) -> str:
        start, end = self.head["from"], self.head["to"]
        if type(start) is not int or type(end) is not int or not 1 <= start <= end:
            refuse("The file does not say which facts it holds.")
        n, at = start - 1, 0
        edge, whole, seen = Edge(n, list(map(raw_of, self.head["left"]))), not n, []
        chain = sha256(b"earshot lane\x00" + self.head["partnership"].encode()).digest()
        streams = sqlite3.connect("")  # a file of its own, gone at the end
        streams.execute("CREATE TABLE seen (n INTEGER PRIMARY KEY, stream BLOB, version INTEGER)")
        self.remember(n, edge.root())
        for line in self.lines:
            if line.startswith(b'{"checkpoint"'):
                self.meet(line, edge, chain if whole else b"")
                continue
            n += 1
            fact, leaf, stream = parsed(line, n, self.good)
            if fact["at"] < at:
                refuse(f"Fact {n} was recorded before the one in front of it. {self.good}")
            at, chain = fact["at"], sha256(chain + leaf).digest()
            edge.add(0, leaf)
            if self.old and n == self.old.size:
                self.remember(n, edge.root())
            seen.append((n, stream, fact["version"]))
            if len(seen) == 10_000:
                streams.executemany("INSERT INTO seen VALUES (?, ?, ?)", seen)
                seen.clear()
            self.tell(fact)
        streams.executemany("INSERT INTO seen VALUES (?, ?, ?)", seen)
        self.close(n, edge, chain if whole and n == self.last.size else self.last.chain)
        for gap in streams.execute(GAPS, (whole,)):
            refuse(f"Fact {gap[0]} does not follow the version of its stream before it.")
        return f"facts {self.head['from']} to {n} are as they were when {self.last} was signed"

    def meet(self, line: bytes, edge: Edge, chain: bytes) -> None:
        note = json.loads(line)["checkpoint"]
        found = Checkpoint(note, self.key)
        fits = found.root == edge.root() and found.chain == (chain or found.chain)
        if line != line_of({"checkpoint": note}) or found.size != edge.size or not fits:
            refuse(f"Among the facts before {found}, one is not as it was. {self.good}")
        self.good = f"Up to {found} all is as it was."

    def close(self, n: int, edge: Edge, chain: bytes) -> None:
        rest = list(heights(n, self.last.size))
        if n != self.head["to"] or n > self.last.size or len(rest) != len(self.head["right"]):
            refuse(f"The file ends at fact {n}, and should at {self.head['to']}. {self.good}")
        for height, held in zip(rest, self.head["right"]):  # noqa: B905 - Python 3.9 has no strict
            edge.add(height, raw_of(held))
        if edge.root() != self.last.root or chain != self.last.chain:
            refuse(f"These facts are not those that {self.last} speaks for. {self.good}")
        self.remember(edge.size, edge.root())
        if not self.grew:
            refuse(f"This part does not reach {self.old}, which you kept: ask for all of it.")

    def remember(self, size: int, root: bytes) -> None:
        if self.old and size == self.old.size:
            self.grew = True
            if root != self.old.root:
                refuse(
                    f"The record did not grow from {self.old}, which you kept: it was rewritten."
                )

    def tell(self, fact: Any) -> None:
        if fact["topic"].startswith("decision."):
            self.decisions += 1
            if self.history:
                on = datetime.fromtimestamp(fact["at"] // 1_000_000, timezone.utc)
                told = json.loads(fact.get("state", "{}"))
                words = "; ".join(f"{k}: {v}" for k, v in told.items() if v and isinstance(v, str))
                what = fact["topic"][9:].replace("_", " ")
                when = f"{fact['n']:>8}  {on:%Y-%m-%d %H:%M} UTC  {fact['id'][:8]}"
                print(shown(f"{when}  {what}: {words}"))


def shown(said: str) -> str:
    """Without what would move a terminal's cursor, or hide something."""
    return "".join(each if each.isprintable() or each == "\n" else "?" for each in said)


def line_of(held: Any) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def checked(lines: BinaryIO, previous: str = "", key: str = "", history: bool = False) -> str:
    """What was proved, in words. Raises ``Broken``, whatever is wrong with the file."""
    try:
        it = Verifier(lines, previous, key.strip(), history)
        kinds = {"earshot-bundle/v1": it.bundle, "earshot-proof/v1": it.proof}
        proved = [f"All holds for {it.key.name}: {kinds[it.head['format']]()}."]
    except Broken:
        raise
    except Exception as error:
        raise Broken(f"The file is not written as Earshot writes them ({error!r}).") from None
    if it.old and not it.grew:
        raise Broken("A small proof cannot show that the record grew from what you kept.")
    proved += [f"It grew from {it.old}, which you kept."] if it.old else [REWRITTEN]
    proved += [] if key else [f"Its key came with it. Compare it, then give it: {it.key.line}"]
    return "\n".join([*proved, f"Decisions in it: {it.decisions} facts.", UNPROVED])


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks a bundle or a small proof of Earshot.")
    parser.add_argument("file")
    parser.add_argument("--previous", help="a checkpoint that you kept, a file")
    parser.add_argument("--key", help="the verifier key, as you got it elsewhere", default="")
    parser.add_argument("--history", help="print the decisions, fact by fact", action="store_true")
    asked = parser.parse_args()
    try:
        kept = Path(asked.previous).read_text(encoding="utf-8") if asked.previous else ""
        with open(asked.file, "rb") as lines:
            print(shown(checked(lines, kept, asked.key, asked.history)))
        sys.exit(0 if asked.key.strip() else 3)
    except (Broken, OSError, UnicodeError) as error:
        sys.exit(f"It does NOT hold. {shown(str(error))}")


if __name__ == "__main__":
    main()
