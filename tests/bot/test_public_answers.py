"""What anybody is answered: headers, and nothing twice."""

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.public_answers import HTML, answer, language_of, missing, shown
from documents.pages import Pages
from tests.house import SITE, read_sample_content, read_texts

PAGES = Pages(read_texts(), read_sample_content().centre, SITE)


def test_an_answer_that_the_reader_has_already_is_not_sent_again() -> None:
    first = answer(make_mocked_request("GET", "/"), b"sivu", HTML)
    assert first.status == 200 and first.etag
    again = make_mocked_request("GET", "/", headers={"If-None-Match": f'"x", W/"y", "{first.etag.value}"'})
    assert answer(again, b"sivu", HTML).status == 304
    assert answer(again, b"toinen", HTML).status == 200
    assert answer(make_mocked_request("GET", "/", headers={"If-None-Match": "*"}), b"sivu", HTML).status == 304


def test_when_a_file_was_made_is_no_part_of_what_it_says() -> None:
    request = make_mocked_request("GET", "/x.ics")
    made = [answer(request, b"A\r\nDTSTAMP:%d\r\nB" % number, "text/calendar") for number in range(3)]
    tags = {one.headers["ETag"] for one in made}
    assert len(tags) == 1
    assert answer(request, b"A\r\nDTSTAMP:1\r\nC", "text/calendar").headers["ETag"] not in tags


@pytest.mark.parametrize("status", [200, 404])
def test_every_answer_lets_a_browser_do_nothing_but_show_it(status: int) -> None:
    request = make_mocked_request("GET", "/")
    headers = (answer(request, b"", HTML) if status == 200 else missing(request, PAGES)).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';") and "script" not in policy and "unsafe" not in policy
    assert "form-action 'self'" in policy and "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == ("no-cache" if status == 200 else "no-store") and "Set-Cookie" not in headers


@pytest.mark.parametrize(
    ("path", "accepted", "expected"),
    [
        ("/", None, "fi"),
        ("/?lang=sv", "en", "sv"),
        ("/?lang=xx", "en", "fi"),
        ("/", "en-GB,fi;q=0.5", "en"),
        ("/", "sv", "sv"),
        ("/", "de", "fi"),
        ("/", "*", "fi"),
        ("/", "", "fi"),
    ],
)
def test_the_language_is_that_of_the_address_else_the_browsers(path: str, accepted: str | None, expected: str) -> None:
    headers = {} if accepted is None else {"Accept-Language": accepted}
    assert language_of(make_mocked_request("GET", path, headers=headers), PAGES) == expected


def test_a_sentence_has_a_status() -> None:
    assert shown("<p>", 410).status == 410
