"""The right edge of a Merkle tree: all that is needed to add a leaf."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infra.proof.merkle_tree import HEIGHT, WIDTH, joined, node, reduced_to


class Frontier:
    """A tree that only grows, of which only the complete subtrees at its right edge are kept."""

    def __init__(self, size: int = 0, subtrees: Iterable[bytes] = ()) -> None:
        self.size, self.subtrees = size, list(subtrees)
        if len(self.subtrees) != size.bit_count():
            raise ValueError(f"a tree of {size} has {size.bit_count()} subtrees at its edge")

    def append(self, leaf: bytes) -> None:
        self.add(0, leaf)

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Appends many leaves. It hashes whole tiles at once, which is faster."""
        start = min(-self.size % WIDTH, len(leaves))
        whole = (len(leaves) - start) // WIDTH * WIDTH + start
        for leaf in leaves[:start]:
            self.append(leaf)
        for at in range(start, whole, WIDTH):
            self.add(HEIGHT, reduced_to(leaves[at : at + WIDTH]))
        for leaf in leaves[whole:]:
            self.append(leaf)

    def add(self, height: int, root: bytes) -> None:
        """Appends a complete subtree. Raises ``ValueError`` where none of its height fits."""
        if self.size & ((1 << height) - 1):
            raise ValueError(f"no subtree of height {height} fits after {self.size} leaves")
        rest, subtrees = self.size >> height, self.subtrees
        while rest & 1:
            root = node(subtrees.pop(), root)
            rest >>= 1
        subtrees.append(root)
        self.size += 1 << height

    def root(self) -> bytes:
        return joined(self.subtrees)
