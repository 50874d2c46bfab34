"""The settings that the environment may hold: read once, checked at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate, validates_schema

_ENCRYPTED = frozenset({"require", "verify-ca", "verify-full"})


def is_this_machine(host: str) -> bool:
    """A path is the folder of a socket of this machine."""
    return host in {"localhost", "127.0.0.1", "::1"} or host.startswith("/")


class _Database(fields.String):
    """The address of a PostgreSQL database; empty where none is named."""

    def __init__(self, *, data_key: str) -> None:
        said = validate.Regexp(
            r"^(postgres(ql)?://.*)?$", error="must start with postgresql:// (or be left out)"
        )
        super().__init__(data_key=data_key, load_default="", validate=said)


class _Bucket(fields.String):
    """The name of an S3 bucket; empty where none is used."""

    def __init__(self, *, data_key: str) -> None:
        said = validate.Regexp(
            r"^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$",
            error="must be the name of an S3 bucket (or be left out)",
        )
        super().__init__(data_key=data_key, load_default="", validate=said)


class SettingsSchema(Schema):
    class Meta:
        unknown = EXCLUDE

    var = fields.String(data_key="EARSHOT_VAR", load_default="var", validate=validate.Length(min=1))
    database_url = _Database(data_key="EARSHOT_DATABASE_URL")
    migration_url = _Database(data_key="EARSHOT_MIGRATION_URL")
    keys_url = _Database(data_key="EARSHOT_KEYS_URL")
    root = fields.String(
        data_key="EARSHOT_ROOT",
        load_default="file",
        validate=validate.Regexp(
            r"^(file|kms:[a-z0-9-]+:\S+)$", error="must be file, or kms:region:key"
        ),
    )
    root_retiring = fields.String(data_key="EARSHOT_ROOT_RETIRING", load_default="")
    public_url = fields.String(
        data_key="EARSHOT_PUBLIC_URL",
        load_default="http://127.0.0.1:8000",
        validate=validate.Regexp(r"^https?://[^/\s]+$", error="must be like https://host"),
    )
    children_url = fields.String(
        data_key="EARSHOT_CHILDREN_URL",
        load_default="",
        validate=validate.Regexp(
            r"^(https?://[^/\s]+)?$", error="must be like https://host (or be left out)"
        ),
    )
    post = fields.String(
        data_key="EARSHOT_POST",
        load_default="folder",
        validate=validate.Regexp(
            r"^(folder|smtp://([^@/\s]+@)?[^:@/\s]+(:\d{1,5})?|ses:[a-z0-9-]+|notify)$",
            error="must be folder, smtp://host:port, ses:region or notify",
        ),
    )
    post_from = fields.Email(
        data_key="EARSHOT_POST_FROM",
        load_default="earshot@localhost.invalid",
        error_messages={"invalid": "must be an e-mail address"},
    )
    texts = fields.String(
        data_key="EARSHOT_TEXTS",
        load_default="",
        validate=validate.Regexp(
            r"^(folder|sns:[a-z0-9-]+|notify)?$",
            error="must be folder, sns:region or notify (or be left out)",
        ),
    )
    notify_key = fields.String(data_key="EARSHOT_NOTIFY_KEY", load_default="")
    notify_email_template = fields.String(data_key="EARSHOT_NOTIFY_EMAIL_TEMPLATE", load_default="")
    notify_text_template = fields.String(data_key="EARSHOT_NOTIFY_TEXT_TEMPLATE", load_default="")
    notify_url = fields.String(
        data_key="EARSHOT_NOTIFY_URL",
        load_default="https://api.notifications.service.gov.uk",
        validate=validate.Regexp(r"^https?://[^/\s]+$", error="must be like https://host"),
    )
    copies = fields.String(
        data_key="EARSHOT_COPIES",
        load_default="",
        validate=validate.Regexp(
            r"^(s3://[a-z0-9][a-z0-9.-]+(/.*)?|(?!\w+://).*)?$",
            error="must be a folder or s3://bucket/prefix (or be left out)",
        ),
    )
    evidence_bucket = _Bucket(data_key="EARSHOT_EVIDENCE_BUCKET")
    editions_bucket = _Bucket(data_key="EARSHOT_EDITIONS_BUCKET")
    pool_size = fields.Integer(
        data_key="EARSHOT_POOL_SIZE",
        load_default=4,
        validate=validate.Range(1, 100, error="must be a whole number from 1 to 100"),
        error_messages={"invalid": "must be a whole number from 1 to 100"},
    )
    clock_checked = fields.Date(
        data_key="EARSHOT_CLOCK_CHECKED",
        load_default=None,
        error_messages={"invalid": "must be a day such as 2027-01-31 (or be left out)"},
    )
    follow = fields.Boolean(
        data_key="EARSHOT_FOLLOW",
        load_default=True,
        error_messages={"invalid": "must be yes or no"},
    )
    demo = fields.Boolean(
        data_key="EARSHOT_DEMO", load_default=False, error_messages={"invalid": "must be yes or no"}
    )

    proxies = fields.Integer(
        data_key="EARSHOT_PROXIES",
        load_default=0,
        validate=validate.Range(0, 5, error="must be how many proxies stand in front, 0 to 5"),
        error_messages={"invalid": "must be how many proxies stand in front, 0 to 5"},
    )

    shortest_telling = fields.Integer(
        data_key="EARSHOT_SHORTEST_TELLING",
        load_default=3,
        validate=validate.Range(0, 60, error="must be a number of seconds, 0 to 60"),
        error_messages={"invalid": "must be a number of seconds, 0 to 60"},
    )

    @validates_schema(skip_on_field_errors=False)
    def know_the_proxies(self, data: dict[str, Any], **_: object) -> None:
        """Behind a proxy that nobody counted, all senders would be slowed down as one."""
        if str(data.get("public_url", "")).startswith("https://") and not data.get("proxies"):
            raise ValidationError(
                "with https, say how many of your proxies stand in front", "EARSHOT_PROXIES"
            )

    @validates_schema(skip_on_field_errors=False)
    def demonstrate_at_home(self, data: dict[str, Any], **_: object) -> None:
        """The demonstration prints sign-in links, so nobody else may reach it."""
        if data.get("demo") and str(data.get("public_url", "")).startswith("https://"):
            raise ValidationError("never with https: it prints sign-in links", "EARSHOT_DEMO")

    @validates_schema(skip_on_field_errors=False)
    def encrypt_the_line(self, data: dict[str, Any], **_: object) -> None:
        """Words and keys go to a database on another machine over TLS, or not at all."""
        for name in ("database_url", "migration_url", "keys_url"):
            url = urlsplit(str(data.get(name, "")))
            more = dict(parse_qsl(url.query))
            hosts = {url.hostname, more.get("host"), more.get("hostaddr")} - {None, ""}
            is_here = all(is_this_machine(str(host)) for host in hosts)
            if not is_here and more.get("sslmode", "") not in _ENCRYPTED:
                key = f"EARSHOT_{name.upper()}"
                raise ValidationError("add ?sslmode=verify-full (or require, at least)", key)

    @validates_schema(skip_on_field_errors=False)
    def know_notify(self, data: dict[str, Any], **_: object) -> None:
        """Notify needs a key, and a template for each way that goes through it."""
        ways = {"post": "email", "texts": "text"}
        used = [kind for name, kind in ways.items() if data.get(name) == "notify"]
        if used and not data.get("notify_key"):
            raise ValidationError("give an API key of Notify", "EARSHOT_NOTIFY_KEY")
        for kind in used:
            if not data.get(f"notify_{kind}_template"):
                name = f"EARSHOT_NOTIFY_{kind.upper()}_TEMPLATE"
                raise ValidationError("give the id of a template of Notify", name)

    @validates_schema(skip_on_field_errors=False)
    def keep_hosts_apart(self, data: dict[str, Any], **_: object) -> None:
        """A port keeps no cookies apart, and words sent without https are read on the way."""
        ours, theirs = (urlsplit(str(data.get(f"{of}_url", ""))) for of in ("public", "children"))
        if not theirs.netloc:
            return
        if theirs.hostname == ours.hostname:
            raise ValidationError("must be another host name than ours", "EARSHOT_CHILDREN_URL")
        if theirs.scheme != ours.scheme:
            raise ValidationError("must be https where ours is", "EARSHOT_CHILDREN_URL")
