"""One young person who opens the form, sends it, and reads what comes back, step by step."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlencode

from tests.faults.young_people import TellForm

_FIELDS = [re.compile(rf'name="{name}" value="([^"]+)"') for name in ("client_id", "token")]
_WORDS = re.compile(r'name="receipt" value="([a-z ]+)"')
_SENT = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Teller:
    """``headers`` and ``took`` are of the last answer: what it said of itself, and its seconds."""

    port: int
    slug: str = "norfolk"
    patience: float = 60.0
    source: str = "127.0.0.1"
    headers: HTTPMessage = field(default_factory=HTTPMessage)
    took: float = 0.0

    def get(self, path: str) -> tuple[int, str]:
        return self._ask("GET", path, "")

    def post(self, path: str, **given: str) -> tuple[int, str]:
        return self._ask("POST", path, urlencode(given))

    def opened(self) -> TellForm:
        status, page = self.get("tell")
        found = self.form_in(page)
        assert status == 200, page
        assert found
        return found

    def form_in(self, page: str) -> TellForm | None:
        """What the page's form gives a message; none on a page without that form."""
        found = [each.findall(page) for each in _FIELDS]
        return TellForm(*(each[0] for each in found)) if all(found) else None

    def words_in(self, page: str) -> str:
        return str(_WORDS.findall(page)[0])

    def send(self, form: TellForm, words: str) -> tuple[int, str]:
        return self.post(
            "tell/send", client_id=form.id, token=form.token, feeling="mixed", words=words
        )

    def five_words(self, form: TellForm, words: str, within: float = 30.0) -> str:
        """Sends until it is acknowledged."""
        until = time.monotonic() + within
        while True:
            status, page = self.send(form, words)
            if status == 200:
                return self.words_in(page)
            assert time.monotonic() < until, page
            time.sleep(0.1)

    def finds(self, five_words: str) -> tuple[int, str]:
        return self.post("back", receipt=five_words)

    def _ask(self, how: str, path: str, body: str) -> tuple[int, str]:
        line = HTTPConnection(
            "127.0.0.1", self.port, timeout=self.patience, source_address=(self.source, 0)
        )
        began = time.monotonic()
        try:
            line.request(how, f"/{self.slug}/{path}", body or None, _SENT)
            answer = line.getresponse()
            page = answer.read().decode()
            self.headers = answer.headers
            return answer.status, page
        finally:
            line.close()
            self.took = time.monotonic() - began
