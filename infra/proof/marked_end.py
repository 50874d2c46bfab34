"""Whether a log still holds what was signed last, as the place with the keys has it."""

from __future__ import annotations

from infra.keys.signed_mark import SignedMark
from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_tree import Tree
from infra.proof.note_key import BadNote, Key
from infra.proof.restored_record import is_set_aside, restores
from infra.storage.recorder import Recorder


def holds_mark(tree: Tree, size: int, mark: SignedMark, recorder: Recorder, key: Key) -> bool:
    """``size`` is how many facts ``tree`` has. What the record says it lost need not be there.

    A note that is not ours speaks of nothing: the next one that is signed replaces it.
    """
    try:
        marked = Checkpoint.read(mark.known(), key)
    except BadNote:
        return True
    if marked.size <= size and tree.root(marked.size) == marked.root:
        return True
    return is_set_aside(marked, restores(recorder, key))
