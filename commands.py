"""The commands besides `serve`: what an administrator asks of the service's content, keys and data.

None of them imports botbuilder, which costs a second and 60 MB.
"""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from manifest.build import build
from settings import ROOT, SettingError, Settings
from storage.content import Content, read_content, samples, with_local_people
from storage.database import Database
from storage.schema import is_current
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


def database_of(settings: Settings) -> Database:
    """The database that the settings name. Raises SettingError where they name none."""
    try:
        return Database(settings.database_url)
    except ValueError as mistake:
        raise SettingError("OT_DATABASE_URL cannot be used: sqlite:///… or postgresql://… is needed.") from mistake


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
        return {"database answers": await database.answers(), "its schema is present": await is_current(database)}


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


COMMANDS: Mapping[str, Command] = {
    "check-content": Command(check_content),
    "doctor": Command(doctor),
    "package": Command(package),
}
