"""A telephone line to a database that can be cut after a question was put, before its answer."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Thread


class Line:
    def __init__(self, to: int) -> None:
        self._to = to
        self._armed, self._cut = Event(), Event()
        self._threads: list[Thread] = []
        self._sockets: list[socket.socket] = []

    @property
    def was_cut(self) -> bool:
        return self._cut.is_set()

    def cut_after_next_question(self) -> None:
        self._armed.set()

    def __enter__(self) -> Line:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._start(self._answer)
        return self

    def __exit__(self, *_: object) -> None:
        for each in [self._door, *self._sockets]:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        for thread in self._threads:
            thread.join()

    def _start(self, work: object, *values: object) -> None:
        thread = Thread(target=work, args=values)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._door.accept()
                called = socket.create_connection(("127.0.0.1", self._to))
                self._sockets += [caller, called]
                self._start(self._carry, caller, called, False)
                self._start(self._carry, called, caller, True)

    def _carry(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if answers and self._armed.is_set():
                    self._armed.clear()
                    self._cut.set()
                    break
                sink.sendall(data)
        for each in (source, sink):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
