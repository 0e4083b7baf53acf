"""What Teams tells of where the app is: read from an activity, whatever the order in which it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from botbuilder.schema import Activity, ActivityTypes, ChannelAccount

from bot.incoming import LONGEST_NAME, table


class News(StrEnum):
    """What has happened to the app, or around it."""

    HERE = "here"
    GONE = "gone"
    CHANNEL = "channel"
    CHANNEL_GONE = "channel-gone"
    MEMBERS = "members"


# A team that is archived can be read by its people and written to by nobody, the bot included.
EVENTS: Mapping[str, News] = {
    "channelCreated": News.CHANNEL,
    "channelRenamed": News.CHANNEL,
    "channelRestored": News.CHANNEL,
    "channelDeleted": News.CHANNEL_GONE,
    "teamRenamed": News.HERE,
    "teamRestored": News.HERE,
    "teamUnarchived": News.HERE,
    "teamArchived": News.GONE,
    "teamDeleted": News.GONE,
    "teamHardDeleted": News.GONE,
}
STANDARD = "standard"


@dataclass(frozen=True)
class Named:
    """A team or a channel, by Teams' own id; the name is empty where this activity does not tell it."""

    id: str
    name: str = ""


def news_of(activity: Activity) -> News | None:
    """What an activity tells; None when it is nothing that concerns us."""
    if activity.type == ActivityTypes.installation_update:
        return _installed(activity.action or "")
    return _changed(activity)


def _installed(action: str) -> News | None:
    # While it is brought up to date the app does not leave.
    if action == "remove-upgrade":
        return None
    return News.GONE if action.startswith("remove") else News.HERE


def _changed(activity: Activity) -> News | None:
    joined, left = activity.members_added or [], activity.members_removed or []
    if _is_bot(activity, left):
        return News.GONE
    if _is_bot(activity, joined):
        return News.HERE
    if (joined or left) and team_of(activity):
        return News.MEMBERS
    event = str(table(activity.channel_data).get("eventType") or "")
    if event.startswith("channel") and _kind(activity) != STANDARD:
        # What is private has people of its own, and the app is not among them.
        return None
    return EVENTS.get(event)


def _is_bot(activity: Activity, members: list[ChannelAccount]) -> bool:
    bot = activity.recipient.id if activity.recipient else None
    return any(member.id == bot for member in members)


def _kind(activity: Activity) -> str:
    return str(_part(activity, "channel").get("type") or STANDARD)


def _part(activity: Activity, name: str) -> dict[str, object]:
    return table(table(activity.channel_data).get(name))


def _named(part: Mapping[str, object]) -> Named | None:
    return Named(str(part["id"]), str(part.get("name") or "")[:LONGEST_NAME]) if part.get("id") else None


def team_of(activity: Activity) -> Named | None:
    """The team that an activity is about."""
    return _named(_part(activity, "team"))


def channel_of(activity: Activity) -> Named | None:
    """The channel that an activity is about."""
    return _named(_part(activity, "channel"))


def told_at(activity: Activity) -> datetime | None:
    """When it happened, by Teams' clock."""
    moment: datetime | None = activity.timestamp
    return moment
