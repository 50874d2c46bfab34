"""The Merkle tree of RFC 9162 section 2.1: its roots and proofs, from hashes kept in tiles.

A tile holds up to 256 hashes of one level, and each hash of the level above it in the tiles is the
root of 256 of them, as in C2SP tlog-tiles. So few tiles need be read, at any size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

SIZE, WIDTH, HEIGHT = 32, 256, 8
EMPTY = sha256(b"").digest()
# Level and number of a tile to its hashes, one after another.
Tile = Callable[[int, int], bytes]
Subtree = tuple[int, int]


def node(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node (RFC 9162 section 2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


def joined(subtrees: Sequence[bytes]) -> bytes:
    """The root over complete subtrees, each smaller than the one before it."""
    if not subtrees:
        return EMPTY
    root = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        root = node(left, root)
    return root


def cover(start: int, end: int) -> Iterator[Subtree]:
    """The fewest complete subtrees over leaves ``start`` to ``end``: their heights and indexes."""
    while start < end:
        height = (end - start).bit_length() - 1
        if start:
            height = min(height, (start & -start).bit_length() - 1)
        yield height, start >> height
        start += 1 << height


class Tree:
    """Answers about any size that the tiles cover, with a logarithmic number of hashes."""

    def __init__(self, tile: Tile) -> None:
        self._tile = tile

    def root(self, size: int) -> bytes:
        return self._over(0, size)

    def subtrees(self, start: int, end: int) -> list[bytes]:
        """The hashes of ``cover``: what a verifier of a part needs of the rest."""
        return [self._complete(*each) for each in cover(start, end)]

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """That leaf ``index`` is in the tree of this size (RFC 9162 section 2.1.3.1)."""
        return [self._over(*each) for each in _path(index, 0, size)]

    def consistency(self, old: int, new: int) -> list[bytes]:
        """That the old tree is the start of the new (RFC 9162 section 2.1.4.1)."""
        return [self._over(*each) for each in _subproof(old, 0, new, old_is_known=True)]

    def _over(self, start: int, end: int) -> bytes:
        return joined(self.subtrees(start, end))

    def _complete(self, height: int, index: int) -> bytes:
        level, above = divmod(height, HEIGHT)
        first = index << above
        number, at = divmod(first, WIDTH)
        held = self._tile(level, number)
        found = held[at * SIZE : (at + (1 << above)) * SIZE]
        if len(found) != SIZE << above:
            raise LookupError(f"tile {number} of level {level} is not as long as it should be")
        return reduced(found)


def reduced(hashes: bytes) -> bytes:
    """The root of a complete subtree, from the hashes of one of its levels."""
    return reduced_to([hashes[at : at + SIZE] for at in range(0, len(hashes), SIZE)])


def reduced_to(level: Sequence[bytes]) -> bytes:
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=True)
        level = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
    return level[0]


def grown(tile: Tile, size: int, leaves: Sequence[bytes]) -> dict[tuple[int, int], bytes]:
    """The tiles that are new or longer once these leaves follow the first ``size``."""
    changed: dict[tuple[int, int], bytes] = {}
    level, number, new = 0, size, list(leaves)
    while new:
        number, at = divmod(number, WIDTH)
        held = tile(level, number)[: at * SIZE] if at else b""
        whole = held + b"".join(new)
        pieces = [whole[i : i + WIDTH * SIZE] for i in range(0, len(whole), WIDTH * SIZE)]
        changed |= {(level, number + i): piece for i, piece in enumerate(pieces)}
        new = [reduced(piece) for piece in pieces if len(piece) == WIDTH * SIZE]
        level += 1
    return changed


def _half(count: int) -> int:
    """The largest power of two that is smaller than ``count``."""
    return 1 << (count - 1).bit_length() - 1


def _path(index: int, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= 1:
        return []
    middle = start + _half(end - start)
    if index < middle:
        return [*_path(index, start, middle), (middle, end)]
    return [*_path(index, middle, end), (start, middle)]


def _subproof(old: int, start: int, end: int, *, old_is_known: bool) -> list[tuple[int, int]]:
    if old == end:
        return [] if old_is_known else [(start, end)]
    middle = start + _half(end - start)
    if old <= middle:
        return [*_subproof(old, start, middle, old_is_known=old_is_known), (middle, end)]
    return [*_subproof(old, middle, end, old_is_known=False), (start, middle)]
