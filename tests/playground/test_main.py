"""One command starts the service and the playground, and stops both."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

import pytest

import playground.__main__ as command

SERVICE = """
import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
sys.stderr.write("now " + os.environ["OT_NOW"] + "\\n")
if os.environ.get("FAILS"):
    sys.exit(7)
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Type", "application/json"); self.end_headers()
        self.wfile.write(b'{"now": "2022-11-04T09:30:00+02:00", "rate": 1.0}')
    def log_message(self, *_): pass
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
HTTPServer(("127.0.0.1", int(os.environ["OT_PORT"])), Handler).serve_forever()
"""


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "app.py").write_text(SERVICE)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return {"OT_PORT": free_port(), "OT_PLAYGROUND_PORT": free_port()}


async def test_it_says_where_to_look_and_stops_on_a_signal(
    environment: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    running = asyncio.create_task(command.run(environment))
    out = err = ""
    while "Ctrl-C" not in out and not running.done():
        await asyncio.sleep(0.05)
        more = capfd.readouterr()
        out, err = out + more.out, err + more.err
    signal.raise_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running, 10) == 0
    assert f"http://127.0.0.1:{environment['OT_PLAYGROUND_PORT']}/?person=1" in out
    assert "now 2022-09-20T08:00" in err
    # The service may go on from an earlier run: what is said is what its clock shows.
    assert "2022-11-04T09:30" in out


async def test_it_ends_as_the_service_ended(environment: dict[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert await command.run({**environment, "FAILS": "yes"}) == 7
    assert "ended by itself with code 7" in capfd.readouterr().err


async def test_before_a_service_that_runs_already_it_starts_none_and_stays_when_that_one_is_away(
    environment: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    away = f"http://127.0.0.1:{environment['OT_PORT']}"
    running = asyncio.create_task(command.run({**environment, "FAILS": "yes", "OT_PLAYGROUND_SERVICE": away}))
    out = ""
    while "The service is" not in out and not running.done():
        await asyncio.sleep(0.05)
        out += capfd.readouterr().out
    await asyncio.sleep(0.3)
    assert not running.done()
    signal.raise_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running, 10) == 0
    assert f"http://127.0.0.1:{environment['OT_PLAYGROUND_PORT']}/?person=1" in out
    assert away in out


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"OT_PLAYGROUND_SERVICE": "http://example.org"}, "no service on this machine"),
        ({"OT_MODE": "production"}, "OT_MODE=local"),
        ({"OT_HOST": "0.0.0.0"}, "this machine only"),
        ({"OT_PORT": "many"}, "OT_PORT"),
        ({"OT_PORT": "53999", "OT_PLAYGROUND_PORT": "53999"}, "are the same"),
    ],
)
def test_it_refuses_to_be_anything_but_a_playground(wrong: dict[str, str], word: str) -> None:
    with pytest.raises(command.Unable, match=word):
        command.settings(wrong)


@pytest.mark.parametrize("name", ["OT_PORT", "OT_PLAYGROUND_PORT"])
def test_a_taken_port_names_the_setting(environment: dict[str, str], name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(command.Unable, match=f"choose another one with {name}"):
            command.settings({**environment, name: str(taken.getsockname()[1])})


def test_its_people_show_no_tokens_whatever_the_shell_knows_of_a_real_bot(environment: dict[str, str]) -> None:
    chosen = command.settings({**environment, "MicrosoftAppId": "x", "MicrosoftAppTenantId": "y"})
    assert (chosen["MicrosoftAppId"], chosen["MicrosoftAppTenantId"]) == ("", "")
