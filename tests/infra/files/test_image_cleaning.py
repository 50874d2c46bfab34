"""Pictures are saved again: the picture stays, everything else goes."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from threading import BoundedSemaphore

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from infra.files import image_cleaning as images
from infra.files.image_cleaning import saved_again
from services.files import BadImage, NotKept


def jpeg_with_a_place() -> bytes:
    exif = Image.Exif()
    exif[0x0110] = "QUILLCAMERA"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(written, format="JPEG", exif=exif, comment=b"QUILLSAID")
    return written.getvalue()


def png_with_words() -> bytes:
    words = PngInfo()
    words.add_text("Comment", "QUILLWORD")
    written = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(written, format="PNG", pnginfo=words)
    return written.getvalue() + b"QUILLTAIL"


_KINDS = {0: 1, 2: 3, 4: 2, 6: 4}  # colours of a PNG: grey, RGB, both with alpha
_WITH_ALPHA = (4, 6)


def _png_header(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""
    return _png(width, height, bytes(1000))


def _png(width: int, height: int, pixels: bytes, kind: int = 2, bits: int = 8) -> bytes:
    row = len(pixels) // height
    lines = b"".join(b"\0" + pixels[n * row : (n + 1) * row] for n in range(min(height, 4)))
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    data = b"IDAT" + zlib.compress(lines)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (head, data, b"IEND")
    )


@pytest.mark.parametrize("image", [jpeg_with_a_place(), png_with_words()], ids=["jpeg", "png"])
def test_where_when_and_by_what_it_was_taken_is_gone(image: bytes) -> None:
    assert b"QUILL" in image
    anew = saved_again(image)
    assert b"QUILL" not in anew
    opened = Image.open(io.BytesIO(anew))
    assert not opened.getexif()
    assert opened.info.get("Comment") is None


def test_a_picture_that_lay_on_its_side_stands_upright() -> None:
    assert Image.open(io.BytesIO(saved_again(jpeg_with_a_place()))).size == (20, 40)


def test_a_picture_that_would_unpack_to_more_than_anybody_needs_is_refused() -> None:
    with pytest.raises(BadImage):
        saved_again(_png_header(50_000, 50_000))
    with pytest.raises(BadImage):
        saved_again(_png_header(6_000, 6_000))


@pytest.mark.parametrize(
    "image", [b"", b"\x89PNG\r\n\x1a\n", jpeg_with_a_place()[:200], b"GIF89a" + bytes(50)]
)
def test_what_is_no_whole_picture_is_refused(image: bytes) -> None:
    with pytest.raises(BadImage):
        saved_again(image)


def test_few_pictures_wait_so_that_a_flood_of_them_stops_no_other_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    image = jpeg_with_a_place()
    monkeypatch.setattr(images, "_PLACES", BoundedSemaphore(1))
    with images._PLACES, pytest.raises(NotKept):
        saved_again(image)
    for broken in (b"", image):  # whatever becomes of one, its place is free again
        with suppress(BadImage):
            saved_again(broken)
    assert saved_again(image)


def test_a_large_picture_is_made_smaller_and_a_small_one_never_larger() -> None:
    def size(width: int, height: int, longest: int) -> tuple[int, int]:
        written = io.BytesIO()
        Image.new("RGB", (width, height), "navy").save(written, format="JPEG")
        return Image.open(io.BytesIO(saved_again(written.getvalue(), longest))).size

    assert size(3000, 1500, 2000) == (2000, 1000)
    assert size(600, 2400, 2000) == (500, 2000)
    assert size(300, 200, 2000) == (300, 200)
    assert size(3000, 1500, 0) == (3000, 1500)


@pytest.mark.parametrize(
    ("size", "progressive", "kept"),
    [
        ((4160, 3120), False, (4000, 3000)),
        ((6120, 8160), True, (3000, 4000)),
        ((12000, 9000), False, (3000, 2250)),
    ],
)
def test_a_photo_of_any_phone_is_made_smaller(
    size: tuple[int, int], progressive: bool, kept: tuple[int, int]
) -> None:
    """From 13 megapixels, as cheap phones take, to 108; the same way leads to 200."""
    written = io.BytesIO()
    Image.new("L", size, 90).save(written, "JPEG", progressive=progressive)
    assert Image.open(io.BytesIO(saved_again(written.getvalue()))).size == kept


def test_several_pictures_in_one_become_the_first() -> None:
    """Phones put a small one, or one for each eye, behind the photo (MPO)."""
    written, other = io.BytesIO(), Image.new("RGB", (80, 60), "red")
    Image.new("RGB", (80, 60), "navy").save(written, "MPO", save_all=True, append_images=[other])
    alone = Image.open(io.BytesIO(saved_again(written.getvalue())))
    assert (alone.format, alone.size) == ("JPEG", (80, 60))
    assert alone.getpixel((5, 5)) == pytest.approx((0, 0, 128), abs=3)


@given(st.integers(0, 65_535), st.sampled_from(list(_KINDS)))
def test_sixteen_bits_of_a_scanner_are_as_dark_in_eight(value: int, kind: int) -> None:
    colours = _KINDS[kind]
    pixels = struct.pack(">H", value) * (colours - (kind in _WITH_ALPHA))
    pixels += b"\xff\xff" * (kind in _WITH_ALPHA)
    cleaned = Image.open(io.BytesIO(saved_again(_png(4, 4, pixels * 16, kind, bits=16))))
    assert cleaned.convert("L").getpixel((1, 1)) == pytest.approx(value / 257, abs=1)


def test_what_lies_under_transparent_pixels_is_gone() -> None:
    hidden = Image.new("RGBA", (4, 4), (200, 30, 40, 0))
    hidden.putpixel((0, 0), (1, 2, 3, 255))
    hidden.putpixel((1, 0), (9, 9, 9, 128))
    written = io.BytesIO()
    hidden.save(written, "PNG")
    cleaned = Image.open(io.BytesIO(saved_again(written.getvalue())))
    assert cleaned.getpixel((3, 3)) == (0, 0, 0, 0)
    assert cleaned.getpixel((0, 0)) == (1, 2, 3, 255)
    assert cleaned.getpixel((1, 0)) == (9, 9, 9, 128)
