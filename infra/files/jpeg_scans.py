"""How a JPEG is stored, read from its markers alone: what a decoder would need for it is not small.

A decoder that reads a large photo at a part of its size needs little memory only where one scan
holds all colours. Otherwise it keeps every coefficient, as for a progressive one, and each scan
goes over all of them again.
"""

from __future__ import annotations

_START_OF_SCAN, _ALONE = 0xDA, frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
MOST_SCANS = 100  # those that cameras and programs write have about ten; previews add a few


def has_too_many_scans(jpeg: bytes) -> bool:
    """Whether somebody made it to keep a processor busy. Packed pixels never hold the marker."""
    return jpeg.count(b"\xff\xda") > MOST_SCANS


def is_in_one_scan(jpeg: bytes) -> bool:
    """Whether its first scan holds every colour of the frame. False where that can't be read."""
    at, colours = 2, 0
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        kind = jpeg[at + 1]
        if kind == 0xFF or kind in _ALONE:
            at += 1 if kind == 0xFF else 2
            continue
        if kind in _FRAMES:
            colours = jpeg[at + 9]
        if kind == _START_OF_SCAN:
            return jpeg[at + 4] == colours
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return False
