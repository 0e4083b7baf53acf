"""The small Teams as a whole: where it listens, whom it knows, what it sends along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from playground import Client, Teams

if TYPE_CHECKING:
    from tests.playground.conftest import Bot

PEOPLE = """
[[people]]
number = 7
object_id = "00000000-0000-4000-8000-00000000abcd"
role = "administrator"
name.fi = "Ylläpitäjä"
name.sv = "Administratör"
"""


async def test_it_listens_on_this_machine_only(bot: Bot) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await Teams(bot.url).start(host="0.0.0.0")


def test_people_come_from_the_file_or_are_made_up(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(PEOPLE, encoding="utf-8")
    teams = Teams("http://127.0.0.1:9/", file)
    listed, new = teams.person(7).person, teams.person(8).person
    assert (listed.object_id[-4:], listed.name(), listed.name("sv-FI")) == (
        "abcd",
        "Ylläpitäjä",
        "Administratör",
    )
    assert (new.object_id[-4:], new.name("en-GB")) == ("0008", "Person 8")


def test_the_same_person_has_the_same_ids_in_every_run() -> None:
    first, second = (Teams("http://127.0.0.1:9/").person(1) for _ in range(2))
    assert (first.person.id, first.chat.id) == (second.person.id, second.chat.id)
    assert "/" not in first.chat.id and ":" in first.chat.id


async def test_headers_and_odd_activities_go_to_the_bot_as_they_are(bot: Bot, anna: Client) -> None:
    answer = await anna.post({**anna.activity("message"), "text": "kaarella", "from": {"id": "29:other"}})
    assert answer.status == 200 and bot.heard[-1]["from"] == {"id": "29:other"}
