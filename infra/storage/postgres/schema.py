"""The schema of the PostgreSQL database, as steps in order."""

from __future__ import annotations

from typing import LiteralString, NamedTuple

from infra.storage.postgres.rights import CATALOGUE_RIGHTS, CHECKPOINT_RIGHTS, LEDGER_RIGHTS


class SchemaStep(NamedTuple):
    """One version of the schema: what all partnerships share, and what each has of its own.

    ``ledger`` runs as the owner of the partnership's schema, which is called ``{schema}``.
    """

    shared: LiteralString
    ledger: LiteralString


_CATALOGUE: LiteralString = """
    CREATE TABLE earshot.partnership (
        slug text PRIMARY KEY,
        since timestamptz NOT NULL DEFAULT now()
    );
"""

_TABLES: LiteralString = """
    CREATE TABLE {schema}.event (
        n bigint PRIMARY KEY,
        originator_id uuid NOT NULL,
        originator_version bigint NOT NULL,
        topic text NOT NULL,
        state bytea NOT NULL,
        at timestamptz NOT NULL,
        hash bytea NOT NULL,
        leaf bytea NOT NULL,
        UNIQUE (originator_id, originator_version)
    );
    -- Half of each page is left free, so that a new head stays on the page of the old one.
    CREATE TABLE {schema}.lane (
        n bigint NOT NULL,
        at timestamptz NOT NULL,
        hash bytea NOT NULL,
        single boolean PRIMARY KEY DEFAULT true CHECK (single)
    ) WITH (fillfactor = 50);
    INSERT INTO {schema}.lane (n, at, hash) VALUES (0, 'epoch', {genesis});
"""

_NEVER: LiteralString = """
    CREATE FUNCTION {schema}.refuse() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
        RAISE EXCEPTION 'the ledger is append-only: no % of %', lower(TG_OP), TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.event
        FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
    CREATE TRIGGER never BEFORE DELETE OR TRUNCATE ON {schema}.lane
        FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
    ALTER TABLE {schema}.event ENABLE ALWAYS TRIGGER never;
    ALTER TABLE {schema}.lane ENABLE ALWAYS TRIGGER never;
"""

# An RFC 9162 leaf hash: infra.storage.hash_chain.leaf says the same in Python.
_LEAF: LiteralString = """sha256(
            '\\x00'::bytea || int8send(%n) || uuid_send(%ofstream) || int8send(%ofversion)
            || int4send(octet_length(%ofkind)) || convert_to(%ofkind, 'UTF8')
            || timestamptz_send(%at) || %ofbody)"""


def _leaf(n: LiteralString, at: LiteralString, of: LiteralString = "") -> LiteralString:
    """The expression, by the names that hold what it is made of."""
    return _LEAF.replace("%n", n).replace("%at", at).replace("%of", of)


# The clock is read once, before the row is locked; greatest() keeps it from running backwards.
# The leaf is worked out twice: to lock the row first and hash after would be a statement more.
APPEND_ONE: LiteralString = """
    CREATE FUNCTION {schema}.append1(stream uuid, version bigint, kind text, body bytea)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
        clock timestamptz := clock_timestamp();
        k bigint; a timestamptz; h bytea; f bytea;
    BEGIN
        UPDATE {schema}.lane
        SET n = n + 1, at = greatest(at, clock), hash = sha256(hash || %next)
        RETURNING n, at, hash, %this
        INTO STRICT k, a, h, f;
        INSERT INTO {schema}.event VALUES (k, stream, version, kind, body, a, h, f);
        RETURN k;
    END $$;
""".replace("%next", _leaf("n + 1", "greatest(at, clock)")).replace("%this", _leaf("n", "at"))

_APPEND: LiteralString = """
    CREATE FUNCTION {schema}.append(
        streams uuid[], versions bigint[], kinds text[], bodies bytea[])
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
        k bigint; a timestamptz; h bytea; f bytea; hashes bytea[]; leaves bytea[]; fact record;
    BEGIN
        IF coalesce(cardinality(streams), 0) = 0 THEN
            RAISE EXCEPTION 'there is nothing to append' USING ERRCODE = 'invalid_parameter_value';
        END IF;
        SELECT n, greatest(at, clock_timestamp()), hash INTO STRICT k, a, h
        FROM {schema}.lane FOR UPDATE;
        FOR fact IN
            SELECT * FROM unnest(streams, versions, kinds, bodies)
                WITH ORDINALITY AS given(stream, version, kind, body, i)
        LOOP
            f := %this;
            h := sha256(h || f);
            hashes := hashes || h;
            leaves := leaves || f;
        END LOOP;
        INSERT INTO {schema}.event
            SELECT k + i, stream, version, kind, body, a, link, leaf
            FROM unnest(streams, versions, kinds, bodies, hashes, leaves)
                WITH ORDINALITY AS given(stream, version, kind, body, link, leaf, i);
        UPDATE {schema}.lane SET n = k + cardinality(streams), at = a, hash = h;
        RETURN k + 1;
    END $$;
""".replace("%this", _leaf("k + fact.i", "a", "fact."))

_CHECKPOINTS: LiteralString = """
    CREATE TABLE {schema}.checkpoint (
        size bigint PRIMARY KEY,
        note text NOT NULL
    );
    CREATE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
    ALTER TABLE {schema}.checkpoint ENABLE ALWAYS TRIGGER never;
"""

# The first step of this numbering is 2: version 1, of a trial release, kept words in clear.
TRIAL = 1
STEPS = (
    SchemaStep(
        shared=_CATALOGUE + CATALOGUE_RIGHTS,
        ledger=_TABLES + _NEVER + APPEND_ONE + _APPEND + LEDGER_RIGHTS,
    ),
    SchemaStep(shared="", ledger=_CHECKPOINTS + CHECKPOINT_RIGHTS),
)
