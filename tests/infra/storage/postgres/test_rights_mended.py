"""A dump that was put back by hand, without its roles and rights, works after a migration."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.infra.backup.places import Place, told_in
from tests.postgres import Server, binary

_OWNERS = """SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class c
    JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'p_norfolk' AND relkind = 'r'"""


def test_a_dump_without_owners_and_rights_is_mended_by_a_migration(
    postgres: Server, database: str, tmp_path: Path
) -> None:
    here = Place(tmp_path, {"EARSHOT_DATABASE_URL": postgres.url(database)})
    here.join()
    here.tell("A message")
    dumped = [binary("pg_dump"), "--no-owner", "--no-privileges", postgres.url(database)]
    dump = subprocess.run(dumped, check=True, capture_output=True).stdout
    other = postgres.fresh()
    reading = [binary("psql"), "-q", "-v", "ON_ERROR_STOP=1", postgres.url(other)]
    subprocess.run(reading, check=True, capture_output=True, input=dump)
    there = Place(tmp_path, {"EARSHOT_DATABASE_URL": postgres.url(other)})
    assert postgres.run(_OWNERS, other) == [("postgres",)]
    assert "permission denied" in there.run("verify").err  # the control
    assert there.run("migrate").code == 0
    assert postgres.run(_OWNERS, other) == [("earshot_p_norfolk",)]
    there.tell("Another")
    assert told_in(there) == {"A message", "Another"}
    assert there.run("verify").code == 0
    postgres.drop(other)
