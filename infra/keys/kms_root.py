"""The root key in AWS KMS. It never leaves KMS, and each use names the partnership."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from infra.keys.root_key import BadKey

_DAYS = 7
_ONCE_MORE = Config(connect_timeout=3, read_timeout=5, retries={"max_attempts": 3})
_OURS_TO_MEND = {
    "AccessDeniedException",
    "DisabledException",
    "IncorrectKeyException",
    "InvalidCiphertextException",
    "KMSInvalidStateException",
    "NotFoundException",
}


class KmsRoot:
    """A symmetric key of AWS KMS. The encryption context binds each wrapped key to its partnership.

    ``key`` is its id, ARN or alias; ``retiring`` are those that a rotation leaves. No other key is
    ever asked to open anything, whatever the database says: who can write there could name a key of
    their own. Where KMS cannot be reached, ``OSError`` is raised.
    """

    def __init__(self, region: str, key: str, retiring: Sequence[str] = ()) -> None:
        self._kms: Any = boto3.client("kms", region_name=region, config=_ONCE_MORE)
        self._key, self._name = key, ""
        self._retiring, self._retiring_names = retiring, frozenset[str]()

    @property
    def name(self) -> str:
        if not self._name:
            self._name = self._named(self._key)
        return self._name

    def new_key(self, owner: str) -> tuple[bytes, bytes]:
        made = self._asked(
            "generate_data_key",
            KeyId=self._key,
            KeySpec="AES_256",
            EncryptionContext={"partnership": owner},
        )
        return made["Plaintext"], made["CiphertextBlob"]

    def open(self, owner: str, root: str, wrapped: bytes) -> bytes:
        if root != self.name and root not in self._left():
            raise BadKey(
                f"Keys of {owner} name the root {root}, which is not in the settings. Where a "
                "rotation left it, name it in EARSHOT_ROOT_RETIRING; else somebody put it there."
            )
        opened: bytes = self._asked(
            "decrypt",
            KeyId=root.removeprefix("kms:"),
            CiphertextBlob=wrapped,
            EncryptionContext={"partnership": owner},
        )["Plaintext"]
        return opened

    def renew(self) -> None:
        """Does nothing: the operator makes the new key in KMS, and names it in the settings."""

    def retire(self, names: set[str]) -> None:
        """Asks KMS to delete the keys of these names in seven days, its shortest notice.

        Only keys that the settings name as retiring: never what the database alone names.
        """
        for name in (names & self._left()) - {self.name}:
            key = name.rpartition("/")[2]
            self._asked("schedule_key_deletion", KeyId=key, PendingWindowInDays=_DAYS)

    def _left(self) -> frozenset[str]:
        if not self._retiring_names:
            self._retiring_names = frozenset(map(self._named, self._retiring))
        return self._retiring_names

    def _named(self, key: str) -> str:
        return f"kms:{self._asked('describe_key', KeyId=key)['KeyMetadata']['Arn']}"

    def _asked(self, what: str, **given: Any) -> Any:
        try:
            return getattr(self._kms, what)(**given)
        except ClientError as error:
            said = error.response["Error"]
            if said["Code"] in _OURS_TO_MEND:
                raise BadKey(f"AWS KMS refuses {what}: {said['Message']}") from None
            raise OSError(f"AWS KMS cannot do {what} now: {said['Code']}") from None
        except BotoCoreError as error:
            raise OSError(f"AWS KMS cannot be reached: {error}") from None
