"""The commands that touch people's data: time limits, a person's rights, backup and restore."""

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from commands import Command, content_of, database_of, erasures_of, rules_of
from domain.retention import Purged
from settings import SettingError, Settings
from storage import access_log, backups, consultations, people, persons
from storage.access_log import Line
from storage.database import Database, file_of
from storage.erasures import Erasure
from storage.people import Caller
from storage.replay import replay
from storage.retention import Rules, purge
from storage.schema import check_current, upgrade
from storage.selftest import check_keys

Made = TypeVar("Made")
Work = Callable[[AsyncConnection], Awaitable[Made]]


async def _within(settings: Settings, work: Work[Made]) -> Made:
    async with database_of(settings) as database:
        await check_current(database)
        await check_keys(database)
        async with database.write() as connection:
            return await work(connection)


def _now() -> datetime:
    return datetime.now(UTC)


async def _log(connection: AsyncConnection, action: str, kind: str, subject: str) -> None:
    # Who sits at the machine is known to the machine, not to the service.
    line = Line(_now(), None, action, kind, subject, "done", "operator")
    await access_log.append(connection, await access_log.chain_key(connection), line)


def purge_now(settings: Settings, _: Namespace) -> int:
    """Erase what has come to its time limit, and report by kind, count and rule."""
    rules = rules_of(content_of(settings))

    async def work(connection: AsyncConnection) -> Sequence[Purged]:
        return await purge(connection, rules, _now())

    report = asyncio.run(_within(settings, work))
    sys.stdout.write("".join(f"{one.kind}: {one.count} ({one.rule})\n" for one in report))
    return 0


async def _person(connection: AsyncConnection, given: Namespace) -> str:
    found = await people.find_actor(connection, Caller(given.tenant.lower(), given.object_id.lower(), ""))
    if found is None:
        raise SettingError("There is nobody with this tenant and object id.")
    return found.id


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def person_export(settings: Settings, given: Namespace) -> int:
    """Write all that is kept of a person as JSON to standard output; it is confidential."""

    async def work(connection: AsyncConnection) -> persons.Document:
        person = await _person(connection, given)
        await _log(connection, "person-export", "person", person)
        return await persons.export(connection, person)

    document = asyncio.run(_within(settings, work))
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n")
    return 0


def person_erase(settings: Settings, given: Namespace) -> int:
    """Erase a person: who she is, her drafts and chats, and that she was the one who asked."""

    async def work(connection: AsyncConnection) -> Erasure | None:
        person = await _person(connection, given)
        await _log(connection, "person-erase", "person", person)
        erased = await persons.erase(connection, person)
        _note(settings, erased)
        return erased

    asyncio.run(_within(settings, work))
    sys.stdout.write("The person has been erased, and noted in the list of erasures.\n")
    return 0


def _note(settings: Settings, erased: Erasure | None) -> None:
    if erased:
        erasures_of(settings).note(erased, _now())


def request_erase(settings: Settings, given: Namespace) -> int:
    """Erase a request whole, with its questions and answers, and destroy its keys."""

    async def work(connection: AsyncConnection) -> None:
        request = await consultations.id_of(connection, given.reference.upper())
        if request is None:
            raise SettingError("There is no request with this reference number.")
        await _log(connection, "request-erase", "consultation", request)
        await consultations.erase(connection, request)
        _note(settings, Erasure("consultation", request))

    asyncio.run(_within(settings, work))
    sys.stdout.write("The request has been erased, and noted in the list of erasures.\n")
    return 0


def _file(settings: Settings) -> Path:
    path = file_of(settings.database_url)
    if path is None:
        raise SettingError("PostgreSQL has tools of its own: pg_dump and pg_restore; see docs/operation.md.")
    return path


def backup(settings: Settings, given: Namespace) -> int:
    """Write a whole copy of the SQLite database, of one moment, while the service runs."""
    backups.backup(_file(settings), Path(given.file))
    sys.stdout.write(f"{given.file}: a whole copy; the master keys are not in it\n")
    return 0


async def _after_restore(settings: Settings) -> tuple[int, Sequence[Purged]]:
    rules = rules_of(content_of(settings))
    async with database_of(settings) as database:
        await upgrade(database)
        await check_keys(database)
        return await _replayed(database, settings), await _purged(database, rules)


async def _replayed(database: Database, settings: Settings) -> int:
    async with database.write() as connection:
        return await replay(connection, erasures_of(settings).read())


async def _purged(database: Database, rules: Rules) -> Sequence[Purged]:
    async with database.write() as connection:
        return await purge(connection, rules, _now())


def restore(settings: Settings, given: Namespace) -> int:
    """Put a backup in the SQLite database's place; what was erased since then is erased again."""
    before = backups.restore(Path(given.file), _file(settings))
    erased, report = asyncio.run(_after_restore(settings))
    said = [f"restored from {given.file}", f"erased again: {erased}"]
    said += [f"{one.kind}: {one.count} ({one.rule})" for one in report if one.count]
    said += [f"the database that was there lies at {before}: delete it when it is not needed"] if before else []
    sys.stdout.write("\n".join(said) + "\n")
    return 0


Options = Mapping[str, Mapping[str, Any]]
PERSON: Options = {
    "tenant": {"help": "the tenant's id in Entra ID"},
    "object_id": {"help": "her object id in Entra ID"},
}
FILE: Options = {"file": {"help": "the backup's file"}}
REQUEST: Options = {"reference": {"help": "the reference number, such as HE-2026-0007"}}

DATA_COMMANDS: Mapping[str, Command] = {
    "purge": Command(purge_now),
    "person export": Command(person_export, PERSON),
    "person erase": Command(person_erase, PERSON),
    "request erase": Command(request_erase, REQUEST),
    "backup": Command(backup, FILE),
    "restore": Command(restore, FILE),
}
