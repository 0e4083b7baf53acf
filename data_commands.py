"""The commands that touch people's data: time limits, a person's rights, backup and restore."""

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from commands import (
    Command,
    content_of,
    database_of,
    erasures_of,
    keyring_of,
    person_id,
    read_erasures,
    request_id,
    rules_of,
)
from domain.moments import local_day
from domain.retention import Purged
from settings import SettingError, Settings
from storage import access_log, backups, consultations, moments, persons
from storage.access_log import Line
from storage.database import Database, file_of
from storage.erasures import Erasure
from storage.keys import Keyring
from storage.replay import replay
from storage.retention import Rules, purge
from storage.schema import check_current, upgrade
from storage.selftest import check_keys

Made = TypeVar("Made")
Work = Callable[[AsyncConnection, datetime], Awaitable[Made]]


async def _within(settings: Settings, work: Work[Made]) -> Made:
    """Do it in one transaction, at the service's moment."""
    async with database_of(settings) as database:
        await check_current(database)
        await check_keys(database)
        async with database.write() as connection:
            return await work(connection, await _now(connection, settings))


async def _now(connection: AsyncConnection, settings: Settings) -> datetime:
    # Local mode may pretend another year: what is fresh there must not be judged by the machine's clock.
    seen = await moments.last_seen(connection) if settings.local else None
    return seen or datetime.now(UTC)


async def _log(connection: AsyncConnection, now: datetime, action: str, what: Erasure) -> None:
    # Who sits at the machine is known to the machine, not to the service.
    line = Line(now, None, action, what.kind, what.id, "done", "operator")
    await access_log.append(connection, await access_log.chain_key(connection), line)


def purge_now(settings: Settings, _: Namespace) -> int:
    """Erase what has come to its time limit, and report by kind, count and rule."""
    rules = rules_of(content_of(settings))

    async def work(connection: AsyncConnection, now: datetime) -> Sequence[Purged]:
        return await purge(connection, rules, now)

    report = asyncio.run(_within(settings, work))
    sys.stdout.write("".join(f"{one.kind}: {one.count} ({one.rule})\n" for one in report))
    return 0


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def person_export(settings: Settings, given: Namespace) -> int:
    """Write all that is kept of a person as JSON to standard output; it is confidential."""

    async def work(connection: AsyncConnection, now: datetime) -> persons.Document:
        person = await person_id(connection, given.tenant, given.object_id)
        await _log(connection, now, "person-export", Erasure("person", person))
        return await persons.export(connection, person)

    document = asyncio.run(_within(settings, work))
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n")
    return 0


def person_erase(settings: Settings, given: Namespace) -> int:
    """Erase a person: who she is, her drafts and chats, and that she was the one who asked."""
    zone = content_of(settings).centre.zone

    async def work(connection: AsyncConnection, now: datetime) -> None:
        person = await person_id(connection, given.tenant, given.object_id)
        if not given.even_so:
            await _check_nothing_under_way(connection, person, local_day(now, zone))
        await _log(connection, now, "person-erase", Erasure("person", person))
        await persons.erase(connection, person, now)
        _note(settings, Erasure("person", person), now)

    asyncio.run(_within(settings, work))
    sys.stdout.write("The person has been erased, and noted in the list of erasures.\n")
    return 0


async def _check_nothing_under_way(connection: AsyncConnection, person: str, today: date) -> None:
    open_ones = persons.under_way(await consultations.owned_by(connection, person, None), today)
    if open_ones:
        named = ", ".join(sorted(one.reference for one in open_ones))
        raise SettingError(f"There are requests of this person under way ({named}): erase her with --even-so only.")


def _note(settings: Settings, erased: Erasure, now: datetime) -> None:
    erasures_of(settings).note(erased, now)


def request_erase(settings: Settings, given: Namespace) -> int:
    """Erase a request whole, with its questions and answers, and destroy its keys."""

    async def work(connection: AsyncConnection, now: datetime) -> None:
        request = await request_id(connection, given.reference)
        await _log(connection, now, "request-erase", Erasure("consultation", request))
        await consultations.erase(connection, request)
        _note(settings, Erasure("consultation", request), now)

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


@dataclass(frozen=True)
class _Restoring:
    """All that a restore needs besides the backup, read before anything is touched."""

    settings: Settings
    rules: Rules
    keyring: Keyring
    erased: Sequence[Erasure]
    head: str

    async def make_ready(self, copy: Path) -> tuple[int, Sequence[Purged]]:
        """Bring a copy of the backup to the present: its schema, what was erased since, what has come to its limit."""
        url = make_url(self.settings.database_url).set(database=str(copy)).render_as_string(hide_password=False)
        async with Database(url, self.keyring, self.settings.tenant) as database:
            await upgrade(database)
            await check_keys(database)
            async with database.write() as connection:
                return await self._catch_up(connection, await _now(connection, self.settings))

    async def _catch_up(self, connection: AsyncConnection, now: datetime) -> tuple[int, Sequence[Purged]]:
        again = await replay(connection, self.erased, now)
        report = await purge(connection, self.rules, now)
        line = Line(now, None, "restore", "database", "", "done", self.head)
        await access_log.append(connection, await access_log.chain_key(connection), line)
        return again, report


def restore(settings: Settings, given: Namespace) -> int:
    """Put a backup in the SQLite database's place; what was erased since then is erased again."""
    source, file = Path(given.file), _file(settings)
    backups.check_source(source)
    rules, keyring = rules_of(content_of(settings)), keyring_of(settings, make=False)
    restoring = _Restoring(settings, rules, keyring, read_erasures(settings), backups.head_before(file))
    with backups.copied(source, file) as copy:
        erased, report = asyncio.run(restoring.make_ready(copy))
        before = backups.restore(copy, file)
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
ERASED: Options = {
    **PERSON,
    "--even-so": {"action": "store_true", "help": "although requests of hers are under way"},
}
FILE: Options = {"file": {"help": "the backup's file"}}
REQUEST: Options = {"reference": {"help": "the reference number, such as HE-2026-0007"}}

DATA_COMMANDS: Mapping[str, Command] = {
    "purge": Command(purge_now),
    "person export": Command(person_export, PERSON),
    "person erase": Command(person_erase, ERASED),
    "request erase": Command(request_erase, REQUEST),
    "backup": Command(backup, FILE),
    "restore": Command(restore, FILE),
}
