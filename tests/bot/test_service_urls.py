"""Answers go to Teams, and in local mode to this machine; nowhere else."""

import pytest

from bot.service_urls import is_allowed


@pytest.mark.parametrize("url", ["http://127.0.0.1:3979", "http://localhost:1/x", "https://[::1]:3979/"])
def test_local_mode_answers_on_this_machine(url: str) -> None:
    assert is_allowed(url, local=True)
    assert not is_allowed(url, local=False)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "smba.trafficmanager.net",
        "http://10.0.0.1/",
        "http://127.0.0.1.example/",
        "http://127.0.0.1@example.com/",
        "http://[::1",
        "http://127.0.0.1:notaport/",
        "file://127.0.0.1/etc/passwd",
    ],
)
def test_nothing_else_is_answered(url: str | None) -> None:
    assert not is_allowed(url, local=True)
    assert not is_allowed(url, local=False)


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://SMBA.trafficmanager.net/emea/", True),
        ("http://smba.trafficmanager.net/emea/", False),
        ("https://smba.trafficmanager.net:8443/emea/", False),
        ("https://smba.trafficmanager.net.example/emea/", False),
        ("https://user@smba.trafficmanager.net/emea/", False),
    ],
)
def test_production_answers_to_teams_connector_only(url: str, allowed: bool) -> None:
    assert is_allowed(url, local=False) is allowed
