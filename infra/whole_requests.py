"""A worker of gunicorn whose threads are given whole requests: nobody's slow line holds one.

gthread reads a request in the thread that answers it. Fifty connections that send a byte a minute
held all threads of both workers. Here the loop that accepts connections gathers what comes on all
of them, in memory, and hands a request over once the last byte of it is there.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

_AT_ONCE = 65_536
_LONGEST_HEAD = 512 * 1024  # gunicorn refuses it without waiting for more
_LARGEST_BODY = 41 * 1024**2  # what is larger is refused by its head alone
_HELD_IN_ALL = 128 * 1024**2  # bytes of requests that are not whole yet, in one process
_GRACE_SECONDS, _BYTES_A_SECOND = 15.0, 4_096  # who is slower than that is no young person's phone
_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,18})[ \t]*(?=\r\n)", re.I)
_SIZE = re.compile(rb"[0-9a-f]{1,15}(?=[;\r])", re.I)
_CHUNKED = re.compile(rb"\r\nTransfer-Encoding:[^\r\n]*chunked", re.I)
_WAITS = re.compile(rb"\r\nExpect:[ \t]*100-continue", re.I)


class Gathering:
    """What came of one request so far."""

    def __init__(self, connection: Any, begun: bytes) -> None:
        self.connection, self.held, self.since = connection, bytearray(begun), time.monotonic()
        self.is_asked = self.is_over = False
        self._wanted: int | None = None
        self._chunk_at = 0

    @property
    def is_whole(self) -> bool:
        """Whether a thread may have it: it need wait for nothing more."""
        if self.is_over or self._chunk_at:
            return self.is_over or self._has_last_chunk()
        return self._has_head() if self._wanted is None else len(self.held) >= self._wanted

    @property
    def is_too_slow(self) -> bool:
        allowed = _GRACE_SECONDS + len(self.held) / _BYTES_A_SECOND
        return time.monotonic() - self.since > allowed

    def read(self) -> None:
        """Takes what is there, without waiting. A connection that ended is over."""
        try:
            some = self.connection.sock.recv(_AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            some = b""
        self.held += some
        self.is_over = not some

    def _has_head(self) -> bool:
        end = self.held.find(_END)
        if end < 0:
            return len(self.held) > _LONGEST_HEAD
        head = bytes(self.held[: end + 2])
        if _CHUNKED.search(head):
            self._chunk_at = end + len(_END)
            return self._has_last_chunk()
        found = _LENGTH.search(head)
        length = int(found[1]) if found else 0
        self._wanted = end + len(_END) + (length if length <= _LARGEST_BODY else 0)
        if len(self.held) < self._wanted and _WAITS.search(head) and not self.is_asked:
            self.is_asked = True
            with suppress(OSError):
                self.connection.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return len(self.held) >= self._wanted

    def _has_last_chunk(self) -> bool:
        """Goes from chunk to chunk. What is no chunk is refused without waiting for more."""
        while (end := self.held.find(b"\r\n", self._chunk_at)) >= 0:
            found = _SIZE.match(self.held, self._chunk_at)
            if not found or not (size := int(found[0], 16)):
                return not found or self.held.find(_END, end) >= 0
            self._chunk_at = end + 2 + size + 2
        return len(self.held) > _LARGEST_BODY


class WholeRequests(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """``gathering`` has every connection on which a request is under way, by its socket."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.gathering: dict[Any, Gathering] = {}

    def enqueue_req(self, conn: Any) -> None:
        """A connection on which a request begins, or has begun."""
        if self.cfg.is_ssl:  # what comes in is not what was sent: gthread's own way
            super().enqueue_req(conn)
            return
        conn.init()
        conn.sock.setblocking(False)
        begun = Gathering(conn, conn.parser.unreader.take_buffered())
        begun.read()
        if begun.is_whole:
            self._hand_over(begun)
            return
        self.gathering[conn.sock] = begun
        self.poller.register(conn.sock, EVENT_READ, partial(self._more, begun))

    def murder_pending(self) -> None:
        """Each second: lets go of who is too slow, and of the largest where too much is held."""
        super().murder_pending()
        for each in list(self.gathering.values()):
            if each.is_too_slow or not (self.alive or each.held):  # no stop waits for an idle one
                self._let_go(each)
        held = sum(len(each.held) for each in self.gathering.values())
        while held > _HELD_IN_ALL:
            largest = max(self.gathering.values(), key=lambda each: len(each.held))
            held -= len(largest.held)
            self._let_go(largest)

    def _more(self, begun: Gathering, _: Any) -> None:
        begun.read()
        if begun.is_whole:
            self._forget(begun)
            self._hand_over(begun)

    def _hand_over(self, whole: Gathering) -> None:
        conn = whole.connection
        conn.parser.unreader.unread(bytes(whole.held))
        conn.data_ready = True
        super().enqueue_req(conn)

    def _let_go(self, begun: Gathering) -> None:
        self._forget(begun)
        self.nr_conns -= 1
        begun.connection.close()

    def _forget(self, begun: Gathering) -> None:
        del self.gathering[begun.connection.sock]
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(begun.connection.sock)
