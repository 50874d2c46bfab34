"""Keeping the five words, and sending a picture: nothing is lost, nothing is given away."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from events.fact import Fact
from events.feedback.feedback import PictureAdded
from infra.partnerships import Partnerships
from projections.feedback.receipt import Receipt
from projections.privacy.access_log import AccessLog
from tests.web.page import Page
from tests.web.staff import YESTERDAY, Staff
from web.drawing.creatures import picture as creature
from web.site.rate_limit import PACES
from web.site.tenancy import Tenant

KEPT, BACK = "/norfolk/kept", "/norfolk/back"
PLACE = "50.0N 1.0E QUILLPLACE"


@pytest.fixture
def sent(client: FlaskClient) -> Page:
    """The page that shows the five words."""
    start = Page(client.get("/norfolk/tell"))
    return Page(client.post("/norfolk/tell/send", data=start.fields | {"feeling": "sad"}))


@pytest.fixture
def receipt(sent: Page) -> dict[str, str]:
    return {"receipt": sent.fields["receipt"]}


def photo(size: tuple[int, int] = (40, 30)) -> io.BytesIO:
    """A photo that says where it was taken."""
    exif, made = Image.Exif(), io.BytesIO()
    exif[0x010E] = PLACE
    Image.new("RGB", size, "orange").save(made, "JPEG", exif=exif)
    made.seek(0)
    return made


def facts(tenant: Tenant, receipt: dict[str, str]) -> list[Fact]:
    """The facts about the message with these words."""
    tenant.catch_up()
    with tenant.read(Receipt) as view:
        row = view.by_hash(next(iter(tenant.feedback.receipt_hashes(receipt["receipt"]))))
    assert row
    return tenant.ledger.facts(row.feedback_id)


def send(
    client: FlaskClient, receipt: dict[str, str], content: io.BytesIO, name: str, at: str = KEPT
) -> Page:
    data = receipt | {"picture": (content, name)}
    sent = client.post(f"{at}/picture", data=data, content_type="multipart/form-data")
    sent.request.environ["wsgi.input"].close()
    return Page(sent)


def asked_word(sent: Page) -> str:
    number = int(re.findall(r"Type word (\d)", sent.words)[0])
    return sent.fields["receipt"].split()[number - 1]


def test_each_word_has_a_creature_of_its_own(sent: Page) -> None:
    for word in sent.fields["receipt"].split():
        assert f"{creature(word)}<b>{word}</b>" in sent.html


def test_the_word_that_is_asked_for_shows_that_they_are_kept(
    client: FlaskClient, sent: Page, receipt: dict[str, str]
) -> None:
    wrong = Page(client.post(KEPT, data=receipt | {"word": "otter"}))
    assert wrong.status == 422
    assert "try again" in wrong.words
    assert wrong.fields["receipt"] == receipt["receipt"]
    right = Page(client.post(KEPT, data=receipt | {"word": asked_word(sent).title()}))
    assert right.status == 200
    assert "You have kept your words" in right.words


@pytest.mark.parametrize("path", [KEPT, f"{KEPT}/save", f"{KEPT}/picture", f"{BACK}/picture"])
def test_what_is_no_receipt_leads_to_coming_back(client: FlaskClient, path: str) -> None:
    assert client.post(path, data={"receipt": "one two"}).status_code == 422
    assert client.get(path).headers["Location"].endswith(BACK)


def test_the_words_are_saved_as_a_picture_that_says_no_more(
    client: FlaskClient, receipt: dict[str, str]
) -> None:
    saved = client.post(f"{KEPT}/save", data=receipt)
    assert saved.headers["Content-Disposition"] == 'attachment; filename="five-words.png"'
    assert saved.headers["Cache-Control"] == "no-store"
    with Image.open(io.BytesIO(saved.data), formats=["PNG"]) as opened:
        assert opened.size == (640, 664)
        assert not opened.info


def test_a_photo_goes_with_the_words_without_its_place(
    client: FlaskClient, receipt: dict[str, str], partnerships: Partnerships
) -> None:
    for _ in range(2):
        assert "We got your picture" in send(client, receipt, photo(), "me.jpg").words
    tenant = partnerships.open("norfolk")
    [kept] = [each for each in facts(tenant, receipt) if isinstance(each, PictureAdded)]
    content = tenant.feedback.picture(kept.originator_id, kept.digest)
    assert PLACE.encode() in photo().getvalue()
    assert PLACE.encode() not in content
    with Image.open(io.BytesIO(content), formats=["JPEG"]) as opened:
        assert opened.size == (40, 30)


def test_a_picture_leads_back_to_where_it_was_sent_with_what_came_of_it_in_view(
    client: FlaskClient, sent: Page, receipt: dict[str, str]
) -> None:
    story = Page(client.post(BACK, data=receipt))
    for page, at in ((sent, KEPT), (story, BACK)):
        assert f'action="{at}/picture#picture"' in page.html
        title = page.title
        got = send(client, receipt, photo(), "me.jpg", at)
        assert (got.status, got.title) == (200, title)
        refused = send(client, receipt, io.BytesIO(), "", at)
        assert (refused.status, refused.title) == (422, f"Error: {title}")
        for told, words in ((got, "We got your picture."), (refused, "Pick a picture first.")):
            assert told.html.index('id="picture"') < told.html.index(words)
            assert told.fields["receipt"] == receipt["receipt"]
    big = send(client, receipt, io.BytesIO(b"\xff\xd8\xff" + bytes(11 * 2**20)), "me.jpg", BACK)
    assert (big.status, big.fields["receipt"]) == (422, receipt["receipt"])


def test_the_five_words_are_said_to_be_shown_once_more_as_they_are(sent: Page) -> None:
    assert "Then we show them one more time." in sent.words


def test_a_picture_that_is_too_big_says_what_to_do_beside_the_words(
    client: FlaskClient, receipt: dict[str, str]
) -> None:
    refused = send(client, receipt, io.BytesIO(b"\xff\xd8\xff" + bytes(11 * 2**20)), "me.jpg")
    assert (refused.status, refused.fields["receipt"]) == (422, receipt["receipt"])
    assert "Try a smaller one, or send it without." in refused.words


def test_what_is_no_picture_is_refused_and_the_words_stay(
    client: FlaskClient, receipt: dict[str, str]
) -> None:
    heic = b"\0\0\0\x18ftypheic" + bytes(20)
    told = send(client, receipt, io.BytesIO(heic), "IMG_0001.HEIC")
    assert "Take a screenshot of it." in told.words
    for content, name in (
        (b"%PDF-1.7", "a.jpg"),
        (b"\xff\xd8\xff broken", "b.jpg"),
        (heic, "c.jpg"),
        (b"", ""),
    ):
        refused = send(client, receipt, io.BytesIO(content), name)
        assert refused.status == 422
        assert refused.fields["receipt"] == receipt["receipt"]
        assert "icture" in refused.words
    for number in range(3):
        assert send(client, receipt, photo((10 + number, 10)), "n.jpg").status == 200
    fourth = send(client, receipt, photo((20, 10)), "n.jpg")
    assert (fourth.status, "3 pictures" in fourth.words) == (422, True)


def test_pictures_cost_more_than_words_so_they_have_a_slower_pace(
    client: FlaskClient, receipt: dict[str, str]
) -> None:
    first = [send(client, receipt, photo(), "a.jpg").status for _ in range(PACES["picture"].source)]
    assert set(first) == {200}
    slowed = send(client, receipt, photo(), "a.jpg")
    assert (slowed.status, slowed.fields["receipt"]) == (429, receipt["receipt"])
    assert Page(client.get("/norfolk/tell")).status == 200
    assert PACES["picture"].source < PACES["tell"].source


def test_the_first_return_shows_the_words_once_more_and_counts_once(
    client: FlaskClient, receipt: dict[str, str], partnerships: Partnerships
) -> None:
    first, second = (Page(client.post(BACK, data=receipt)) for _ in range(2))
    assert "Still got your five words?" in first.words
    assert "Still got your five words?" not in second.words
    told = [each.TOPIC for each in facts(partnerships.open("norfolk"), receipt)]
    assert told == ["feedback.submitted", "feedback.came_back"]


def test_a_young_person_adds_words_says_if_they_were_heard_and_staff_read_it(
    anybody: FlaskClient, sign_in: Callable[[str], Staff]
) -> None:
    start = Page(anybody.get("/norfolk/tell"))
    told = Page(anybody.post("/norfolk/tell/send", data=start.fields | {"words": "QUILLFIRST"}))
    typed = {"receipt": told.fields["receipt"], "key": "a" * 32}
    empty = Page(anybody.post(f"{BACK}/more", data=typed | {"words": " "}))
    assert empty.status == 422
    long = Page(anybody.post(f"{BACK}/more", data=typed | {"words": "QUILLLONG " * 400}))
    assert (long.status, "QUILLLONG" in long.html) == (422, True)
    for _ in range(2):
        page = Page(anybody.post(f"{BACK}/more", data=typed | {"words": "QUILLMORE"}))
        assert "We have not read that yet" in page.words
    assert anybody.post(f"{BACK}/heard", data=typed | {"listened": "so"}).status_code == 422
    heard = Page(anybody.post(f"{BACK}/heard", data=typed | {"listened": "a bit"}))
    assert "Thank you for telling us" in heard.words
    assert send(anybody, typed, photo(), "a.jpg").status == 200
    triage = sign_in("triage@norfolk.example")
    row = next(row for row in triage.get("work/").html.split("<tr>") if "QUILLFIRST" in row)
    found = re.search(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', row)
    assert found
    message = triage.get(found[1])
    assert message.html.count("QUILLMORE") == 1
    assert "a bit" in message.words
    shown = re.search(r'<img class="sent" src="([^"]+)"', message.html)
    assert shown
    assert triage.client.get(shown[1]).mimetype == "image/jpeg"
    assert anybody.get(shown[1]).status_code in (302, 303, 404)


def test_whoever_opens_a_picture_alone_stands_on_the_record_too(
    anybody: FlaskClient, sign_in: Callable[[str], Staff], demo: Partnerships
) -> None:
    start = Page(anybody.get("/norfolk/tell"))
    told = Page(anybody.post("/norfolk/tell/send", data=start.fields | {"words": "QUILLSEEN"}))
    typed = {"receipt": told.fields["receipt"]}
    assert send(anybody, typed, photo(), "a.jpg").status == 200
    tenant = demo.open("norfolk")
    [kept] = [each for each in facts(tenant, typed) if isinstance(each, PictureAdded)]
    id = kept.originator_id
    scrutineer = sign_in("scrutineer@norfolk.example")
    shown = f"/norfolk/work/feedback/{id}/pictures/{kept.digest}"
    assert scrutineer.client.get(shown).status_code == 200
    tenant.catch_up()
    with tenant.read(AccessLog) as view:
        assert len(view.at(id)) == 1


def test_who_is_faster_than_anybody_reads_is_asked_to_press_again(
    client: FlaskClient, app: Flask
) -> None:
    app.config["SHORTEST_TELLING"] = 3
    start = Page(client.get("/norfolk/tell"))
    check = Page(client.post("/norfolk/tell/check", data=start.fields | {"words": "QUILLFAST"}))
    fast = Page(client.post("/norfolk/tell/send", data=check.fields))
    assert fast.status == 422
    assert "Count to five" in fast.words
    assert fast.fields == check.fields
    for token in ("", "made up", fast.fields["token"][:-1]):
        bare = Page(client.post("/norfolk/tell/send", data=check.fields | {"token": token}))
        assert (bare.status, bare.fields["words"]) == (422, "QUILLFAST")
    app.config["SHORTEST_TELLING"] = 0
    assert client.post("/norfolk/tell/send", data=fast.fields).status_code == 200


def test_is_someone_hurting_you_comes_with_help_first(client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/safe"))
    assert page.words.index("0800 1111") < page.words.index("Do you want to tell us?")
    assert "/norfolk/tell?help=yes" in page.links
    assert Page(client.get("/norfolk/tell?help=yes")).fields["asks_help"] == "yes"


def test_a_picture_that_is_closed_later_is_closed_on_earlier_days_too(
    anybody: FlaskClient, sign_in: Callable[[str], Staff], demo: Partnerships
) -> None:
    start = Page(anybody.get("/norfolk/tell"))
    told = Page(anybody.post("/norfolk/tell/send", data=start.fields | {"words": "QUILLPAST"}))
    typed = {"receipt": told.fields["receipt"]}
    assert send(anybody, typed, photo(), "a.jpg").status == 200
    scrutineer, at = sign_in("scrutineer@norfolk.example"), demo.store.recorder("norfolk").head().n
    [kept] = [each for each in facts(demo.open("norfolk"), typed) if isinstance(each, PictureAdded)]
    page = f"/norfolk/work/feedback/{kept.originator_id}"
    shown = f"{page}/pictures/{kept.digest}"
    assert scrutineer.client.get(shown).status_code == 200
    triage = sign_in("triage@norfolk.example")
    escalated = {"told_to": "the front door", "escalated_at": YESTERDAY, "reference": "1"}
    triage.post(f"{page.removeprefix('/norfolk/')}/escalate", **escalated)
    for then in ("", f"?known=@{at}"):
        assert scrutineer.client.get(f"{shown}{then}").status_code == 404
        assert "pictures/" not in scrutineer.client.get(f"{page}{then}").text
