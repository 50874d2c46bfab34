"""The tree is RFC 9162's: by the published vectors, by another's implementation, at every size."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from infra.proof.merkle_check import is_grown, is_included
from infra.proof.merkle_frontier import Frontier
from infra.proof.merkle_tree import EMPTY, WIDTH, Tree, cover, joined, node
from tests.infra.proof.growing import Kept, leaf, numbered

# The test vectors of RFC 6962's reference implementation.
LEAVES = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    bytes.fromhex(each)
    for each in (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )
]
PROOFS = [
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (0, 1, []),
]
GROWTHS = [
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
    (1, 1, []),
]
EVERY = 130
KEPT = Kept(numbered(EVERY))
OTHER = bytes(32)


def naive(leaves: list[bytes]) -> bytes:
    """The root as section 2.1.1 defines it."""
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(naive(leaves[:half]), naive(leaves[half:]))


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == Kept().tree.root(0) == sha256(b"").digest()


def test_the_published_roots_are_ours() -> None:
    frontier, kept = Frontier(), Kept(map(leaf, LEAVES))
    for size, (data, root) in enumerate(zip(LEAVES, ROOTS, strict=True), 1):
        frontier.append(leaf(data))
        assert frontier.root() == kept.tree.root(size) == root


@pytest.mark.parametrize(("index", "size", "path"), PROOFS)
def test_the_published_proofs_are_ours(index: int, size: int, path: list[str]) -> None:
    proof = Kept(map(leaf, LEAVES)).tree.inclusion(index, size)
    assert [each.hex() for each in proof] == path
    assert is_included(index, size, leaf(LEAVES[index]), proof, ROOTS[size - 1])


@pytest.mark.parametrize(("old", "new", "path"), GROWTHS)
def test_the_published_consistency_proofs_are_ours(old: int, new: int, path: list[str]) -> None:
    proof = Kept(map(leaf, LEAVES)).tree.consistency(old, new)
    assert [each.hex() for each in proof] == path
    assert is_grown(old, new, proof, ROOTS[old - 1], ROOTS[new - 1])


@pytest.mark.parametrize("size", range(1, EVERY + 1))
def test_every_inclusion_is_proved_and_nothing_else(size: int) -> None:
    tree, leaves, root = KEPT.tree, numbered(size), KEPT.tree.root(size)
    assert root == naive(leaves)
    for index in range(size):
        path = tree.inclusion(index, size)
        assert is_included(index, size, leaves[index], path, root)
        for bad in broken(path):
            assert not is_included(index, size, leaves[index], bad, root)
        assert not is_included(index, size, OTHER, path, root)
        assert not is_included(index, size, leaves[index], path, OTHER)
        for elsewhere in {index - 1, index + 1, -1, size} - {index}:
            assert not is_included(elsewhere, size, leaves[index], path, root)


@pytest.mark.parametrize("new", range(1, EVERY + 1))
def test_every_growth_is_proved_and_nothing_else(new: int) -> None:
    tree, root = KEPT.tree, KEPT.tree.root(new)
    for old in range(1, new + 1):
        path, before = tree.consistency(old, new), tree.root(old)
        assert is_grown(old, new, path, before, root)
        for bad in broken(path):
            assert not is_grown(old, new, bad, before, root)
        assert not is_grown(old, new, path, OTHER, root)
        assert not is_grown(old, new, path, before, OTHER)
        assert not is_grown(old - 1, new, path, before, root)
        assert not is_grown(new + 1, new, path, before, root)


def broken(path: list[bytes]) -> list[list[bytes]]:
    """One hash more, one less, one changed, two the other way round."""
    found = [[*path, OTHER], [OTHER, *path]]
    if path:
        found += [path[:-1], path[1:], [OTHER, *path[1:]]]
    return found + ([[path[1], path[0], *path[2:]]] if len(path) > 1 else [])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 700), min_size=1, max_size=5), st.data())
def test_however_it_grows_it_is_the_same_tree(steps: list[int], data: st.DataObject) -> None:
    leaves, kept = numbered(sum(steps)), Kept()
    for step in steps:
        kept.grow(leaves[kept.size : kept.size + step])
    assert kept.tiles == Kept(leaves).tiles
    size = data.draw(st.integers(1, len(leaves)))
    old, index = data.draw(st.integers(1, size)), data.draw(st.integers(0, size - 1))
    root = kept.tree.root(size)
    assert root == naive(leaves[:size])
    assert is_included(index, size, leaves[index], kept.tree.inclusion(index, size), root)
    assert is_grown(old, size, kept.tree.consistency(old, size), naive(leaves[:old]), root)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900))
def test_a_part_and_what_covers_the_rest_give_the_root(a: int, b: int, c: int) -> None:
    start, end, size = sorted((a, b, c))
    leaves = numbered(size)
    tree = Kept(leaves).tree
    edge = Frontier(start, tree.subtrees(0, start))
    for each in leaves[start:end]:
        edge.append(each)
    for (height, _), root in zip(cover(end, size), tree.subtrees(end, size), strict=True):
        edge.add(height, root)
    assert edge.root() == joined(tree.subtrees(0, size)) == tree.root(size)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 900), max_size=4))
def test_many_leaves_at_once_are_the_same_as_one_by_one(steps: list[int]) -> None:
    leaves, one, many = numbered(sum(steps)), Frontier(), Frontier()
    for step in steps:
        many.extend(leaves[many.size : many.size + step])
    for each in leaves:
        one.append(each)
    assert (many.size, many.subtrees) == (one.size, one.subtrees)


def test_a_subtree_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="height 1 fits after 1"):
        Frontier(1, [OTHER]).add(1, OTHER)
    with pytest.raises(ValueError, match="has 2 subtrees"):
        Frontier(3, [OTHER])


def test_a_tile_that_was_cut_is_noticed() -> None:
    tree = Tree(lambda level, number: b"")
    with pytest.raises(LookupError, match="not as long"):
        tree.root(3)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 255, 256, 257, WIDTH * 5 + 77])
def test_anothers_tree_gives_the_same_roots_and_proofs(size: int) -> None:
    oracle = InmemoryTree(algorithm="sha256")
    entries = [number.to_bytes(4, "big") for number in range(size)]
    for entry in entries:
        oracle.append_entry(entry)
    kept = Kept(map(leaf, entries))
    for old in {1, size // 2 or 1, max(1, size - 1), size}:
        assert kept.tree.root(old) == oracle.get_root(old)
        theirs = oracle.prove_inclusion(old, size)
        ours = kept.tree.inclusion(old - 1, size)
        assert [bytes.fromhex(each) for each in theirs.serialize()["path"]][1:] == ours
        assert is_grown(
            old, size, kept.tree.consistency(old, size), oracle.get_root(old), oracle.get_root(size)
        )
