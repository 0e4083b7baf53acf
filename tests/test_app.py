"""The commands, their settings, and the service as a process of its own."""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
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

import app
from app import SettingError, Settings, main, make_clock, read_settings
from tests.house import HELSINKI, ROOT, START
from tests.storage.facts import NOW

APP = "11111111-2222-4333-8444-555555555555"
PRODUCTION = {
    "OT_MODE": "production",
    "MicrosoftAppId": APP,
    "MicrosoftAppPassword": "hunter2",
    "MicrosoftAppTenantId": APP,
    "OT_DATABASE_URL": "postgresql://ot:hunter2@127.0.0.1:1/ot",
}
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.fixture
def local(sqlite_url: str) -> dict[str, str]:
    return {"OT_DATABASE_URL": sqlite_url, "OT_PORT": str(free_port()), "OT_NOW": "2022-09-20T08:00"}


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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OT_MODE", "test"),
        ("OT_HOST", "0.0.0.0"),
        ("OT_PORT", "http"),
        ("OT_PORT", "70000"),
        ("OT_PORT", "-1"),
        ("OT_PORT", "nan"),
        ("OT_CLOCK_RATE", "0"),
        ("OT_CLOCK_RATE", "fast"),
        ("OT_NOW", "tomorrow"),
        ("OT_NOW", "2022-13-01"),
        ("OT_DATABASE_URL", "mysql://localhost/ot"),
        ("OT_DATABASE_URL", "no address at all"),
        ("OT_DATABASE_URL", "postgresql://ot:hunter2@127.0.0.1:1/ot"),
    ],
)
def test_a_setting_that_is_wrong_is_named_in_one_sentence(
    local: dict[str, str], capsys: Said, name: str, value: str
) -> None:
    assert name in refused(capsys, "serve", local | {name: value})


@pytest.mark.parametrize("name", ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "OT_DATABASE_URL"])
def test_what_production_lacks_is_named(capsys: Said, name: str) -> None:
    without = {key: value for key, value in PRODUCTION.items() if key != name}
    assert f"{name} is missing" in refused(capsys, "serve", without)


@pytest.mark.parametrize("name", ["MicrosoftAppId", "MicrosoftAppTenantId"])
@pytest.mark.parametrize("value", ["x", "11111111", APP + "0", "{" + APP + "}", APP.replace("-", "")])
def test_an_identity_that_is_no_guid_is_named(capsys: Said, name: str, value: str) -> None:
    assert name in refused(capsys, "serve", PRODUCTION | {name: value})


@pytest.mark.parametrize(("name", "value"), [("OT_NOW", "2022-09-20T08:00"), ("OT_CLOCK_RATE", "60")])
def test_production_does_not_pretend_a_time(capsys: Said, name: str, value: str) -> None:
    assert name in refused(capsys, "serve", PRODUCTION | {name: value})


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


def test_without_a_setting_it_is_local_with_the_sample_content_and_a_file() -> None:
    made = read_settings({})
    assert (made.local, made.host, made.port, made.rate, made.start) == (True, "127.0.0.1", 3978, 1.0, None)
    assert made.content == ROOT / "content" / "keski-suomi"
    assert made.database_url == f"sqlite:///{ROOT / 'var' / 'ot-botti.db'}"


def test_an_empty_setting_is_none() -> None:
    names = ("OT_MODE", "OT_HOST", "OT_PORT", "OT_DATABASE_URL", "OT_CONTENT", "OT_NOW", "OT_CLOCK_RATE")
    assert read_settings(dict.fromkeys(names, "")) == read_settings({})


def test_production_listens_to_all_and_has_its_identity() -> None:
    made = read_settings(PRODUCTION)
    assert (made.local, made.host) == (False, "0.0.0.0")
    assert (made.app_id, made.tenant, made.password) == (APP, APP, "hunter2")
    assert read_settings(PRODUCTION | {"OT_HOST": "127.0.0.1"}).host == "127.0.0.1"


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


def test_check_content_lists_what_is_made_up_and_what_is_not_translated(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    form = tmp_path / "content" / "keski-suomi" / "forms" / "ot-nepsy.toml"
    lines = form.read_text().splitlines(keepends=True)
    form.write_text("".join(line for line in lines if not line.startswith('title.en = "One more thing"')))
    assert main(["check-content"], local | {"OT_CONTENT": str(tmp_path / "content" / "keski-suomi")}) == 0
    told = capsys.readouterr().out
    assert "keski-suomi: 3 groups, 3 forms" in told
    assert "sample value: groups.haastavat-erot.seats = 3" in told
    assert "not translated: forms/ot-nepsy.toml: confirm.title: en" in told


async def prepare(settings: Settings) -> None:
    """What `serve` does before it serves."""
    async with app._database(settings) as database:
        await app._prepare(database, app._content(settings), settings)


def test_doctor_says_what_is_not_in_order_and_then_what_is(local: dict[str, str], capsys: Said) -> None:
    assert main(["doctor"], local) == 1
    assert "NOT its schema is present" in capsys.readouterr().out
    asyncio.run(prepare(read_settings(local)))
    assert main(["doctor"], local) == 0
    assert "NOT" not in capsys.readouterr().out


def test_a_package_is_built_for_an_app_id_only(
    local: dict[str, str], capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "ROOT", tmp_path)
    assert "MicrosoftAppId" in refused(capsys, "package", local)
    assert main(["package"], local | {"MicrosoftAppId": APP}) == 0
    assert capsys.readouterr().out == "build/ot-botti.zip\n"
    with zipfile.ZipFile(tmp_path / "build" / "ot-botti.zip") as made:
        assert json.loads(made.read("manifest.json"))["id"] == APP


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
    events = [json.loads(line) for line in log.read_text().splitlines()]
    assert [one["event"] for one in events] == ["serving", "clock goes on from the last moment seen", "serving"]
    assert all(one["timestamp"] and one["level"] == "info" for one in events)
