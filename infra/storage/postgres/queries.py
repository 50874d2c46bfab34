"""The statements that a recorder sends to one partnership's schema, written once for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import LiteralString

from psycopg.sql import SQL, Identifier, Literal

from infra.database.names import ledger_schema

_APPEND_ONE: LiteralString = "SELECT {}.append1(%b, %b::bigint, %s::text, %b)"
_APPEND_ALL: LiteralString = "SELECT {}.append(%b::uuid[], %b::bigint[], %s::text[], %b)"
# Where both clocks are as they should be; otherwise nothing is appended, and no row comes back.
_IN_TIME = b" WHERE clock_timestamp() BETWEEN %b AND %b"


class LedgerQueries:
    """Each takes its values as a server-side statement does, so that it is prepared once."""

    def __init__(self, slug: str) -> None:
        schema = Identifier(ledger_schema(slug))

        def said(query: LiteralString) -> bytes:
            return SQL(query).format(schema).as_bytes()

        self._append(said)
        self.head = said("SELECT n, at, hash FROM {}.lane")
        self.read = said(
            "SELECT n, originator_id, originator_version, topic, state, at "
            "FROM {}.event WHERE n > %s ORDER BY n LIMIT %s"
        )
        self.links = self.read.replace(b"at FROM", b"at, hash, leaf FROM")
        self.leaves = said(
            "SELECT string_agg(leaf, ''::bytea ORDER BY n), bool_and(length(leaf) = 32) "
            "FROM {}.event WHERE n > %s AND n <= %s"
        )
        self.placed = said(
            "SELECT n, originator_id, originator_version, topic, state, at "
            "FROM {}.event WHERE originator_id = %s ORDER BY originator_version"
        )
        self.among = self.read.replace(b"ORDER", b"AND n <= %s AND topic = ANY(%s) ORDER")
        self.until = self.read.replace(b"ORDER", b"AND n <= %s ORDER")
        self.place = said(
            "SELECT n FROM {}.event WHERE originator_id = %s AND originator_version = %s"
        )
        self.topics = said("SELECT DISTINCT topic FROM {}.event")
        self.keep = said(
            "INSERT INTO {}.checkpoint VALUES (%s, %s) ON CONFLICT DO NOTHING RETURNING size"
        )
        self.kept = said("SELECT note FROM {}.checkpoint WHERE size = %s")
        self.kept_sizes = said("SELECT size FROM {}.checkpoint")
        self.stream = said(
            "SELECT originator_id, originator_version, topic, state, at FROM {}.event "
            "WHERE originator_id = %s AND originator_version > %s AND originator_version <= %s "
            "ORDER BY originator_version LIMIT %s"
        )
        self.stream_down = self.stream.replace(b"_version LIMIT", b"_version DESC LIMIT")

    def _append(self, said: Callable[[LiteralString], bytes]) -> None:
        one, every = said(_APPEND_ONE), said(_APPEND_ALL)
        self.append_one, self.append_all = one, every
        self.append_one_in_time, self.append_all_in_time = one + _IN_TIME, every + _IN_TIME


def every_head(slugs: list[str]) -> bytes:
    """One statement for all heads; its last row counts the catalogue, which tells of others."""
    each = [
        SQL("SELECT {}, n FROM {}.lane").format(Literal(slug), Identifier(ledger_schema(slug)))
        for slug in slugs
    ]
    count = SQL("SELECT NULL, count(*) FROM earshot.partnership")
    return SQL(" UNION ALL ").join([*each, count]).as_bytes()


def newest_moment(slugs: list[str]) -> bytes:
    """One statement for when the newest fact of any partnership was recorded."""
    each = [SQL("SELECT n, at FROM {}.lane").format(Identifier(ledger_schema(it))) for it in slugs]
    lanes = SQL(" UNION ALL ").join(each)
    return SQL("SELECT max(at) FROM ({}) AS lane WHERE n > 0").format(lanes).as_bytes()
