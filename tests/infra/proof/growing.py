"""A log kept in memory, to try the tree with."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from infra.proof.merkle_tree import Tree, grown


def leaf(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


class Kept:
    """Tiles in a dictionary, and the tree over them."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.tiles: dict[tuple[int, int], bytes] = {}
        self.size = 0
        self.tree = Tree(lambda level, number: self.tiles[level, number])
        self.grow(list(leaves))

    def grow(self, leaves: list[bytes]) -> None:
        self.tiles |= grown(lambda *place: self.tiles[place], self.size, leaves)
        self.size += len(leaves)


def numbered(count: int) -> list[bytes]:
    return [leaf(number.to_bytes(4, "big")) for number in range(count)]
