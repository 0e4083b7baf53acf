"""What the tests of settings and commands share: a whole set of settings, and how a command says no."""

import base64
import socket

import pytest

from app import main

APP = "11111111-2222-4333-8444-555555555555"
KEY = base64.b64encode(bytes(32)).decode()
PRODUCTION = {
    "OT_MODE": "production",
    "MicrosoftAppId": APP,
    "MicrosoftAppPassword": "hunter2",
    "MicrosoftAppTenantId": APP,
    "OT_DATABASE_URL": "postgresql://ot:hunter2@127.0.0.1:1/ot",
    "OT_MASTER_KEYS": f"first:{KEY}",
}
Said = pytest.CaptureFixture[str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def refused(said: Said, command: str, environment: dict[str, str]) -> str:
    """The one sentence with which a command does not start."""
    assert main([command], environment) == 2
    told = said.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1, told.err
    assert "Traceback" not in told.err and "hunter2" not in told.err
    return told.err
