"""An activity's fields: which are kept, of which type and length. What is not named here goes no further."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.bodies import LARGEST, UNFIT, fit

# Ids and addresses as the tables take them; Teams' own are far shorter.
LONGEST = 512
LONGEST_OBJECT_ID = 64
# Where a file lies, with a token in it.
LONGEST_PLACE = 4096
# With up to seven digits of a second, as Teams writes it; in this century, so that no zone leads out of the calendar.
MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)", re.ASCII)

Check = Callable[[Any], Any]


def _name(longest: int = LONGEST) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or len(value) > longest or UNFIT.search(value):
            raise ValueError("not an id")
        return value

    return check


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LARGEST:
        raise ValueError("not a text")
    return str(fit(value))


def _moment(value: Any) -> str:
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        raise ValueError("not a moment")
    # Days and hours that no calendar has are refused here, and not by who reads them later.
    datetime.fromisoformat(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _anything(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return dict(fit(value))


def _object(fields: Mapping[str, Check]) -> Check:
    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        # What is null is not there.
        return {name: one(value[name]) for name, one in fields.items() if value.get(name) is not None}

    return check


def _list(one: Check) -> Check:
    def check(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise ValueError("not a list")
        return [one(each) for each in value]

    return check


ACCOUNT = _object({"id": _name(), "name": _words, "aadObjectId": _name(LONGEST_OBJECT_ID)})
CONVERSATION = _object(
    {
        "id": _name(),
        "name": _words,
        "conversationType": _name(),
        "isGroup": _flag,
        "tenantId": _name(LONGEST_OBJECT_ID),
    }
)
KIND = _object({"contentType": _name()})
# A file as Teams hands it over: where it lies. Its name, and all that stands in another attachment, go no further.
FILE = "application/vnd.microsoft.teams.file.download.info"
SENT_FILE = _object({"contentType": _name(), "content": _object({"downloadUrl": _name(LONGEST_PLACE)})})


def _attachment(value: Any) -> dict[str, Any]:
    one: dict[str, Any] = KIND(value)
    return dict(SENT_FILE(value)) if one.get("contentType", "").lower() == FILE else one


PLACE = _object({"id": _name(), "name": _words, "type": _name()})
CHANNEL_DATA = _object(
    {"tenant": _object({"id": _name(LONGEST_OBJECT_ID)}), "eventType": _name(), "team": PLACE, "channel": PLACE}
)
ACTIVITY = _object(
    {
        "type": _name(),
        "id": _name(),
        "channelId": _name(),
        "serviceUrl": _name(),
        "from": ACCOUNT,
        "recipient": ACCOUNT,
        "conversation": CONVERSATION,
        "timestamp": _moment,
        "channelData": CHANNEL_DATA,
        "replyToId": _name(),
        "locale": _name(),
        "name": _name(),
        "action": _name(),
        "text": _words,
        "value": _anything,
        "membersAdded": _list(ACCOUNT),
        "membersRemoved": _list(ACCOUNT),
        "attachments": _list(_attachment),
    }
)
NEEDED = ("type", "channelId", "serviceUrl", "conversation")


def read_activity(body: Any) -> dict[str, Any]:
    """The activity in a body, with the fields that are used and no others. Raises ValueError."""
    activity: dict[str, Any] = ACTIVITY(body)
    if not all(activity.get(name) for name in NEEDED) or not activity["conversation"].get("id"):
        raise ValueError("an activity lacks what every one has")
    return activity
