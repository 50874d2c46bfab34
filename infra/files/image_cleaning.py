"""Pictures encoded again: only the picture is kept, without location, camera or hidden data."""

from __future__ import annotations

import io
from threading import BoundedSemaphore

from PIL import Image, ImageOps

from services.files import BadImage, NotKept

MOST_PIXELS = 12_500_000
_ONE_AT_A_TIME = BoundedSemaphore(1)  # a small file can unpack to fifty megabytes
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
            return _copied(opened, longest)
    except BadImage:
        raise
    except Exception as error:  # a hostile picture breaks a decoder in ways nobody can list
        raise BadImage from error
    finally:
        _PLACES.release()


def _copied(opened: Image.Image, longest: int) -> bytes:
    width, height = opened.size
    if width * height > MOST_PIXELS:  # told by the header, before anything is unpacked
        raise BadImage
    form = str(opened.format)
    upright = ImageOps.exif_transpose(opened)
    plain = upright.convert("RGB" if form == "JPEG" or upright.mode == "RGB" else "RGBA")
    if plain.mode == "RGBA":  # what nobody can see may still be read
        nothing = Image.new("RGBA", plain.size)
        visible = plain.getchannel("A").point(lambda alpha: 255 if alpha else 0)
        plain = Image.composite(plain, nothing, visible)
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    if longest:
        bare.thumbnail((longest, longest))  # never larger than it was
    written = io.BytesIO()
    bare.save(
        written, format=form, **({"quality": 88} if form == "JPEG" else {"compress_level": 1})
    )
    return written.getvalue()
