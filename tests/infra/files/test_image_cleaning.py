"""Pictures are saved again: the picture stays, everything else goes."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from threading import BoundedSemaphore

import pytest
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


def _png_header(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (head, data, b"IEND")
    )


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
