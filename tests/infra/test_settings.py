"""Settings are checked at once, and everything that is wrong is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.settings import BadSettings, load

_WRONG = {
    "EARSHOT_VAR": "",
    "EARSHOT_DATABASE_URL": "mysql://somewhere",
    "EARSHOT_MIGRATION_URL": "elsewhere",
    "EARSHOT_PUBLIC_URL": "ftp://earshot",
    "EARSHOT_POST": "pigeon",
    "EARSHOT_POST_FROM": "nobody",
    "EARSHOT_EVIDENCE_BUCKET": "s3://Somewhere",
    "EARSHOT_POOL_SIZE": "many",
    "EARSHOT_CLOCK_CHECKED": "lately",
    "EARSHOT_FOLLOW": "perhaps",
    "EARSHOT_DEMO": "perhaps",
}


def test_nothing_needs_to_be_set() -> None:
    settings = load({})
    assert settings.var.is_absolute()
    assert settings.var.name == "var"
    assert settings.database_url == ""
    assert settings.follow
    assert not settings.demo


def test_all_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(BadSettings) as raised:
        load({**_WRONG, "EARSHOT_PORST": "folder"})
    said = str(raised.value)
    assert [name for name in (*_WRONG, "EARSHOT_PORST") if f"  {name}: " not in said] == []
    assert len(said.splitlines()) == len(_WRONG) + 2


@pytest.mark.parametrize(("name", "value"), _WRONG.items())
def test_each_is_told_in_words_that_say_what_it_should_be(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=rf"{name}: \w.{{8,}}"):
        load({name: value})


@pytest.mark.parametrize("number", ["0", "101", "1.5", "-1"])
def test_the_pool_has_a_size_that_can_be(number: str) -> None:
    with pytest.raises(BadSettings, match="from 1 to 100"):
        load({"EARSHOT_POOL_SIZE": number})


def test_a_slip_of_the_pen_is_told() -> None:
    with pytest.raises(BadSettings, match=r"EARSHOT_DATABSE_URL: .*slip of the pen"):
        load({"EARSHOT_DATABSE_URL": "postgresql://127.0.0.1/earshot"})


def test_other_peoples_settings_are_none_of_our_business() -> None:
    assert load({"PATH": "here", "PORT": "x"}) == load({})


def test_what_is_set_is_taken() -> None:
    settings = load(
        {
            "EARSHOT_VAR": "kept/here",
            "EARSHOT_DATABASE_URL": "postgresql://earshot@127.0.0.1/earshot",
            "EARSHOT_PUBLIC_URL": "https://earshot.example",
            "EARSHOT_POST": "smtp://somebody:secret@mail.example:587",
            "EARSHOT_FOLLOW": "no",
            "EARSHOT_POOL_SIZE": "7",
            "EARSHOT_PROXIES": "1",
        }
    )
    assert settings.var == Path("kept/here").absolute()
    assert settings.is_https
    assert (settings.follow, settings.demo, settings.pool_size) == (False, False, 7)


def test_the_demonstration_is_never_served_to_others() -> None:
    """It prints sign-in links on the console."""
    https = {"EARSHOT_PUBLIC_URL": "https://earshot.example", "EARSHOT_PROXIES": "1"}
    with pytest.raises(BadSettings, match="EARSHOT_DEMO: never with https"):
        load({**https, "EARSHOT_DEMO": "yes"})
    assert load({"EARSHOT_DEMO": "yes"}).demo


@pytest.mark.parametrize("name", ["DATABASE_URL", "MIGRATION_URL", "KEYS_URL"])
def test_a_database_on_another_machine_is_reached_over_tls_alone(name: str) -> None:
    url = "postgresql://earshot@db.example/earshot"
    for mode in ("", "?sslmode=prefer", "?sslmode=disable"):
        with pytest.raises(BadSettings, match=f"EARSHOT_{name}: .*sslmode"):
            load({f"EARSHOT_{name}": url + mode})
    for good in (
        f"{url}?sslmode=require",
        f"{url}?sslmode=verify-full",
        url.replace("db.example", "127.0.0.1"),
    ):
        load({f"EARSHOT_{name}": good})


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"EARSHOT_POST": "notify"}, "NOTIFY_KEY"),
        ({"EARSHOT_POST": "notify", "EARSHOT_NOTIFY_KEY": "k"}, "NOTIFY_EMAIL_TEMPLATE"),
        ({"EARSHOT_TEXTS": "notify", "EARSHOT_NOTIFY_KEY": "k"}, "NOTIFY_TEXT_TEMPLATE"),
        ({"EARSHOT_TEXTS": "pigeon"}, "TEXTS"),
    ],
)
def test_a_way_to_send_is_set_whole_or_refused(given: dict[str, str], missing: str) -> None:
    with pytest.raises(BadSettings, match=f"EARSHOT_{missing}"):
        load(given)


def test_behind_https_the_proxies_are_counted() -> None:
    with pytest.raises(BadSettings, match="EARSHOT_PROXIES: with https"):
        load({"EARSHOT_PUBLIC_URL": "https://earshot.example"})
    assert load({"EARSHOT_PUBLIC_URL": "http://127.0.0.1:8000"}).proxies == 0


@pytest.mark.parametrize("url", ["http://tell.example", "https://earshot.example:444"])
def test_young_peoples_host_name_is_another_and_as_safe(url: str) -> None:
    ours = {"EARSHOT_PUBLIC_URL": "https://earshot.example", "EARSHOT_PROXIES": "1"}
    with pytest.raises(BadSettings, match=r"EARSHOT_CHILDREN_URL: \w.{8,}"):
        load({**ours, "EARSHOT_CHILDREN_URL": url})
    theirs = load({**ours, "EARSHOT_CHILDREN_URL": "https://tell.example"})
    assert theirs.children_url == "https://tell.example"


@pytest.mark.parametrize("post", ["smtp://", "smtp://host:port", "ses:", "ses:EU WEST", "folder:x"])
def test_a_post_that_cannot_be_is_told(post: str) -> None:
    with pytest.raises(BadSettings, match="EARSHOT_POST: must be folder"):
        load({"EARSHOT_POST": post})
