"""Tricky links: none is taken that leads, or might lead, to a host that is not on the list."""

import pytest

from domain.links import LONGEST, TEAMS_HOSTS, Link, check_host, check_link, own_link, split_link

HOSTS = (*TEAMS_HOSTS, "koskeverkko.fi", "*.jyu.fi", "xn--pivkoti-9wa.fi")
MEETING = (
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmYzZTk0ZjItMGQ0Zi00%40thread.v2/0"
    "?context=%7b%22Tid%22%3a%2211111111-2222-4333-8444-555555555555%22%2c%22Oid%22%3a%22"
    "11111111-2222-4333-8444-555555555555%22%7d"
)
GOOD = {
    MEETING: "teams.microsoft.com",
    "https://teams.microsoft.com/meet/2345678901234?p=aBcDeF12": "teams.microsoft.com",
    "https://teams.live.com/meet/9345678901234?p=aBcDeF12": "teams.live.com",
    "https://teams.cloud.microsoft/l/meetup-join/19%3ameeting_x%40thread.v2/0": "teams.cloud.microsoft",
    "https://koskeverkko.fi": "koskeverkko.fi",
    "https://koskeverkko.fi/": "koskeverkko.fi",
    "https://koskeverkko.fi?a=b": "koskeverkko.fi",
    "https://koskeverkko.fi/kehittamistyo/ot-hanke/#haastavaterot": "koskeverkko.fi",
    "Https://Koskeverkko.fi/Sivu": "koskeverkko.fi",
    "https://koskeverkko.fi/a@b:c": "koskeverkko.fi",
    "https://www.jyu.fi/p%C3%A4iv%C3%A4": "www.jyu.fi",
    "https://a.b.jyu.fi/": "a.b.jyu.fi",
    "https://xn--pivkoti-9wa.fi/": "xn--pivkoti-9wa.fi",
}
TRICKY = [
    "",
    "koskeverkko.fi",
    "//koskeverkko.fi/",
    "http://koskeverkko.fi/",
    "ftp://koskeverkko.fi/",
    "javascript:alert(1)",
    "javascript://koskeverkko.fi/%0aalert(1)",
    "JaVaScRiPt:alert('https://koskeverkko.fi/')",
    "data:text/html,https://koskeverkko.fi/",
    "vbscript:https://koskeverkko.fi/",
    "file:///etc/passwd",
    "msteams:/l/meetup-join/x",
    "https:koskeverkko.fi",
    "https:/koskeverkko.fi",
    "https:///koskeverkko.fi",
    "https:\\\\koskeverkko.fi",
    "https://",
    "https:///",
    "https://?koskeverkko.fi",
    " https://koskeverkko.fi/",
    "https://koskeverkko.fi/ ",
    "https://koskeverkko.fi/\n",
    "ht\ttps://koskeverkko.fi/",
    "https://koske\nverkko.fi/",
    "https://koskeverkko.fi\t/",
    "https://koskeverkko.fi/a b",
    "https://koskeverkko.fi/\x00",
    "https://koskeverkko.fi/%00",
    "https://koskeverkko.fi/%0d%0aSet-Cookie:a=b",
    "https://koskeverkko.fi/%",
    "https://koskeverkko.fi/%zz",
    "https://koskeverkko.fi/%5c%5cpaha.example",
    "https://koskeverkko.fi@paha.example/",
    "https://koskeverkko.fi:pw@paha.example/",
    "https://user@koskeverkko.fi/",
    "https://user:pw@koskeverkko.fi/",
    "https://@koskeverkko.fi/",
    "https://koskeverkko.fi%40paha.example/",
    "https://paha.example\\@koskeverkko.fi/",
    "https://paha.example\\.koskeverkko.fi/",
    "https://koskeverkko.fi\\paha.example/",
    "https://paha.example#@koskeverkko.fi/",
    "https://paha.example/?https://koskeverkko.fi/",
    "https://paha.example/koskeverkko.fi",
    "https://koskeverkko.fi.paha.example/",
    "https://pahakoskeverkko.fi/",
    "https://www.koskeverkko.fi/",
    "https://koskeverkko.fi./",
    "https://.koskeverkko.fi/",
    "https://koskeverkko..fi/",
    "https://-koskeverkko.fi/",
    "https://koskeverkko.fi:443/",
    "https://koskeverkko.fi:8443/",
    "https://koskeverkko.fi:/",
    "https://koskeverkko%2efi/",
    "https://%6boskeverkko.fi/",
    "https://koskeverkko。fi/",
    "https://koskeverkko．fi/",
    "https://ｋoskeverkko.fi/",
    "https://kоskeverkko.fi/",
    "https://коске.fi/",
    "https://koske\u00adverkko.fi/",
    "https://koske\u200bverkko.fi/",
    "https://\u202eif.okkrevekso\u202c/",
    "https://koskeverkkö.fi/",
    "https://koſkeverkko.fi/",
    "https://\u212aoskeverkko.fi/",
    "https://xn--kskeverkko-pph.fi/",
    "https://xn--jyu-abc.jyu.fi/",
    "https://jyu.fi/",
    "https://evil-jyu.fi/",
    "https://evil.jyu.fi.example/",
    "https://teams.microsoft.com.paha.example/l/meetup-join/x",
    "https://teams-microsoft.com/l/meetup-join/x",
    "https://teams.rnicrosoft.com/l/meetup-join/x",
    "https://teams.microsoft.co/l/meetup-join/x",
    "https://microsoft.com/l/meetup-join/x",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://127.0.0.1.koskeverkko.fi/",
    "https://1.2.3.0xfi/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[koskeverkko.fi]/",
    "https://①②⑦.⓪.⓪.①/",
    "https://localhost/",
    "https://fi/",
    "https://koskeverkko.fi/<script>",
    'https://koskeverkko.fi/"onclick="x',
    "https://koskeverkko.fi/`x`",
    "https://koskeverkko.fi/{{DATE(2022-09-20T05:00:00Z)}}",
    "https://koskeverkko.fi/ä",
    "[x](https://koskeverkko.fi/)",
    "https://koskeverkko.fi/\ud800",
    "https://koskeverkko.fi/" + "a" * LONGEST,
    "https://" + "a" * 64 + ".jyu.fi/",
    "https://" + "a." * 130 + "jyu.fi/",
]


@pytest.mark.parametrize("url", GOOD)
def test_a_link_to_a_listed_host_is_taken_as_it_is(url: str) -> None:
    link = check_link(url, HOSTS)
    assert (link.url, link.host) == (url, GOOD[url])


def is_taken(url: str) -> bool:
    try:
        return bool(check_link(url, HOSTS))
    except ValueError:
        return False


def test_no_tricky_link_is_taken() -> None:
    assert len(set(TRICKY)) == len(TRICKY) >= 40
    assert [url for url in TRICKY if is_taken(url)] == []


def test_the_refusal_of_a_host_names_it() -> None:
    with pytest.raises(ValueError, match=r"paha\.example is not among them"):
        check_link("https://paha.example/", HOSTS)


def test_nothing_is_taken_where_nothing_is_listed() -> None:
    with pytest.raises(ValueError, match="link_hosts"):
        check_link(MEETING, ())


def test_the_spelling_alone_can_be_judged_as_well() -> None:
    assert split_link("https://PAHA.example/x").host == "paha.example"


@pytest.mark.parametrize("listed", HOSTS)
def test_hosts_and_what_is_below_them_can_be_listed(listed: str) -> None:
    assert check_host(listed) == listed


WRONG = "|*|*.|*.fi|fi|Koskeverkko.fi|koskeverkko.fi.|a.*.fi|*koskeverkko.fi|127.0.0.1|https://koskeverkko.fi"
WRONG += "|koskeverkko.fi/|koskeverkko.fi:443|a b.fi|kоskeverkko.fi|koskeverkko.fi\n"


@pytest.mark.parametrize("listed", WRONG.split("|"))
def test_nothing_else_can_be_listed(listed: str) -> None:
    with pytest.raises(ValueError, match="a host such as"):
        check_host(listed)


@pytest.mark.parametrize("ours", ["https://ot.example.fi", "http://127.0.0.1:3978"])
def test_a_link_to_the_service_itself_needs_no_list(ours: str) -> None:
    url = f"{ours}/calendar/a.ics?until=1&lang=fi"
    assert own_link(url, ours) == Link(url, ours.split("//")[1].split(":")[0])


@pytest.mark.parametrize(
    "url",
    ["https://ot.example.fi.evil.fi/", "https://evil.fi/https://ot.example.fi/", "https://ot.example.fi", "", "/"],
)
def test_whatever_leads_elsewhere_is_no_link_to_the_service(url: str) -> None:
    for ours in ("https://ot.example.fi", ""):
        with pytest.raises(ValueError, match="the service itself"):
            own_link(url, ours)
