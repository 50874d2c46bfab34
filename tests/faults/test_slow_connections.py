"""Dozens of connections that hardly send anything hold no thread: others are answered as ever."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.request import urlopen

import pytest

from tests.faults.gunicorn import Gunicorn
from tests.infra.backup.places import Place

_MANY = 100  # more than both workers have threads, twice over
_HEAD = b"POST /norfolk/back HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
_FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
_WORDS = b"receipt=one+two+three+four+five"
_CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
_UNKNOWN = b"HTTP/1.1 422 "  # nobody was given those five words


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gunicorn]:
    folder = tmp_path_factory.mktemp("slow")
    here = Place(folder, {})
    here.join()
    with Gunicorn(here.all_settings, folder / "log") as made:
        yield made


def slow(server: Gunicorn, begun: bytes, stack: ExitStack) -> socket.socket:
    made = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    made.sendall(begun)
    return stack.enter_context(closing(made))


def posting(length: int) -> bytes:
    return _HEAD + _FORM + f"Content-Length: {length}\r\n\r\n".encode()


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        _HEAD,
        _HEAD + b"X: y\r\n" * 8_000,
        posting(len(_WORDS)) + b"rec",
        posting(9_000_000) + b"x" * 900,
        _HEAD + _FORM + _CHUNKED + b"5\r\n0\r\n\r\n",
    ],
    ids=["nothing", "half a head", "no end", "half a form", "a bit of a picture", "a sly chunk"],
)
def test_a_page_is_answered_while_many_send_next_to_nothing(server: Gunicorn, begun: bytes) -> None:
    with ExitStack() as stack:
        many = [slow(server, begun, stack) for _ in range(_MANY)]
        time.sleep(1)
        for each in many:
            each.sendall(b"\r"[: len(begun)])  # and again a byte
        waited = []
        for _ in range(5):
            before = time.monotonic()
            with urlopen(f"http://127.0.0.1:{server.port}/norfolk/", timeout=30) as page:
                assert page.status == 200
            waited.append(time.monotonic() - before)
        print(f"with {_MANY} slow connections a page took at most {max(waited):.2f} s")
        assert max(waited) < 5


def test_who_is_slow_is_answered_once_all_is_there_and_whole_ones_as_they_come(
    server: Gunicorn,
) -> None:
    with ExitStack() as stack:
        patient = slow(server, b"", stack)
        for piece in (_HEAD[:30], _HEAD[30:] + _FORM, b"Content-Length: 31\r\n\r", b"\n", b"rec"):
            patient.sendall(piece)
            time.sleep(0.3)
        patient.sendall(_WORDS[3:])
        assert _answer(patient).startswith(_UNKNOWN)
        in_pieces = slow(server, _HEAD + _FORM + _CHUNKED + b"1f;a=b\r\n", stack)
        for piece in (_WORDS[:9], _WORDS[9:] + b"\r", b"\n0\r\n", b"\r\n"):
            time.sleep(0.3)
            in_pieces.sendall(piece)
        assert _answer(in_pieces).startswith(_UNKNOWN)
        asking = slow(server, posting(31)[:-2] + b"Expect: 100-continue\r\n\r\n", stack)
        assert asking.recv(100).startswith(b"HTTP/1.1 100 ")
        asking.sendall(_WORDS)
        assert _UNKNOWN in _answer(asking)
        huge = slow(server, posting(10**12), stack)
        assert b" 413 " in _answer(huge)[:40]
        noise = slow(server, b"no request at all\r\n\r\n", stack)
        assert b" 400 " in _answer(noise)[:40]
        two = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        both = slow(server, two + two.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), stack)
        assert _answer(both).count(b"HTTP/1.1 200") == 2


@pytest.mark.faults_long
def test_who_stays_slow_is_let_go(server: Gunicorn) -> None:
    with ExitStack() as stack:
        never = slow(server, _HEAD, stack)
        before = time.monotonic()
        assert never.recv(100) == b""
        assert 10 < time.monotonic() - before < 25


def _answer(connection: socket.socket) -> bytes:
    found = b""
    while some := connection.recv(65_536):
        found += some
    return found
