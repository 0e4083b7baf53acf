"""What Teams tells of the app is read as what it means for us."""

from typing import Any

import pytest

from bot.team_events import Named, News, channel_of, news_of, team_of, told_at
from tests.bot.test_incoming import activity

BOT, OTHER = [{"id": "28:bot"}], [{"id": "29:2"}]
TEAM = {"team": {"id": "19:t"}}


def event(name: str, **data: Any) -> Any:
    told = {"eventType": name, "tenant": {"id": "t"}, "channel": {"id": "19:c", "name": "Infot"}} | TEAM | data
    return activity(type="conversationUpdate", channelData=told)


@pytest.mark.parametrize(
    ("action", "news"),
    [
        ("add", News.HERE),
        ("add-upgrade", News.HERE),
        ("remove", News.GONE),
        # The app stays while it is brought up to date.
        ("remove-upgrade", None),
    ],
)
def test_installing_and_removing(action: str, news: News | None) -> None:
    assert news_of(activity(type="installationUpdate", action=action)) is news


@pytest.mark.parametrize(
    ("members", "data", "news"),
    [
        ({"membersAdded": [*OTHER, *BOT]}, {}, News.HERE),
        ({"membersRemoved": BOT}, {}, News.GONE),
        ({"membersAdded": OTHER}, TEAM, News.MEMBERS),
        ({"membersRemoved": OTHER}, TEAM, News.MEMBERS),
        ({"membersAdded": OTHER}, {}, None),
        ({}, {}, None),
    ],
)
def test_who_comes_and_goes(members: dict[str, Any], data: dict[str, Any], news: News | None) -> None:
    assert news_of(activity(type="conversationUpdate", channelData=data, **members)) is news


@pytest.mark.parametrize(
    ("name", "news"),
    [
        ("channelCreated", News.CHANNEL),
        ("channelRenamed", News.CHANNEL),
        ("channelRestored", News.CHANNEL),
        ("channelDeleted", News.CHANNEL_GONE),
        ("teamRenamed", News.HERE),
        ("teamUnarchived", News.HERE),
        ("teamRestored", News.HERE),
        ("teamArchived", News.GONE),
        ("teamDeleted", News.GONE),
        ("teamHardDeleted", News.GONE),
        ("somethingNew", None),
    ],
)
def test_what_happens_to_a_team_and_its_channels(name: str, news: News | None) -> None:
    assert news_of(event(name)) is news


def test_a_private_channel_is_none_of_ours() -> None:
    assert news_of(event("channelCreated", channel={"id": "19:c", "type": "private"})) is None
    assert news_of(event("channelCreated", channel={"id": "19:c", "type": "standard"})) is News.CHANNEL


def test_which_team_and_channel_it_is_about_and_when() -> None:
    told = event("channelCreated")
    assert (team_of(told), channel_of(told)) == (Named("19:t"), Named("19:c", "Infot"))
    assert (team_of(activity()), channel_of(activity()), told_at(told)) == (None, None, None)
    moment = told_at(activity(timestamp="2022-09-20T05:00:00.1234567Z"))
    assert moment and moment.isoformat() == "2022-09-20T05:00:00.123456+00:00"


def test_a_name_is_cut_to_what_the_table_takes() -> None:
    named = channel_of(event("channelRenamed", channel={"id": "19:c", "name": "x" * 300}))
    assert named and len(named.name) == 256
