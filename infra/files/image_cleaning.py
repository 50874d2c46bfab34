"""Pictures encoded again: only the picture is kept, without location, camera or hidden data."""

from __future__ import annotations

import io
from threading import BoundedSemaphore

from PIL import Image, ImageOps

from infra.files.jpeg_scans import has_too_many_scans, is_in_one_scan
from services.files import BadImage, NotKept

Image.MAX_IMAGE_PIXELS = 200_000_000  # as the largest cameras of phones take
# Pixels, by format and whether a decoder keeps them all at once: such a picture may have fewer.
_MOST = {
    ("JPEG", False): 200_000_000,
    ("JPEG", True): 50_000_000,
    ("PNG", False): 25_000_000,
}
_OF_SIXTEEN_BITS = 1 / 257
_KEPT_SIDE, _READ_SIDE = 4000, 3000  # dots: the longest of a large picture that is kept, and read
_MOST_KEPT = 12_500_000  # no picture up to this is made smaller unasked
_ONE_AT_A_TIME = BoundedSemaphore(1)  # a small file can unpack to a hundred megabytes
_PLACES = BoundedSemaphore(4)  # one at work, three that wait: other threads are left for pages
_FORMATS = ("PNG", "JPEG")


def saved_again(image: bytes, longest: int = 0) -> bytes:
    """The same picture without its metadata, upright, no side longer than ``longest`` dots.

    0 leaves its size as it is.

    Raises ``BadImage``, and ``NotKept`` where too many wait already.
    """
    if not _PLACES.acquire(blocking=False):
        raise NotKept
    try:
        with _ONE_AT_A_TIME, Image.open(io.BytesIO(image), formats=_FORMATS) as opened:
            return _copied(opened, longest, image)
    except BadImage:
        raise
    except Exception as error:  # a hostile picture breaks a decoder in ways nobody can list
        raise BadImage from error
    finally:
        _PLACES.release()


def _copied(opened: Image.Image, longest: int, image: bytes) -> bytes:
    form = "PNG" if opened.format == "PNG" else "JPEG"  # phones put several JPEG into one, as MPO
    side = _prepared(opened, form, longest, image)
    plain = _plain(opened, form)
    if side:
        plain.thumbnail((side, side))  # never larger than it was
    plain = ImageOps.exif_transpose(plain)
    if plain.mode == "RGBA":  # what nobody can see may still be read
        nothing = Image.new("RGBA", plain.size)
        visible = plain.getchannel("A").point(lambda alpha: 255 if alpha else 0)
        plain = Image.composite(plain, nothing, visible)
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    written = io.BytesIO()
    bare.save(
        written, format=form, **({"quality": 88} if form == "JPEG" else {"compress_level": 1})
    )
    return written.getvalue()


def _prepared(opened: Image.Image, form: str, longest: int, image: bytes) -> int:
    """The longest side to keep, 0 for all of it. Has a large photo read at a part of its size.

    Raises ``BadImage`` where it would take too much memory or time.
    """
    width, height = opened.size  # told by the header, before anything is unpacked
    is_jpeg = form == "JPEG"
    is_kept_whole = is_jpeg and bool(opened.info.get("progressive") or not is_in_one_scan(image))
    if width * height > _MOST[(form, is_kept_whole)] or (is_jpeg and has_too_many_scans(image)):
        raise BadImage
    if width * height <= _MOST_KEPT:
        return longest
    side = max(width, height)
    opened.draft("RGB", (width * _READ_SIDE // side, height * _READ_SIDE // side))
    return longest or _KEPT_SIDE


def _plain(opened: Image.Image, form: str) -> Image.Image:
    """In eight bits a colour. Scanners write sixteen, of which only the lowest would stay."""
    if opened.mode.startswith("I"):
        opened = opened.point(lambda value: value * _OF_SIXTEEN_BITS).convert("L")
    mode = "RGB" if form == "JPEG" or opened.mode == "RGB" else "RGBA"
    return opened if opened.mode == mode else opened.convert(mode)
