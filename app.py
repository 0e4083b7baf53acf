"""How it is put together: the service's wiring, and its commands. `python app.py --help` lists them.

The environment is read here and nowhere else. A command that needs no bot does not import botbuilder.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from bot.smtp import Relay
from commands import COMMANDS, Command, content_of, database_of, erasures_of, read_erasures, read_texts, rules_of
from data_commands import DATA_COMMANDS
from documents.addresses import Site
from domain.clock import Clock
from domain.moments import wall_time
from logs import configure, guard
from reminder_commands import REMINDER_COMMANDS
from settings import LOOPBACK, Mail, SettingError, Settings, check_door, read_settings
from storage import announcements, moments, people
from storage.backups import BackupError
from storage.content import Content
from storage.database import Database, Unreachable
from storage.keys import KeyMistake
from storage.replay import replay
from storage.schema import upgrade
from storage.selftest import check_keys
from storage.sole import Taken, alone
from storage.toml_files import ContentError

log = structlog.get_logger()


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


async def _prepare(database: Database, content: Content, settings: Settings) -> Clock:
    await upgrade(database)
    await check_keys(database)
    async with database.write() as connection:
        clock = make_clock(settings, content.centre.zone, await moments.last_seen(connection))
        again = await replay(connection, read_erasures(settings), clock.now())
        await moments.see(connection, clock.now())
        await announcements.lay(connection, content.announcements, clock.now())
        _, ended = await people.lay_roles(connection, content.centre.grants, clock.now())
    if again:
        log.info("erased again after a restore", count=again)
    for grant in ended:
        log.info("role ended", grant=grant.id, role=grant.role, group=grant.group)
    return clock


async def _hourly(database: Database, clock: Clock, content: Content) -> None:
    from scheduling.housekeeping import tell_head
    from scheduling.limits import keep_limits

    await keep_limits(database, clock, rules_of(content))
    await tell_head(database)


async def _regularly(database: Database, clock: Clock, woken: asyncio.Event) -> None:
    from scheduling.housekeeping import tidy
    from scheduling.planned import send_planned

    await tidy(database, clock)
    if await send_planned(database, clock):
        woken.set()


def _relay(mail: Mail | None) -> Relay | None:
    if mail is None:
        return None
    # Only to this machine's own server may a mail go unencrypted.
    return Relay(mail.host, mail.port, mail.sender, mail.user, mail.password, mail.host not in LOOPBACK)


def _site(settings: Settings) -> Site:
    return Site(settings.public_url, settings.public_page, settings.mail is not None)


async def _serve(settings: Settings) -> None:
    # Imported here: botbuilder costs a second and 60 MB that no other command needs.
    from bot.desk import Desk
    from bot.door import METADATA, Door
    from bot.pace import Limits
    from bot.serving import Address, Outgoing, serving, settle, until_stopped
    from scheduling.housekeeping import make_scheduler, tell_head, tidy
    from scheduling.planned import Follower
    from scheduling.works import reminders_of

    content, woken = content_of(settings), asyncio.Event()
    async with database_of(settings) as database, alone(settings.database_url):
        clock = await _prepare(database, content, settings)
        erasures, site = erasures_of(settings), _site(settings)
        desk = Desk(database, content, read_texts(), clock, woken.set, erasures, site, expiring=settings.expires)
        door = Door(
            tenant=settings.tenant,
            local=settings.local,
            app_id=settings.app_id,
            password=settings.password,
            guests=settings.guests,
            metadata_url=settings.metadata_url or METADATA,
            service_urls=settings.service_urls,
        )
        follower = Follower(database, clock, woken.set)
        scheduler = make_scheduler(
            partial(_regularly, database, clock, woken), partial(_hourly, database, clock, content), follower.round
        )
        limits = Limits(settings.sends_per_second, settings.sends_at_once)
        works = reminders_of(database, clock, desk.almanac, woken.set)
        address = Address(settings.host, settings.port, door)
        outgoing = Outgoing(limits, _relay(settings.mail), works=works)
        async with serving(desk, address, woken, outgoing) as port:
            scheduler.start()
            settle()
            log.info("serving", host=settings.host, port=port, local=settings.local, moment=clock.now().isoformat())
            await until_stopped()
            scheduler.shutdown(wait=False)
        await tidy(database, clock)
        await tell_head(database)


def serve(settings: Settings, _: argparse.Namespace) -> int:
    """Run the service in the foreground, logging to standard error."""
    check_door(settings)
    where = f"{settings.host}:{settings.port}"
    try:
        asyncio.run(_serve(settings))
    except OSError as taken:
        raise SettingError(f"{where} cannot be used ({taken.strerror}): set OT_HOST or OT_PORT.") from taken
    return 0


ALL: Mapping[str, Command] = {"serve": Command(serve), **COMMANDS, **DATA_COMMANDS, **REMINDER_COMMANDS}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="OT-botti")
    first = parser.add_subparsers(dest="first", required=True)
    groups: dict[str, argparse._SubParsersAction[argparse.ArgumentParser]] = {}
    for name, command in ALL.items():
        # Such as `keys rotate`: the first word gathers what belongs together.
        word, _, action = name.partition(" ")
        if action and word not in groups:
            groups[word] = first.add_parser(word).add_subparsers(dest="second", required=True)
        where = groups[word] if action else first
        one = where.add_parser(action or word, help=(command.run.__doc__ or "").splitlines()[0])
        for option, given in command.options.items():
            one.add_argument(option, **given)
        one.set_defaults(command=command)
    return parser


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run one command. Returns its exit status; 2 with one sentence when it cannot start."""
    chosen = _parser().parse_args(arguments)
    configure(sys.stderr)
    try:
        status: int = chosen.command.run(read_settings(environment), chosen)
    except (SettingError, ContentError, Unreachable, KeyMistake, BackupError, Taken) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2
    return status


if __name__ == "__main__":
    guard()
    # Whatever is written, the database first of all, is for its owner alone.
    os.umask(0o077)
    sys.exit(main(sys.argv[1:], os.environ))
