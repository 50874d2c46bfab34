"""The envelope in a stored fact, which holds its sealed words, and the key that it names."""

from __future__ import annotations

import msgspec

from infra.keys.envelope import BadCiphertext, key_id


class _Named(msgspec.Struct):
    sealed: bytes = b""


_named = msgspec.json.Decoder(_Named).decode


def envelope_in(state: bytes) -> bytes:
    """The envelope in a stored fact; empty where it has none."""
    return _named(state).sealed


def key_named_in(state: bytes) -> bytes:
    """The id of the key of a stored fact; empty where it has none, or is not as it was written."""
    try:
        return key_id(envelope_in(state))
    except (msgspec.MsgspecError, BadCiphertext):
        return b""
