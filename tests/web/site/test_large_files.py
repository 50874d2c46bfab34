"""A file that is too large is refused beside its field, and what was typed around it stays."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from services.files import LARGEST
from tests.web.page import Page

_PHOTO = b"\xff\xd8\xff"


@pytest.fixture
def receipt(client: FlaskClient) -> str:
    start = Page(client.get("/norfolk/tell"))
    sent = Page(client.post("/norfolk/tell/send", data=start.fields | {"feeling": "sad"}))
    return str(sent.fields["receipt"])


def sent(client: FlaskClient, receipt: str, megabytes: int) -> Page:
    photo = FileStorage(io.BytesIO(_PHOTO + bytes(megabytes << 20)), "IMG_0001.jpg")
    boundary, body = encode_multipart({"receipt": receipt, "picture": photo})
    kind = f"multipart/form-data; boundary={boundary}"
    return Page(client.post("/norfolk/kept/picture", data=body, content_type=kind))


def test_a_photo_of_any_phone_is_refused_beside_the_five_words(
    client: FlaskClient, receipt: str
) -> None:
    for megabytes in (11, 39):
        page = sent(client, receipt, megabytes)
        assert (page.status, page.fields["receipt"]) == (422, receipt)
        assert "Try a smaller one, or send it without." in page.words
        assert page.title.startswith("Error: ")


def test_what_is_larger_still_says_how_to_get_back_to_them(
    client: FlaskClient, receipt: str
) -> None:
    page = sent(client, receipt, 41)
    assert (page.status, "your five words are still there" in page.words) == (413, True)


def test_no_more_of_it_is_held_than_may_be(client: FlaskClient, receipt: str) -> None:
    body = b"--b\r\nContent-Disposition: form-data; name=receipt\r\n\r\n" + receipt.encode()
    body += b'\r\n--b\r\nContent-Disposition: form-data; name=picture; filename="a.jpg"\r\n\r\n'
    body += _PHOTO + bytes(30 << 20) + b"\r\n--b--\r\n"
    stream = io.BytesIO(body)
    tracemalloc.start()
    answer = client.post(
        "/norfolk/kept/picture",
        input_stream=stream,
        content_type="multipart/form-data; boundary=b",
        content_length=len(body),
    )
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.status_code == 422
    assert most < 3 * LARGEST
