"""Young people who press Send until they are answered, from many addresses, on a bad line."""

from __future__ import annotations

import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import count
from urllib.parse import urlencode

_WORDS = re.compile(r'name="receipt" value="([a-z ]+)"')
_FIELDS = [re.compile(rf'name="{name}" value="([^"]+)"') for name in ("client_id", "token")]
_LOST = 0.05
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class TellForm:
    """What a page of questions gives a message: its id, and the token that proves it."""

    id: str
    token: str


class YoungPerson(threading.Thread):
    """``acknowledged`` has the words for what was answered; ``tried`` all that was ever sent.

    ``forgetful`` ones send with a new id each time they try again: the control of the test.
    ``asked_to_wait`` counts the answers that asked them to try again, by status.
    """

    _addresses = count(2)

    def __init__(self, port: int, until: threading.Event, *, forgetful: bool = False) -> None:
        super().__init__(daemon=True)
        self.port, self.until, self.forgetful = port, until, forgetful
        self.acknowledged: dict[str, str] = {}
        self.forms: dict[str, TellForm] = {}
        self.tried: set[str] = set()
        self.said: set[str] = set()
        self.asked_to_wait: Counter[int] = Counter()
        self.longest_wait = 0.0

    def run(self) -> None:
        while not self.until.is_set():
            form = self.opened()
            saying, began = form.id, time.monotonic()
            while (words := self.send(form, saying, _LOST)) is None:
                if self.forgetful:
                    form = self.opened()
            self.longest_wait = max(self.longest_wait, time.monotonic() - began)
            self.acknowledged[form.id] = words
            self.forms[form.id] = form
            self.said.add(saying)

    def ask_again(self, client_id: str) -> str:
        """The answer to what was sent before, however often it takes to get one."""
        form = self.forms[client_id]
        while (words := self.send(form, client_id)) is None:
            time.sleep(0.2)
        return words

    def opened(self) -> TellForm:
        """The questions, which give a message its id."""
        while True:
            answer = self._ask("GET", "/norfolk/tell", "")
            if answer and answer[0] == 200:
                return TellForm(*(field.findall(answer[1])[0] for field in _FIELDS))
            time.sleep(0.05)

    def send(self, form: TellForm, saying: str, lost: float = 0.0) -> str | None:
        """The five words, or none where no answer came or it was too soon."""
        answer = self.answered(form, saying, lost)
        if answer is None:
            return None
        status, page = answer
        if status != 200:
            assert status in {429, 503}, page
            self.asked_to_wait[status] += 1
            time.sleep(0.1)
            return None
        return _WORDS.findall(page)[0]

    def answered(self, form: TellForm, saying: str, lost: float = 0.0) -> tuple[int, str] | None:
        """The status and the page; none where no answer came."""
        self.tried.add(form.id)
        given = {"client_id": form.id, "token": form.token, "feeling": "mixed", "words": saying}
        return self._ask("POST", "/norfolk/tell/send", urlencode(given), lost)

    def _ask(self, how: str, path: str, body: str, lost: float = 0.0) -> tuple[int, str] | None:
        number = next(self._addresses)  # each network on its own is slowed down
        source = f"127.{number // 250 % 250}.{number % 250}.2"
        line = HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(source, 0))
        try:
            line.request(how, path, body, _FORM)
            if random.random() < lost:
                time.sleep(0.01)
                return None
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        except (HTTPException, OSError):
            time.sleep(0.05)
            return None
        finally:
            line.close()
