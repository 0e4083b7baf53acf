"""The commands besides `serve`: what an administrator asks of the service's content, keys and data.

None of them imports botbuilder, which costs a second and 60 MB.
"""

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from manifest.build import build
from settings import ROOT, SettingError, Settings
from storage import access_log, consultations, people
from storage.access_log import Verdict
from storage.content import Content, read_content, samples, with_local_people
from storage.database import Database, file_of, folder_of
from storage.erasures import Erasure, Erasures
from storage.keys import KeyMistake, Keyring, make_key_file, new_line, read_key_file, read_keys
from storage.people import Caller
from storage.retention import Rules
from storage.rotation import rotate
from storage.schema import check_current, is_current
from storage.selftest import check_keys
from texts.locales import Texts


@dataclass(frozen=True)
class Command:
    """A command of `app.py`; `options` are argparse's own words for each of its arguments."""

    run: Callable[[Settings, Namespace], int]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def content_of(settings: Settings) -> Content:
    """The centre's content, with the people of local mode in local mode. Raises ContentError."""
    content = read_content(settings.content)
    return with_local_people(content, settings.content.parent) if settings.local else content


def read_texts() -> Texts:
    """All sentences. Raises SettingError where a file of them is broken."""
    try:
        return Texts()
    except ValueError as mistake:
        raise SettingError(f"A file of sentences is broken: {mistake}") from mistake


def _local_keys(settings: Settings) -> Path:
    # Beside the database, so that the two are moved and lost together.
    return (folder_of(settings.database_url) or ROOT / "var") / "master.key"


def keyring_of(settings: Settings, *, make: bool = True) -> Keyring:
    """The master keys that the settings name; local mode makes a file where there is none. Raises KeyMistake.

    Without `make` nothing is made: new keys open no old database.
    """
    if settings.master_keys:
        return read_keys(settings.master_keys)
    named = settings.master_key_file or _local_keys(settings)
    if make and not settings.master_key_file:
        make_key_file(named, datetime.now(UTC).date())
    return read_key_file(named)


def database_of(settings: Settings) -> Database:
    """The database that the settings name. Raises SettingError where they name none, KeyMistake without keys."""
    try:
        return Database(settings.database_url, keyring_of(settings), settings.tenant)
    except ValueError as mistake:
        raise SettingError("OT_DATABASE_URL cannot be used: sqlite:///… or postgresql://… is needed.") from mistake


def _list_of_erasures(settings: Settings) -> Path:
    # Beside the database and not in it: a restore must not touch it.
    file = file_of(settings.database_url)
    return settings.erasures or (file.with_name(f"{file.name}.erasures") if file else ROOT / "var" / "erasures")


def erasures_of(settings: Settings) -> Erasures:
    """The list of what was erased. Raises SettingError where it cannot be written."""
    path = _list_of_erasures(settings)
    erasures = Erasures(path)
    try:
        erasures.prepare()
    except OSError as mistake:
        raise SettingError(f"OT_ERASURES ({path}) cannot be written ({mistake.strerror}).") from mistake
    return erasures


def read_erasures(settings: Settings) -> list[Erasure]:
    """All that was erased. Raises SettingError where that cannot be read; makes nothing."""
    path = _list_of_erasures(settings)
    try:
        return list(Erasures(path).read())
    except (OSError, UnicodeDecodeError) as mistake:
        why = mistake.strerror if isinstance(mistake, OSError) else "not a text"
        raise SettingError(f"OT_ERASURES ({path}) cannot be read ({why}).") from mistake


def rules_of(content: Content) -> Rules:
    """The time limits that the content sets."""
    return Rules(content.centre.retention, content.centre.zone, content.by_group())


def check_content(settings: Settings, _: Namespace) -> int:
    """Read the content as `serve` would, and list what is made up and what is not translated."""
    content, gaps = content_of(settings), read_texts().missing()
    lines = [f"{settings.content.name}: {len(content.centre.groups)} groups, {len(content.forms)} forms"]
    lines += [f"sample value: {line}" for line in samples(settings.content)]
    lines += [f"not translated: {line}" for line in content.untranslated()]
    lines += [f"not translated: texts/locales/{code}.ftl: {', '.join(sorted(keys))}" for code, keys in gaps.items()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


async def _doctor(settings: Settings) -> dict[str, bool]:
    async with database_of(settings) as database:
        found = {"database answers": await database.answers(), "its schema is present": await is_current(database)}
        return found | (await _fitting(database) if found["its schema is present"] else {})


async def _fitting(database: Database) -> dict[str, bool]:
    try:
        await check_keys(database)
    except KeyMistake as mistake:
        return {str(mistake): False}
    return {"its master keys are at hand": True}


def doctor(settings: Settings, _: Namespace) -> int:
    """Say what is in order and what is not; exit status 1 when anything is not."""
    content_of(settings)
    found = {"content is in order": True} | asyncio.run(_doctor(settings))
    sys.stdout.write("".join(f"{'ok ' if good else 'NOT'} {what}\n" for what, good in found.items()))
    return 0 if all(found.values()) else 1


def package(settings: Settings, _: Namespace) -> int:
    """Build the Teams app package for this bot's app id."""
    try:
        made = build(settings.app_id, ROOT / "build" / "ot-botti.zip")
    except ValueError as mistake:
        raise SettingError(f"MicrosoftAppId: {mistake}") from mistake
    sys.stdout.write(f"{made.relative_to(ROOT)}\n")
    return 0


async def _judge(settings: Settings, told: str | None) -> Verdict:
    async with database_of(settings) as database:
        await check_current(database)
        async with database.read() as connection:
            return await access_log.verify(connection, await access_log.chain_key(connection), told)


def audit_verify(settings: Settings, given: Namespace) -> int:
    """Judge the access log's chain; exit status 1 when a line was changed, removed or put in, or its tail cut."""
    found = asyncio.run(_judge(settings, given.head))
    said = [f"access log: {found.count} lines in order, head {found.head.hash}"]
    if found.broken is not None:
        said.append(f"NOT in order: line {found.broken} was changed, or what stood before it is missing")
    if not found.told:
        said.append("NOT there: the given head is in no line of the log; its end was cut, or it was purged")
    sys.stdout.write("\n".join(said) + "\n")
    return 0 if found.good else 1


async def person_id(connection: AsyncConnection, tenant: str, object_id: str) -> str:
    """A person's id, by those of Entra ID. Raises SettingError when there is nobody."""
    found = await people.find_actor(connection, Caller(tenant.lower(), object_id.lower(), ""))
    if found is None:
        raise SettingError("There is nobody with this tenant and object id.")
    return found.id


async def request_id(connection: AsyncConnection, reference: str) -> str:
    """A request's id, by its reference number. Raises SettingError when there is none."""
    found = await consultations.id_of(connection, reference.upper())
    if found is None:
        raise SettingError("There is no request with this reference number.")
    return found


# A line's place in the log is not told: its neighbours could hint at who asked anonymously.
TOLD = tuple(one.name for one in fields(access_log.Line))


async def _export(settings: Settings, given: Namespace) -> list[dict[str, Any]]:
    async with database_of(settings) as database:
        await check_current(database)
        async with database.read() as connection:
            if given.request:
                lines = access_log.about(connection, await request_id(connection, given.request))
            else:
                lines = access_log.by(connection, await person_id(connection, *given.person))
            return [{name: one._mapping[name] for name in TOLD} async for one in lines]


def audit_export(settings: Settings, given: Namespace) -> int:
    """Write the access log's lines about one request, or of one person, as JSON; they hold ids and keys, no content."""
    if bool(given.request) == bool(given.person):
        raise SettingError("audit export needs either --request REFERENCE or --person TENANT OBJECT-ID.")
    for one in asyncio.run(_export(settings, given)):
        sys.stdout.write(json.dumps(one | {"at": one["at"].isoformat()}) + "\n")
    return 0


HEAD: Mapping[str, Mapping[str, Any]] = {"--head": {"metavar": "HASH", "help": "a head that was logged earlier"}}
EXPORTED: Mapping[str, Mapping[str, Any]] = {
    "--request": {"metavar": "REFERENCE", "help": "the request's reference number, such as HE-2026-0007"},
    "--person": {"nargs": 2, "metavar": ("TENANT", "OBJECT-ID"), "help": "the person, as Entra ID knows her"},
}


def keys_new(_: Settings, __: Namespace) -> int:
    """Make a master key: one line for the key file."""
    sys.stdout.write(f"{new_line(datetime.now(UTC).date())}\n")
    return 0


async def _rotate(settings: Settings) -> int:
    async with database_of(settings) as database:
        await database.answers()
        await check_keys(database)
        return await rotate(database)


def keys_rotate(settings: Settings, _: Namespace) -> int:
    """Wrap all data keys anew with the first master key; it can be killed, and begun again."""
    sys.stdout.write(f"data keys wrapped anew: {asyncio.run(_rotate(settings))}\n")
    return 0


COMMANDS: Mapping[str, Command] = {
    "check-content": Command(check_content),
    "doctor": Command(doctor),
    "keys new": Command(keys_new),
    "keys rotate": Command(keys_rotate),
    "package": Command(package),
    "audit verify": Command(audit_verify, HEAD),
    "audit export": Command(audit_export, EXPORTED),
}
