"""Letters by Amazon SES."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from infra.mail.message import message_of
from services.ports import Letter, NotSent

_FINAL = frozenset({"MessageRejected", "BadRequestException"})
_DOWN = frozenset(
    {"TooManyRequestsException", "SendingPausedException", "AccountSuspendedException"}
)
_WAITS = Config(connect_timeout=10, read_timeout=10, retries={"max_attempts": 1})


@dataclass(frozen=True)
class SesMailer:
    """Sends through the SES of a region; credentials come from where boto3 looks for them."""

    region: str
    sender: str

    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``."""
        try:
            boto3.client("sesv2", region_name=self.region, config=_WAITS).send_email(
                FromEmailAddress=self.sender,
                Destination={"ToAddresses": [letter.to]},
                Content=self._content(letter),
            )
        except (BotoCoreError, ClientError, ValueError) as error:
            code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
            raise NotSent(
                f"SES did not take it: {_plainly(error)}",
                is_final=isinstance(error, ValueError) or code in _FINAL,
                is_down=isinstance(error, BotoCoreError) or code in _DOWN,
            ) from None

    def _content(self, letter: Letter) -> dict[str, Any]:
        if letter.attachments:
            return {"Raw": {"Data": message_of(letter, self.sender).as_bytes()}}
        said = {"Subject": {"Data": letter.subject}, "Body": {"Text": {"Data": letter.text}}}
        return {"Simple": said}


def _plainly(error: Exception) -> str:
    """What went wrong, without SES's own message, which may repeat the recipient's address."""
    said = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return f"{type(error).__name__} {said}".strip()
