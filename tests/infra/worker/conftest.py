"""A partnership with people on duty, over a world that takes letters and text messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.keys.store import KeyStore
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.store import Store
from tests.infra.worker.urgent import (
    ALWAYS,
    EVERY_DAY,
    TOLD,
    World,
    all_sent,
    let_in,
    open_hours,
)
from web.site.tenancy import Tenant


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def partnerships(store: Store, world: World, tmp_path: Path) -> Partnerships:
    keys = KeyStore.kept_in(tmp_path / "keys")
    made = Partnerships(store, keys, world, "https://earshot.example", texter=world)
    join_partnership(made, Joining("moor", "Moor SCP", "Moor", "", (), "", "lead@moor.example"))
    return made


@pytest.fixture
def moor(partnerships: Partnerships) -> Tenant:
    """Ann is on duty every day, then Bob; Ann has a number; the office never closes."""
    tenant = partnerships.open("moor")
    ann, bob = (let_in(tenant, name) for name in ("ann", "bob"))
    tenant.access.give_text_number(ann, TOLD, phone="07700 900123")
    duty = tenant.duty
    duty.set_pattern(duty.id, TOLD, days=EVERY_DAY, people=(ann, bob))
    duty.set_team(duty.id, TOLD, email="duty@moor.example", phone="")
    duty.set_out_of_hours(duty.id, TOLD, name="EDT", email="edt@moor.example", phone="")
    open_hours(tenant, *ALWAYS)
    all_sent(partnerships, tenant)
    return tenant
