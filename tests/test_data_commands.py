"""The commands that touch people's data."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import commands
from app import main
from settings import read_settings
from storage import access_log, consultations, moments, people
from storage.database import Database
from storage.erasures import Erasure
from storage.people import Caller
from storage.schema import upgrade
from tests.settings import KEY, Said, refused
from tests.storage.facts import TENANT, request

OBJECT = "00000000-0000-4000-8000-000000000009"
NOW = datetime.now(UTC)

pytestmark = pytest.mark.usefixtures("as_before")


@pytest.fixture
def local(empty_sqlite_url: str) -> dict[str, str]:
    return {"OT_DATABASE_URL": empty_sqlite_url}


def within(environment: dict[str, str]) -> Database:
    return commands.database_of(read_settings(environment))


async def _live(environment: dict[str, str]) -> str:
    async with within(environment) as database:
        await upgrade(database)
        async with database.write() as connection:
            who = await people.meet(connection, Caller(TENANT, OBJECT, "Ammattilainen"), NOW)
            meeting = NOW.date() + timedelta(days=20)
            one = request(who.id, answers={"conflict": "Viestit kiristyvät"}, meeting=meeting, sent_at=NOW)
            await consultations.add(connection, one, {"unit": "Perheneuvola"})
    return one.reference


@pytest.fixture
def reference(local: dict[str, str]) -> str:
    """A request of somebody."""
    return asyncio.run(_live(local))


def run(environment: dict[str, str], capsys: Said, *words: str) -> str:
    assert main(list(words), environment) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def test_all_that_is_kept_of_a_person_is_written_as_json(local: dict[str, str], reference: str, capsys: Said) -> None:
    document = json.loads(run(local, capsys, "person", "export", TENANT, OBJECT.upper()))
    assert document["person"]["name"] == "Ammattilainen"
    assert [one["reference"] for one in document["requests"]] == [reference]
    assert document["requests"][0]["answers"] == {"conflict": "Viestit kiristyvät"}
    logged = run(local, capsys, "audit", "verify")
    assert "1 lines in order" in logged


def test_a_person_is_erased_and_the_list_says_so(local: dict[str, str], reference: str, capsys: Said) -> None:
    run(local, capsys, "person", "erase", TENANT, OBJECT, "--even-so")
    [erased] = commands.erasures_of(read_settings(local)).read()
    assert erased.kind == "person"
    assert main(["person", "export", TENANT, OBJECT], local) == 2
    assert "nobody" in capsys.readouterr().err


def test_a_request_is_erased_by_its_reference(local: dict[str, str], reference: str, capsys: Said) -> None:
    run(local, capsys, "request", "erase", reference.lower())
    [erased] = commands.erasures_of(read_settings(local)).read()
    assert erased.kind == "consultation"
    assert main(["request", "erase", reference], local) == 2
    assert "no request" in capsys.readouterr().err


def test_the_purge_reports_every_kind_with_its_rule(local: dict[str, str], reference: str, capsys: Said) -> None:
    told = run(local, capsys, "purge")
    assert "request: 0 (365 days after its end)" in told
    assert "log: 0 (1826 days)" in told


async def _requests(environment: dict[str, str]) -> list[str]:
    async with within(environment) as database, database.read() as connection:
        who = await people.find_actor(connection, Caller(TENANT, OBJECT, ""))
        return [one.reference for one in await consultations.owned_by(connection, who.id)] if who else []


def test_what_was_erased_after_the_backup_is_erased_again_after_the_restore(
    local: dict[str, str], reference: str, capsys: Said, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    run(local, capsys, "backup", str(copy))
    run(local, capsys, "request", "erase", reference)
    told = run(local, capsys, "restore", str(copy))
    assert "erased again: 1" in told and "before-restore" in told
    assert asyncio.run(_requests(local)) == []


def test_a_backup_holds_what_there_was_and_no_plain_word(
    local: dict[str, str], reference: str, capsys: Said, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    run(local, capsys, "backup", str(copy))
    written = copy.read_bytes()
    for words in ("Viestit", "Perheneuvola", "Ammattilainen", OBJECT):
        assert words.encode() not in written, words
    run(local, capsys, "restore", str(copy))
    assert asyncio.run(_requests(local)) == [reference]


@pytest.mark.parametrize(
    "words", [["person", "export", TENANT, OBJECT], ["person", "erase", TENANT, OBJECT], ["purge"]], ids=" ".join
)
def test_a_database_that_is_not_there_yet_is_said_to_be(local: dict[str, str], capsys: Said, words: list[str]) -> None:
    assert main(words, local) == 2
    assert "OT_DATABASE_URL" in capsys.readouterr().err


def test_a_backup_or_restore_that_cannot_be_is_told_in_a_sentence(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    assert main(["backup", str(tmp_path / "copy")], local) == 2
    assert "no database" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "copy")], local) == 2
    assert "no backup" in capsys.readouterr().err
    elsewhere = {"OT_DATABASE_URL": "postgresql://ot@127.0.0.1:1/ot"}
    assert main(["backup", str(tmp_path / "copy")], elsewhere) == 2
    assert "pg_dump" in capsys.readouterr().err


def test_a_list_of_erasures_that_cannot_be_written_stops_the_start(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    assert "OT_ERASURES" in refused(capsys, "serve", local | {"OT_ERASURES": str(tmp_path / "file" / "list")})


def test_a_list_of_erasures_that_is_no_text_stops_the_start(
    local: dict[str, str], capsys: Said, tmp_path: Path
) -> None:
    (tmp_path / "list").write_bytes(b"\xff\xfe")
    assert "not a text" in refused(capsys, "serve", local | {"OT_ERASURES": str(tmp_path / "list")})


def test_what_an_operator_does_stands_in_the_access_log(local: dict[str, str], reference: str, capsys: Said) -> None:
    run(local, capsys, "person", "export", TENANT, OBJECT)
    run(local, capsys, "request", "erase", reference)
    assert [(one.action, one.actor, one.reason) for one in asyncio.run(_lines(local))] == [
        ("person-export", None, "operator"),
        ("request-erase", None, "operator"),
    ]
    assert Erasure("consultation", asyncio.run(_lines(local))[1].subject) in list(
        commands.erasures_of(read_settings(local)).read()
    )


async def _lines(environment: dict[str, str]) -> list[access_log.Line]:
    async with within(environment) as database, database.read() as connection:
        return [access_log._line(one) async for one in access_log._rows(connection)]


def test_a_person_with_requests_under_way_is_erased_only_on_purpose(
    local: dict[str, str], reference: str, capsys: Said
) -> None:
    assert main(["person", "erase", TENANT, OBJECT], local) == 2
    told = capsys.readouterr().err
    assert reference in told and "--even-so" in told
    assert (asyncio.run(_requests(local)), asyncio.run(_lines(local))) == ([reference], [])
    # A day after its meeting nothing is under way.
    asyncio.run(_seen(local, NOW + timedelta(days=22)))
    run(local, capsys, "person", "erase", TENANT, OBJECT)
    assert asyncio.run(_requests(local)) == []


async def _seen(environment: dict[str, str], moment: datetime) -> None:
    async with within(environment) as database, database.write() as connection:
        await moments.see(connection, moment)


async def _pretended(environment: dict[str, str], moment: datetime) -> None:
    """Somebody sends a request, long ago."""
    async with within(environment) as database:
        await upgrade(database)
        async with database.write() as connection:
            await moments.see(connection, moment)
            who = await people.meet(connection, Caller(TENANT, OBJECT, "Ammattilainen"), moment)
            meeting = moment.date() + timedelta(days=20)
            await consultations.add(connection, request(who.id, meeting=meeting, sent_at=moment), {})


def test_what_is_fresh_by_a_pretended_clock_stays(local: dict[str, str], capsys: Said, tmp_path: Path) -> None:
    then = datetime(2022, 9, 20, 5, tzinfo=UTC)
    asyncio.run(_pretended(local, then))
    assert "request: 0" in run(local, capsys, "purge")
    run(local, capsys, "backup", str(tmp_path / "copy"))
    run(local, capsys, "restore", str(tmp_path / "copy"))
    assert len(asyncio.run(_requests(local))) == 1
    assert [one.at for one in asyncio.run(_lines(local))] == [then]
    asyncio.run(_seen(local, then + timedelta(days=3 * 365)))
    assert "request: 1" in run(local, capsys, "purge")


def _folder(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.iterdir() if one.is_file()}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"OT_MASTER_KEYS": f"first:{KEY}"}, "master key"),
        ({"OT_MASTER_KEY_FILE": "/nowhere/master.key"}, "/nowhere/master.key"),
        ({"OT_CONTENT": "nowhere"}, "nowhere"),
        ({"OT_ERASURES": "/"}, "OT_ERASURES"),
    ],
    ids=["another key", "no key", "no content", "no list"],
)
def test_a_restore_that_cannot_finish_changes_nothing_and_can_be_tried_again(
    local: dict[str, str], reference: str, capsys: Said, tmp_path: Path, wrong: dict[str, str], told: str
) -> None:
    copy = tmp_path / "copy"
    run(local, capsys, "backup", str(copy))
    run(local, capsys, "request", "erase", reference)
    before = _folder(tmp_path)
    assert main(["restore", str(copy)], local | wrong) == 2
    assert told in capsys.readouterr().err
    assert _folder(tmp_path) == before
    assert "erased again: 1" in run(local, capsys, "restore", str(copy))
    left = sorted(set(_folder(tmp_path)) - set(before))
    assert left == ["ot-botti.db.before-restore"]


def test_a_restore_makes_no_keys_of_its_own(
    local: dict[str, str], reference: str, capsys: Said, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    run(local, capsys, "backup", str(copy))
    (tmp_path / "new").mkdir()
    elsewhere = {"OT_DATABASE_URL": f"sqlite:///{tmp_path / 'new' / 'ot-botti.db'}"}
    assert main(["restore", str(copy)], elsewhere) == 2
    assert "master.key" in capsys.readouterr().err
    assert _folder(tmp_path / "new") == {}
    run(elsewhere | {"OT_MASTER_KEY_FILE": str(tmp_path / "master.key")}, capsys, "restore", str(copy))
    assert reference in asyncio.run(_requests(elsewhere | {"OT_MASTER_KEY_FILE": str(tmp_path / "master.key")}))


def test_a_restore_stands_in_the_access_log_with_the_head_that_was_there(
    local: dict[str, str], reference: str, capsys: Said, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    run(local, capsys, "backup", str(copy))
    run(local, capsys, "request", "erase", reference)
    head = run(local, capsys, "audit", "verify").split()[-1]
    run(local, capsys, "restore", str(copy))
    assert [(one.action, one.actor, one.outcome, one.reason) for one in asyncio.run(_lines(local))] == [
        ("erased-again", None, "done", "1"),
        ("restore", None, "done", head),
    ]
    assert "2 lines in order" in run(local, capsys, "audit", "verify")
    for ending in ("", ".before-restore"):
        (tmp_path / f"ot-botti.db{ending}").unlink()
    run(local, capsys, "restore", str(copy))
    assert asyncio.run(_lines(local))[-1].reason == ""
