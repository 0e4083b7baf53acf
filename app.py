"""How it is put together: settings, wiring and commands. `python app.py --help` lists them.

The environment is read here and nowhere else. A command that needs no bot does not import botbuilder.
"""

import argparse
import asyncio
import logging
import os
import re
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

import structlog

from domain.clock import Clock
from domain.moments import wall_time
from manifest.build import build
from storage import moments, people
from storage.content import Content, ContentError, read_content, samples, with_local_people
from storage.database import Database, Unreachable
from storage.schema import is_current, upgrade
from texts.locales import Texts

ROOT = Path(__file__).parent
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
log = structlog.get_logger()


class SettingError(Exception):
    """A setting is missing or wrong; the message says which and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Everything that the environment says, typed."""

    local: bool
    host: str
    port: int
    database_url: str
    content: Path
    start: str | None
    rate: float
    app_id: str
    password: str
    tenant: str


def _rate(text: str) -> float:
    if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", text) and float(text):
        return float(text)
    raise SettingError(f"OT_CLOCK_RATE is {text!r}: a number such as 1 or 60 is needed.")


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise SettingError(f"OT_PORT is {text!r}: a whole number between 0 and 65535 is needed.")


def _production(environment: Mapping[str, str]) -> None:
    for name in ("OT_NOW", "OT_CLOCK_RATE"):
        if environment.get(name):
            raise SettingError(f"{name} turns the clock and belongs to OT_MODE=local only: remove it.")
    for name in ("MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "OT_DATABASE_URL"):
        if not environment.get(name):
            raise SettingError(f"{name} is missing: production needs it. See README, 'Into a real tenant'.")
    for name in ("MicrosoftAppId", "MicrosoftAppTenantId"):
        if not GUID.fullmatch(environment[name]):
            raise SettingError(f"{name} is {environment[name]!r}: a GUID from the app registration is needed.")


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings, or a SettingError with one sentence that helps."""
    mode = environment.get("OT_MODE") or "local"
    if mode not in ("local", "production"):
        raise SettingError(f"OT_MODE is {mode!r}: it is local or production.")
    if mode == "production":
        _production(environment)
    host = environment.get("OT_HOST") or ("127.0.0.1" if mode == "local" else "0.0.0.0")  # noqa: S104
    if mode == "local" and host not in LOOPBACK:
        raise SettingError(f"OT_HOST is {host!r}: local mode takes no tokens and binds to 127.0.0.1 only.")
    content = Path(environment.get("OT_CONTENT") or "content/keski-suomi")
    return Settings(
        local=mode == "local",
        host=host,
        port=_port(environment.get("OT_PORT") or "3978"),
        database_url=environment.get("OT_DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'ot-botti.db'}",
        content=content if content.is_absolute() else ROOT / content,
        start=environment.get("OT_NOW") or None,
        rate=_rate(environment.get("OT_CLOCK_RATE") or "1"),
        app_id=environment.get("MicrosoftAppId", ""),
        password=environment.get("MicrosoftAppPassword", ""),
        tenant=environment.get("MicrosoftAppTenantId", ""),
    )


def _content(settings: Settings) -> Content:
    content = read_content(settings.content)
    return with_local_people(content, settings.content.parent) if settings.local else content


def _texts() -> Texts:
    try:
        return Texts()
    except ValueError as mistake:
        raise SettingError(f"A file of sentences is broken: {mistake}") from mistake


def _database(settings: Settings) -> Database:
    try:
        return Database(settings.database_url)
    except ValueError as mistake:
        raise SettingError("OT_DATABASE_URL cannot be used: sqlite:///… or postgresql://… is needed.") from mistake


def make_clock(settings: Settings, zone: ZoneInfo, last: datetime | None) -> Clock:
    """The service's clock: real time, or in local mode from `OT_NOW` on, never behind the last moment seen."""
    if settings.start is None:
        return Clock(datetime.now(UTC), time.time)
    try:
        start = wall_time(settings.start, zone)
    except ValueError as mistake:
        expected = "an ISO moment such as 2022-09-20T08:00 is needed"
        raise SettingError(f"OT_NOW is {settings.start!r}: {expected}.") from mistake
    clock = Clock.going_on(start, last, time.time, settings.rate)
    if last and last > start:
        log.info("clock goes on from the last moment seen", moment=last.isoformat(), wished=start.isoformat())
    return clock


def _configure_log(out: TextIO) -> None:
    for name in ("msrest", "aiohttp.access", "apscheduler", "alembic", "urllib3"):
        logging.getLogger(name).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(out),
    )


async def _prepare(database: Database, content: Content, settings: Settings) -> Clock:
    await upgrade(database)
    async with database.write() as connection:
        clock = make_clock(settings, content.centre.zone, await moments.last_seen(connection))
        await moments.see(connection, clock.now())
        _, ended = await people.lay_roles(connection, content.centre.grants, clock.now())
    for grant in ended:
        log.info("role ended", person=grant.object_id, role=grant.role, group=grant.group)
    return clock


async def _serve(settings: Settings) -> None:
    # Imported here: botbuilder costs a second and 60 MB that no other command needs.
    from bot.desk import Desk
    from bot.serving import Address, serving, until_stopped
    from scheduling.housekeeping import make_scheduler, tidy

    content, woken = _content(settings), asyncio.Event()
    async with _database(settings) as database:
        clock = await _prepare(database, content, settings)
        desk = Desk(database, content, _texts(), clock, woken.set)
        identity = (settings.local, settings.app_id, settings.password, settings.tenant)
        scheduler = make_scheduler(partial(tidy, database, clock))
        async with serving(desk, Address(settings.host, settings.port, *identity), woken) as port:
            scheduler.start()
            log.info("serving", host=settings.host, port=port, local=settings.local, moment=clock.now().isoformat())
            await until_stopped()
            scheduler.shutdown(wait=False)
        await tidy(database, clock)


def serve(settings: Settings) -> int:
    """Run the service in the foreground, logging to standard error."""
    where = f"{settings.host}:{settings.port}"
    try:
        asyncio.run(_serve(settings))
    except OSError as taken:
        raise SettingError(f"{where} cannot be used ({taken.strerror}): set OT_HOST or OT_PORT.") from taken
    return 0


def check_content(settings: Settings) -> int:
    """Read the content as `serve` would, and list what is made up and what is not translated."""
    content, gaps = _content(settings), _texts().missing()
    lines = [f"{settings.content.name}: {len(content.centre.groups)} groups, {len(content.forms)} forms"]
    lines += [f"sample value: {line}" for line in samples(settings.content)]
    lines += [f"not translated: {line}" for line in content.untranslated()]
    lines += [f"not translated: texts/locales/{code}.ftl: {', '.join(sorted(keys))}" for code, keys in gaps.items()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


async def _doctor(settings: Settings) -> dict[str, bool]:
    async with _database(settings) as database:
        return {"database answers": await database.answers(), "its schema is present": await is_current(database)}


def doctor(settings: Settings) -> int:
    """Say what is in order and what is not; exit status 1 when anything is not."""
    _content(settings)
    found = {"content is in order": True} | asyncio.run(_doctor(settings))
    sys.stdout.write("".join(f"{'ok ' if good else 'NOT'} {what}\n" for what, good in found.items()))
    return 0 if all(found.values()) else 1


def package(settings: Settings) -> int:
    """Build the Teams app package for this bot's app id."""
    try:
        made = build(settings.app_id, ROOT / "build" / "ot-botti.zip")
    except ValueError as mistake:
        raise SettingError(f"MicrosoftAppId: {mistake}") from mistake
    sys.stdout.write(f"{made.relative_to(ROOT)}\n")
    return 0


COMMANDS = {"serve": serve, "check-content": check_content, "doctor": doctor, "package": package}


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run one command. Returns its exit status; 2 with one sentence when it cannot start."""
    parser = argparse.ArgumentParser(prog="app.py", description="OT-botti")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0])
    chosen = parser.parse_args(arguments).command
    _configure_log(sys.stderr)
    try:
        return COMMANDS[chosen](read_settings(environment))
    except (SettingError, ContentError, Unreachable) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
