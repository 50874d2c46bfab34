"""The settings of the service, from the environment: read and checked once, never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from infra.settings_schema import SettingsSchema

_PREFIX = "EARSHOT_"


class BadSettings(Exception):  # noqa: N818 - an answer to the operator
    """Names every setting that is missing or wrong, and says what each should be."""


@dataclass(frozen=True)
class Settings:
    """``var`` is the folder for all that is kept; ``database_url`` empty means SQLite in it."""

    var: Path
    database_url: str
    migration_url: str
    keys_url: str
    root: str
    root_retiring: tuple[str, ...]
    public_url: str
    children_url: str
    post: str
    post_from: str
    texts: str
    notify_key: str = field(repr=False)
    notify_email_template: str
    notify_text_template: str
    notify_url: str
    copies: str
    evidence_bucket: str
    editions_bucket: str
    pool_size: int
    clock_checked: date | None
    follow: bool
    demo: bool
    proxies: int
    shortest_telling: int

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Raises ``BadSettings``, which names everything that is wrong at once."""
    given = os.environ if environment is None else environment  # noqa: TID251 - the one reader
    ours = {key: value for key, value in given.items() if key.startswith(_PREFIX)}
    schema = SettingsSchema()
    wrong = schema.validate(ours)
    for name in ours.keys() - {each.data_key for each in schema.fields.values()}:
        wrong[name] = ["is no setting of Earshot (a slip of the pen?)"]
    if wrong:
        said = [f"  {name}: {' '.join(words)}" for name, words in sorted(wrong.items())]
        raise BadSettings("These settings are missing or wrong:\n" + "\n".join(said))
    read = schema.load(ours)
    retiring = tuple(filter(None, map(str.strip, read["root_retiring"].split(","))))
    return Settings(**{**read, "var": Path(read["var"]).absolute(), "root_retiring": retiring})
