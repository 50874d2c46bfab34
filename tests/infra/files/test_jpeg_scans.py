"""A JPEG that is stored so as to cost a decoder much is known by its markers."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from infra.files.image_cleaning import saved_again
from infra.files.jpeg_scans import MOST_SCANS, has_too_many_scans, is_in_one_scan
from services.files import BadImage

SCAN = b"\xff\xda"


def jpeg(*, progressive: bool = False) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(written, "JPEG", progressive=progressive)
    return written.getvalue()


def header(colours: int, in_first_scan: int) -> bytes:
    """A frame of so many colours, of which the first scan holds so many."""
    frame = bytes([8, 0, 48, 0, 64, colours]) + bytes(3 * colours)
    scan = bytes([in_first_scan]) + bytes(2 * in_first_scan + 3)
    parts = [
        marker + (len(body) + 2).to_bytes(2) + body
        for marker, body in ((b"\xff\xe0", b"JFIF"), (b"\xff\xc0", frame), (SCAN, scan))
    ]
    return b"\xff\xd8" + b"".join(parts) + b"packed pixels\xff\xd9"


def test_what_programs_write_is_in_one_scan_or_few() -> None:
    assert is_in_one_scan(jpeg())
    assert not has_too_many_scans(jpeg(progressive=True))


@pytest.mark.parametrize(("colours", "first", "one"), [(3, 3, True), (3, 1, False), (1, 1, True)])
def test_a_scan_for_each_colour_is_seen(colours: int, first: int, one: bool) -> None:
    assert is_in_one_scan(header(colours, first)) is one


@pytest.mark.parametrize("cut", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x02"])
def test_what_is_cut_off_is_in_no_one_scan(cut: bytes) -> None:
    assert not is_in_one_scan(cut)


def test_a_picture_of_very_many_scans_is_refused_before_it_is_read() -> None:
    whole = jpeg(progressive=True)
    last = whole.rindex(SCAN)
    scan, end = whole[last:-2], whole[-2:]
    assert saved_again(whole)
    with pytest.raises(BadImage):
        saved_again(whole[:-2] + scan * (MOST_SCANS + 1) + end)
