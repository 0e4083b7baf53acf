"""The commands of an administrator."""

import asyncio
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

import app
import commands
from app import main
from settings import Settings, read_settings
from tests.house import ROOT
from tests.settings import APP, Said, free_port, refused


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.fixture
def local(sqlite_url: str) -> dict[str, str]:
    return {"OT_DATABASE_URL": sqlite_url, "OT_PORT": str(free_port()), "OT_NOW": "2022-09-20T08:00"}


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
    async with commands.database_of(settings) as database:
        await app._prepare(database, commands.content_of(settings), settings)


def test_doctor_says_what_is_not_in_order_and_then_what_is(local: dict[str, str], capsys: Said) -> None:
    assert main(["doctor"], local) == 1
    assert "NOT its schema is present" in capsys.readouterr().out
    asyncio.run(prepare(read_settings(local)))
    assert main(["doctor"], local) == 0
    assert "NOT" not in capsys.readouterr().out


def test_a_package_is_built_for_an_app_id_only(
    local: dict[str, str], capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    assert "MicrosoftAppId" in refused(capsys, "package", local)
    assert main(["package"], local | {"MicrosoftAppId": APP}) == 0
    assert capsys.readouterr().out == "build/ot-botti.zip\n"
    with zipfile.ZipFile(tmp_path / "build" / "ot-botti.zip") as made:
        assert json.loads(made.read("manifest.json"))["id"] == APP
