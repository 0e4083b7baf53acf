"""The commands of an administrator."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

import app
import commands
from app import main
from settings import Settings, read_settings
from storage import access_log, vault
from storage.access_log import Line
from storage.keys import read_key_file
from storage.selftest import check_keys
from tests.house import ROOT
from tests.settings import APP, KEY, Said, refused
from tests.storage.facts import NOW, caller, person, sent

pytestmark = pytest.mark.usefixtures("as_before")


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


async def walked(settings: Settings) -> str:
    """Somebody reads a request and another is refused; gives the head."""
    async with commands.database_of(settings) as database:
        who = await person(database)
        one = await sent(database, who.id)
        lines = [("consultation-open", "done", ""), ("consultation-take", "refused", "refused-not-found")]
        async with database.write() as connection:
            for action, outcome, reason in lines:
                line = Line(NOW, who.id, action, "consultation", one.id, outcome, reason)
                head = await access_log.append(connection, await access_log.chain_key(connection), line)
        return head.hash


async def tamper(settings: Settings, *statements: str) -> None:
    async with commands.database_of(settings) as database, database.write() as connection:
        for one in statements:
            await connection.execute(text(one))


def test_the_access_log_is_judged_and_its_first_broken_line_named(local: dict[str, str], capsys: Said) -> None:
    assert main(["audit", "verify"], local) == 2
    assert "start the service" in capsys.readouterr().err
    settings = read_settings(local)
    asyncio.run(prepare(settings))
    head = asyncio.run(walked(settings))
    assert main(["audit", "verify", "--head", head], local) == 0
    assert capsys.readouterr().out == f"access log: 2 lines in order, head {head}\n"
    change = "UPDATE access_log SET outcome = 'done' WHERE seq = 2"
    asyncio.run(tamper(settings, "DROP TRIGGER access_log_no_update", change))
    assert main(["audit", "verify"], local) == 1
    assert "NOT in order: line 2" in capsys.readouterr().out


def test_a_cut_tail_of_the_access_log_is_noticed_by_its_head(local: dict[str, str], capsys: Said) -> None:
    settings = read_settings(local)
    asyncio.run(prepare(settings))
    head = asyncio.run(walked(settings))
    cut = "DELETE FROM access_log WHERE seq = 2"
    asyncio.run(tamper(settings, "DROP TRIGGER access_log_no_delete", cut))
    assert main(["audit", "verify"], local) == 0
    assert main(["audit", "verify", "--head", head], local) == 1
    assert "NOT there" in capsys.readouterr().out


def test_the_access_log_is_exported_by_request_and_by_person(local: dict[str, str], capsys: Said) -> None:
    settings = read_settings(local)
    asyncio.run(prepare(settings))
    asyncio.run(walked(settings))
    one = caller()
    for given in (["--request", "he-2022-0001"], ["--person", one.tenant.upper(), one.object_id.upper()]):
        assert main(["audit", "export", *given], local) == 0
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(line["action"], line["outcome"]) for line in told] == [
            ("consultation-open", "done"),
            ("consultation-take", "refused"),
        ]
        assert not {"seq", "previous", "hash"} & {name for line in told for name in line}
    unknown = {"no request": ["--request", "HE-2022-9999"], "nobody": ["--person", one.tenant, "nobody"]}
    for sentence, given in unknown.items():
        assert main(["audit", "export", *given], local) == 2
        said = capsys.readouterr()
        assert sentence in said.err and said.out == ""
    for wrong in ([], ["--request", "HE-2022-0001", "--person", "a", "b"]):
        assert main(["audit", "export", *wrong], local) == 2
        assert "either --request" in capsys.readouterr().err


def test_what_the_program_makes_is_for_its_owner_alone(local: dict[str, str], tmp_path: Path) -> None:
    given = {name: value for name, value in os.environ.items() if not name.startswith("OT_")} | local
    widest = os.umask(0)
    try:
        # It makes the file by asking whether the database answers.
        subprocess.run([sys.executable, "app.py", "doctor"], cwd=ROOT, env=given, capture_output=True, timeout=60)
    finally:
        os.umask(widest)
    made = [one for one in tmp_path.iterdir() if one.is_file()]
    assert "ot-botti.db" in [one.name for one in made]
    assert [one.name for one in made if one.stat().st_mode & 0o077] == []


def test_a_new_key_is_a_line_of_the_key_file(local: dict[str, str], capsys: Said, tmp_path: Path) -> None:
    assert main(["keys", "new"], local) == 0
    line = capsys.readouterr().out
    (tmp_path / "keys").write_text(line)
    (tmp_path / "keys").chmod(0o600)
    assert line.count("\n") == 1 and len(read_key_file(tmp_path / "keys").masters) == 1
    assert not (tmp_path / "master.key").exists()


def test_local_mode_makes_its_key_file_once_beside_the_database(local: dict[str, str], tmp_path: Path) -> None:
    settings = read_settings(local)
    first, again = commands.keyring_of(settings), commands.keyring_of(settings)
    assert first.masters == again.masters
    assert (tmp_path / "master.key").stat().st_mode & 0o777 == 0o600
    given = read_settings(local | {"OT_MASTER_KEYS": f"first:{KEY}"})
    assert commands.keyring_of(given).writing == "first"
    server = read_settings(local | {"OT_DATABASE_URL": "postgresql://127.0.0.1:1/ot"})
    assert commands._local_keys(server) == ROOT / "var" / "master.key"


async def _reads(settings: Settings) -> None:
    async with commands.database_of(settings) as database:
        await check_keys(database)
        async with database.read() as connection:
            assert await vault.index(connection)


def test_keys_are_rotated_and_the_old_one_can_be_thrown_away(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    asyncio.run(prepare(read_settings(local)))
    keys, old = tmp_path / "master.key", (tmp_path / "master.key").read_text()
    assert main(["keys", "new"], local) == 0
    new = capsys.readouterr().out
    keys.write_text(new + old)
    for count in (1, 0):
        assert main(["keys", "rotate"], local) == 0
        assert capsys.readouterr().out == f"data keys wrapped anew: {count}\n"
    keys.write_text(new)
    asyncio.run(_reads(read_settings(local)))
    assert main(["doctor"], local) == 0
    assert "ok  its master keys are at hand" in capsys.readouterr().out


def test_a_master_key_that_is_not_there_stops_everything_by_its_name(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    asyncio.run(prepare(read_settings(local)))
    keys = tmp_path / "master.key"
    lost = read_key_file(keys).writing
    assert main(["keys", "new"], local) == 0
    keys.write_text(capsys.readouterr().out)
    assert main(["doctor"], local) == 1
    assert f"NOT The database was written with the master key {lost}" in capsys.readouterr().out
    assert f"master key {lost}, which OT_MASTER_KEY_FILE ({keys})" in refused(capsys, "serve", local)
    assert main(["keys", "rotate"], local) == 2
    assert lost in capsys.readouterr().err
