"""Answers go to Teams, and in local mode to this machine; nowhere else."""

import pytest

from bot.service_urls import Addresses, is_loopback, origin_of

TEAMS = Addresses()
HERE = Addresses(signed=frozenset(), loopback=True)
LISTED = Addresses(bare=frozenset({("http", "127.0.0.1", 3979)}))


@pytest.mark.parametrize("url", ["http://127.0.0.1:3979", "http://localhost:1/x", "https://[::1]:3979/"])
def test_local_mode_answers_on_this_machine_without_a_token(url: str) -> None:
    assert is_loopback(url)
    assert HERE.allow(url) and not HERE.take_token(url)
    assert not TEAMS.allow(url)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "smba.trafficmanager.net",
        "http://10.0.0.1/",
        "http://127.0.0.1.example/",
        "http://127.0.0.1@example.com/",
        "http://example.com@127.0.0.1/",
        "http://127.0.0.1#@example.com/",
        "http://127.0.0.1?@example.com/",
        "http://127.0.0.1\\@example.com/",
        "http://127.0.0.1\n.example.com/",
        "http://127.0.0.1/\n",
        "http://127.0.0.1\t/",
        " http://127.0.0.1/",
        "http://127.0.0.1/?x=",
        "http://127.0.0.1/#x",
        "http://127.0.0.1/%2e%2e/",
        "http://127.0.0.1%00/",
        "http://127.0.0.1:/",
        "http://127.0.0.1:123456/",
        "http:/127.0.0.1/",
        "http:///127.0.0.1/",
        "//127.0.0.1/",
        "http://2130706433/",
        "http://０.０.０.０/",
        "http://[::1",
        "http://127.0.0.1:notaport/",
        "http://127.0.0.1:٣٩٧٩/",
        "file://127.0.0.1/etc/passwd",
        "http://127.0.0.1/" + "x" * 500,
    ],
)
def test_nothing_else_is_answered(url: str | None) -> None:
    assert not any(one.allow(url) or one.take_token(url) for one in (TEAMS, HERE, LISTED))


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://SMBA.trafficmanager.net/emea/", True),
        ("https://smba.trafficmanager.net:443/fi/", True),
        ("https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/", True),
        ("http://smba.trafficmanager.net/emea/", False),
        ("https://smba.trafficmanager.net:8443/emea/", False),
        ("https://smba.trafficmanager.net./emea/", False),
        ("https://smba.trafficmanager.net.example/emea/", False),
        ("https://x.smba.trafficmanager.net/emea/", False),
        ("https://xsmba.trafficmanager.net/emea/", False),
        ("https://user@smba.trafficmanager.net/emea/", False),
        ("https://smbа.trafficmanager.net/emea/", False),
    ],
)
def test_production_answers_to_teams_connector_only_and_with_its_token(url: str, allowed: bool) -> None:
    assert TEAMS.allow(url) is allowed
    assert TEAMS.take_token(url) is allowed
    assert LISTED.allow(url) is allowed
    assert not HERE.allow(url)


def test_what_is_listed_is_answered_without_a_token_and_on_its_own_port_only() -> None:
    assert LISTED.allow("http://127.0.0.1:3979/x")
    assert not LISTED.take_token("http://127.0.0.1:3979/x")
    for other in ("http://127.0.0.1:3980/x", "https://127.0.0.1:3979/x", "http://localhost:3979/x"):
        assert not LISTED.allow(other)


def test_an_origin_has_its_schemes_usual_port() -> None:
    assert origin_of("http://a.example") == ("http", "a.example", 80)
    assert origin_of("HTTPS://A.example/x") == ("https", "a.example", 443)
