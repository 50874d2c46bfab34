"""Every link of a form leads somewhere: before it is sent, and after it was refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

from flask import Flask

from infra.partnerships import Partnerships
from tests.web.site.test_hostile import paths
from tests.web.staff import Staff

_LINK = re.compile(r'<a [^>]*?href="([^"#][^"]*)"')


def test_each_way_back_leads_somewhere(
    demo_app: Flask, demo: Partnerships, sign_in: Callable[[str], Staff]
) -> None:
    """Links of pages that are refused count most: there somebody has typed for a while."""
    staff, checked = sign_in("coordinator@norfolk.example"), dict[str, int]()
    dead = []
    for path in paths(demo_app, demo):
        for page in (staff.get(path), staff.post(path)):
            if page.status not in (200, 422):
                continue
            for link in ours(path, page.html):
                if link not in checked:
                    checked[link] = staff.client.get(link).status_code
                if checked[link] >= 400 and checked[link] != 422:  # 422 says why, in words
                    dead.append(f"{path} ({page.status}) -> {link} ({checked[link]})")
    assert not dead, "\n".join(dead)
    assert len(checked) > 80


def ours(path: str, html: str) -> Iterable[str]:
    """The links of a page's own part that stay in the partnership."""
    main = html.partition("<main")[2].partition("</main>")[0]
    for link in _LINK.findall(main):
        found = urljoin(f"/norfolk/{path.removeprefix('/norfolk/')}", link.replace("&amp;", "&"))
        if found.startswith("/norfolk/") and "sign-out" not in found:
            yield urlsplit(found).path
