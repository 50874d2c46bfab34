"""The tables of a ledger's file, and the numbers that say which release made it."""

from __future__ import annotations

VERSION = 2
TRIAL = 1  # kept words in clear, and no leaves
LEDGER_ID = 0x45415253  # "EARS"

TABLES = """
    CREATE TABLE event (
        n INTEGER PRIMARY KEY,
        originator_id BLOB NOT NULL CHECK (length(originator_id) = 16),
        originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        at INTEGER NOT NULL,
        hash BLOB NOT NULL,
        leaf BLOB NOT NULL,
        UNIQUE (originator_id, originator_version)
    ) STRICT;
    CREATE TABLE lane (
        n INTEGER NOT NULL,
        at INTEGER NOT NULL,
        hash BLOB NOT NULL,
        single INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (single = 1)
    ) STRICT;
    CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER lane_is_never_deleted BEFORE DELETE ON lane
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER lane_never_goes_back BEFORE UPDATE ON lane
        WHEN new.n < old.n OR new.at < old.at
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""
CHECKPOINTS = """
    CREATE TABLE IF NOT EXISTS checkpoint (
        size INTEGER PRIMARY KEY,
        note TEXT NOT NULL
    ) STRICT;
"""
KEEP_CHECKPOINTS = """
    CREATE TRIGGER checkpoint_is_never_updated BEFORE UPDATE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'a signed checkpoint is kept for ever'); END;
    CREATE TRIGGER checkpoint_is_never_deleted BEFORE DELETE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'a signed checkpoint is kept for ever'); END;
    CREATE TRIGGER checkpoint_is_never_replaced BEFORE INSERT ON checkpoint
        WHEN EXISTS (SELECT 1 FROM checkpoint WHERE size = new.size)
        BEGIN SELECT RAISE(ABORT, 'a signed checkpoint is kept for ever'); END;
"""


TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


# INSERT OR REPLACE deletes without firing a delete trigger; this one it cannot pass.
NO_REPLACE = """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
        WHEN new.n <= (SELECT n FROM lane) OR EXISTS (
            SELECT 1 FROM event WHERE originator_id = new.originator_id
            AND originator_version = new.originator_version)
        BEGIN SELECT RAISE(ABORT, 'this place in the ledger is taken'); END;
"""
WHOLE = TABLES + NO_REPLACE + CHECKPOINTS + KEEP_CHECKPOINTS
