"""The catalogue of facts: what was released is never altered, only added to."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from events.fact import CATALOGUE, Fact
from infra.storage.fact_codec import defaults_of, import_every_fact

RELEASED = Path(__file__).parents[1] / "events" / "catalogue.json"
import_every_fact()


def shape(kind: type[Fact]) -> dict[str, str]:
    """The fields of a fact and their types, as they are written in the ledger."""
    hints = get_type_hints(kind)
    own = [field.name for field in fields(kind) if field.name not in vars(Fact)["__annotations__"]]
    return {name: _named(hints[name]) for name in own}


def _named(hint: object) -> str:
    """A type by its name alone: the module that holds it may move."""
    return re.sub(r"typing\.|events\.[a-z_.]+\.", "", str(hint))


def shapes() -> dict[str, dict[str, str]]:
    return {topic: shape(kind) for topic, kind in sorted(CATALOGUE.items())}


def test_the_catalogue_lists_every_fact_and_alters_none() -> None:
    """To add a fact: run this file, and look that the difference only adds."""
    assert shapes() == json.loads(RELEASED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=CATALOGUE)
def test_every_fact_has_a_name_of_its_own_and_has_thought_about_privacy(kind: type[Fact]) -> None:
    assert "TOPIC" in vars(kind)
    assert "PERSONAL" in vars(kind)
    assert {field.name for field in fields(kind)} >= kind.PERSONAL
    defaults = defaults_of(kind)
    assert not kind.PERSONAL & defaults.keys(), "a sealed field with a default would never be read"
    subject, name = kind.TOPIC.split(".")
    folders = {
        each.__module__.rpartition(".")[0]
        for topic, each in CATALOGUE.items()
        if topic.startswith(f"{subject}.")
    }
    assert len(folders) == 1
    assert name.replace("_", "").isalpha()


HOLDS_A_DAY = {
    topic: [name for name, hint in own.items() if re.search(r"PartialDate|Period|\bdate", hint)]
    for topic, own in shapes().items()
}


@pytest.mark.parametrize("topic", [topic for topic, days in HOLDS_A_DAY.items() if days])
def test_every_fact_that_holds_a_day_says_which_is_its_own(topic: str) -> None:
    """By ``DAY``, which is empty where it is none of them, or by a property of its own."""
    kind, days = CATALOGUE[topic], HOLDS_A_DAY[topic]
    assert {"DAY", "stated_on"} & vars(kind).keys()
    assert kind.DAY in {"", *days}


def test_no_fact_names_a_day_that_it_does_not_hold() -> None:
    assert all(CATALOGUE[topic].DAY in {"", *days} for topic, days in HOLDS_A_DAY.items())


if __name__ == "__main__":
    RELEASED.write_text(json.dumps(shapes(), indent=1) + "\n", encoding="utf-8")
