"""The way in shows every partnership. The way out forgets the page that was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.partnerships import Partnerships
from infra.storage.sqlite.store import SQLiteStore
from tests.web.page import Page
from web.app import create_app


def test_the_way_in_shows_every_partnership(client: FlaskClient) -> None:
    page = Page(client.get("/"))
    assert page.status == 200
    assert {"Norfolk", "Surrey", "Coventry", "North East Lincolnshire"} <= {
        line.strip() for line in page.words.splitlines()
    }
    assert "/norfolk/" in page.links


def test_an_installation_that_nobody_has_joined_has_a_first_page(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "partnerships")
    store.migrate()
    nobody = Partnerships(
        store, KeyStore.kept_in(tmp_path / "keys"), FolderMailer(tmp_path), "http://127.0.0.1:8000"
    )
    page = Page(create_app(nobody, b"s" * 32, https=False).test_client().get("/"))
    assert page.status == 200
    assert "No place has joined yet." in page.words
    nobody.close()


def test_the_front_page_leads_everywhere(client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/"))
    wanted = {"/norfolk/tell", "/norfolk/back", "/norfolk/you-said", "/norfolk/help"}
    assert wanted <= set(page.links)
    assert "Norfolk" in page.title


@pytest.mark.parametrize("place", ["", "/norfolk"])
def test_leaving_goes_elsewhere_at_once_and_forgets_beside_it(
    client: FlaskClient, place: str
) -> None:
    """A browser that clears a full cache takes seconds, and shows no page before it is done."""
    left = client.get(f"{place}/leave")
    assert left.status_code == 200, "a redirect would leave the page in the Back button"
    assert left.headers["Refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert f'src="{place}/leave.svg"' in left.text
    assert "Clear-Site-Data" not in left.headers
    picture = client.get(f"{place}/leave.svg")
    assert picture.headers["Clear-Site-Data"] == '"cache"'
    assert picture.mimetype == "image/svg+xml"


def test_every_young_persons_page_has_the_way_out(client: FlaskClient) -> None:
    for path in (
        "/norfolk/",
        "/norfolk/tell",
        "/norfolk/back",
        "/norfolk/help",
        "/norfolk/you-said",
    ):
        assert "/norfolk/leave" in Page(client.get(path)).links, path


def test_each_partnership_has_its_own_colour(client: FlaskClient) -> None:
    norfolk, surrey = client.get("/norfolk/accent.css"), client.get("/surrey/accent.css")
    assert norfolk.mimetype == "text/css"
    assert "--brand:" in norfolk.text
    assert norfolk.text != surrey.text


def test_the_browser_finds_its_icon(client: FlaskClient) -> None:
    assert client.get("/favicon.ico").mimetype == "image/svg+xml"


def test_a_place_that_is_not_here_is_answered_kindly(client: FlaskClient) -> None:
    page = Page(client.get("/atlantis/"))
    assert page.status == 404
    assert "0800 1111" in page.html
    assert "/" in page.links
