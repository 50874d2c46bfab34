"""Text messages: into a folder, by Amazon SNS, or not at all."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from services.ports import NotSent, TextMessage

SECONDS = 10
_DOWN = frozenset({"Throttled", "ThrottledException", "InternalError", "AuthorizationError"})
_FINAL = frozenset({"InvalidParameter", "InvalidParameterValue", "OptedOut"})


@dataclass(frozen=True)
class NoTexts:
    """Where no way to send text messages is set: each is refused for good, and that is shown."""

    def send(self, message: TextMessage) -> None:
        """Raises ``NotSent``."""
        raise NotSent("no way to send text messages is set (EARSHOT_TEXTS)", is_final=True)


@dataclass(frozen=True)
class FolderTexter:
    """Each text message is a file of its own; ``aloud`` also prints it to the console."""

    folder: Path
    aloud: bool = False

    def send(self, message: TextMessage) -> None:
        """Raises ``NotSent`` where the folder cannot be written to."""
        text = f"To: {message.to}\n\n{message.text}\n"
        file = self.folder / f"{time.time_ns()}-text-{message.to}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as out:
                out.write(text)
        except OSError as error:
            words = f"{self.folder} cannot be written to: {error.strerror}"
            raise NotSent(words, is_down=True) from error
        if self.aloud:
            sys.stdout.write(f"\n--- text message ---\n{text}------------\n")
            sys.stdout.flush()


@dataclass(frozen=True)
class SnsTexter:
    """Sends through the SNS of a region; credentials come from where boto3 looks for them."""

    region: str

    def send(self, message: TextMessage) -> None:
        """Raises ``NotSent``."""
        waits = Config(connect_timeout=SECONDS, read_timeout=SECONDS, retries={"max_attempts": 1})
        try:
            boto3.client("sns", region_name=self.region, config=waits).publish(
                PhoneNumber=message.to,
                Message=message.text,
                MessageAttributes={
                    "AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}
                },
            )
        except (BotoCoreError, ClientError) as error:
            code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
            words = f"SNS did not take it: {type(error).__name__} {code}".strip()
            is_down = isinstance(error, BotoCoreError) or code in _DOWN
            raise NotSent(words, is_final=code in _FINAL, is_down=is_down) from None
