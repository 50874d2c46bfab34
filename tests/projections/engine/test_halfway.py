"""Every view: where it stops on its way through the facts makes no difference to what it shows."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from events.fact import Fact
from infra.partnerships import every_projection
from projections.engine.projection import Projection
from tests.infra.drawing import Drawn, drawn, drawn_over, story

_slowly = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
_every = pytest.mark.parametrize("projection", every_projection(), ids=lambda each: each.name)


@_every
@_slowly
@given(slug=st.sampled_from(["norfolk", "surrey", "coventry", "nel"]), data=st.data())
def test_stopping_halfway_through_the_documents(
    projection: type[Projection], slug: str, data: st.DataObject
) -> None:
    facts = story()[slug]
    cuts = data.draw(st.lists(st.integers(0, len(facts)), min_size=1, max_size=4))
    assert _drawn_in_parts(facts, cuts, projection) == _drawn_whole(slug, projection)


@_every
@_slowly
@given(chosen=st.lists(st.integers(0, 10**6), max_size=40, unique=True), data=st.data())
def test_stopping_halfway_through_any_streams_in_any_order(
    projection: type[Projection], chosen: list[int], data: st.DataObject
) -> None:
    streams = _streams()
    facts = [fact for at in dict.fromkeys(n % len(streams) for n in chosen) for fact in streams[at]]
    cuts = data.draw(st.lists(st.integers(0, len(facts)), min_size=1, max_size=4))
    assert _drawn_in_parts(facts, cuts, projection) == drawn_over(facts, projection)


@_every
def test_fact_by_fact_is_as_all_at_once(projection: type[Projection]) -> None:
    for slug, facts in story().items():
        one_by_one = _drawn_in_parts(facts, list(range(len(facts))), projection)
        assert one_by_one == _drawn_whole(slug, projection)


@_every
def test_drawn_twice_is_the_same_to_the_byte(projection: type[Projection]) -> None:
    for facts in story().values():
        assert drawn_over(facts, projection) == drawn_over(facts, projection)


# In the demonstration nobody has looked through a published report, and no secret is planted;
# nothing was withdrawn, and nobody has edited a children's version.
BY_PEOPLE_ALONE = {
    "complaints_complaints",
    "data_protection_responsible",
    "alerts_alerts",
    "alerts_earlier",
    "duty_rota_swaps",
    "erratum_tasks_checked",
    "calendar_feeds_feeds",
    "quote_book_handled",
    "newsletter_shelf_gone",
    "childrens_version_edited",
    "partnership_card_partners",
    "planned_visits_visits",
    "planned_visits_made",
}


def test_the_documents_fill_every_table() -> None:
    """Else the tests above would compare nothing with nothing."""
    filled = {
        table
        for projection in every_projection()
        for slug in story()
        for table, rows in _drawn_whole(slug, projection).items()
        if rows
    }
    declared = {table.table().name for each in every_projection() for table in each.tables()}
    assert filled == declared - BY_PEOPLE_ALONE


@cache
def _drawn_whole(slug: str, projection: type[Projection]) -> Drawn:
    return drawn_over(story()[slug], projection)


def _drawn_in_parts(facts: list[Fact], cuts: list[int], projection: type[Projection]) -> Drawn:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        projection(connection).create()
        for start, stop in pairwise([0, *sorted(cuts), len(facts)]):
            projection(connection, is_new=start == 0).learn(facts[start:stop])
        found = drawn(connection, projection)
    engine.dispose()
    return found


@cache
def _streams() -> list[list[Fact]]:
    found: dict[UUID, list[Fact]] = defaultdict(list)
    for facts in story().values():
        for fact in facts:
            found[fact.originator_id].append(fact)
    return list(found.values())
