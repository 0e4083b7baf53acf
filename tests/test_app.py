"""The commands, their settings, and the service as a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
import structlog

from app import main, make_clock
from settings import SettingError, Settings, read_settings
from tests.house import HELSINKI, ROOT, START
from tests.settings import Said, free_port, refused
from tests.storage.facts import NOW

pytestmark = pytest.mark.usefixtures("as_before")


def test_a_port_that_is_taken_is_said_to_be(local: dict[str, str], capsys: Said) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(local["OT_PORT"])))
        taken.listen()
        told = refused(capsys, "serve", local)
    assert local["OT_PORT"] in told and "OT_PORT" in told


@pytest.mark.parametrize("command", ["serve", "check-content", "doctor"])
def test_content_that_is_not_there_is_named(local: dict[str, str], capsys: Said, tmp_path: Path, command: str) -> None:
    told = refused(capsys, command, local | {"OT_CONTENT": str(tmp_path / "nowhere")})
    assert "nowhere/centre.toml" in told


def test_the_clock_is_real_unless_it_is_told_a_moment() -> None:
    zone = ZoneInfo("Europe/Helsinki")
    real = make_clock(read_settings({}), zone, None)
    assert abs((real.now() - datetime.now(UTC)).total_seconds()) < 5
    told = make_clock(read_settings({"OT_NOW": "2022-09-20T08:00", "OT_CLOCK_RATE": "60"}), zone, None)
    assert abs((told.now() - START).total_seconds()) < 60
    assert told.rate == 60


def test_a_told_clock_goes_on_from_the_later_moment_and_says_so() -> None:
    settings: Settings = read_settings({"OT_NOW": "2022-09-20T08:00"})
    zone, later = ZoneInfo("Europe/Helsinki"), NOW.replace(year=2023)
    with structlog.testing.capture_logs() as logged:
        assert make_clock(settings, zone, later).now() >= later
        assert make_clock(settings, zone, NOW.replace(year=2021)).now() < later
    assert [one["event"] for one in logged] == ["clock goes on from the last moment seen"]
    with pytest.raises(SettingError, match="OT_NOW"):
        make_clock(replace(settings, start="x"), zone, None)


def test_a_command_that_is_none_is_said_with_those_that_are(capsys: Said) -> None:
    with pytest.raises(SystemExit) as left:
        main(["dance"], {})
    assert left.value.code == 2
    assert "check-content" in capsys.readouterr().err


@contextmanager
def serving(environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The real service, until it is told to stop."""
    with log.open("ab") as out:
        running = subprocess.Popen(
            [sys.executable, "app.py", "serve"], cwd=ROOT, env=os.environ | environment, stderr=out
        )
    try:
        _until_ready(running, environment["OT_PORT"])
        yield running
    finally:
        running.kill()
        running.wait()


def _until_ready(running: subprocess.Popen[bytes], port: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and running.poll() is None:
        try:
            assert asked(port, "/readyz")["status"] == "ready"
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the service did not start")


def asked(port: str, path: str) -> dict[str, Any]:
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return dict(json.loads(answer.read()))


def test_the_service_starts_stops_on_a_signal_and_goes_on_from_the_later_moment(
    local: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    last = datetime(2022, 10, 1, 12, tzinfo=HELSINKI)
    for told in ("2022-10-01T12:00", "2022-09-20T08:00"):
        with serving(local | {"OT_NOW": told, "OT_CLOCK_RATE": "3600"}, log) as running:
            shown = datetime.fromisoformat(asked(local["OT_PORT"], "/local/clock")["now"])
            assert last <= shown < last + timedelta(days=1)
            last = shown
            began = time.monotonic()
            running.send_signal(signal.SIGTERM)
            assert running.wait(10) == 0
            assert time.monotonic() - began < 5
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    # The scheduler tells of itself from a thread of its own.
    events = [one for one in lines if one["event"] not in ("leading", "reminders planned")]
    stopped, again = "access log head", "clock goes on from the last moment seen"
    assert [one["event"] for one in events] == ["serving", stopped, again, "serving", stopped]
    assert all(one["timestamp"] and one["level"] == "info" for one in events)


def test_a_second_service_on_one_file_is_refused_and_the_first_one_stays(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    with serving(local, tmp_path / "log"):
        told = refused(capsys, "serve", local | {"OT_PORT": str(free_port())})
        assert "is served by another process already" in told
        assert asked(local["OT_PORT"], "/readyz")["status"] == "ready"
