"""Reads an activity: who speaks, where, and what was pressed or typed. Nothing in it is believed further than that."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from botbuilder.schema import Activity

from bot.envelope import FILE
from cards.verbs import INPUT
from storage.inbound import Arrival
from storage.people import Caller, Conversation

KINDS = frozenset({"personal", "groupChat", "channel"})
# What the tables take; Teams' own ids and names are far shorter.
LONGEST_ID, LONGEST_NAME, LONGEST_LOCALE, LONGEST_BOT, LONGEST_ACTIVITY = 64, 256, 16, 128, 256
# A picture that was pasted comes under its own type.
PICTURE = "image/"
MENTION = re.compile(r"<at[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Press:
    """What came with a press: its verb, the card's own data, and what was filled in."""

    verb: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)


def table(value: object) -> dict[str, Any]:
    """`value` when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def press_of(data: object, verb: object = None) -> Press:
    """A press, from what a card sent."""
    sent = table(data)
    name = sent.get("verb") or verb
    typed = {key.removeprefix(INPUT): value for key, value in sent.items() if key.startswith(INPUT)}
    # Inputs carry a prefix: what is typed can never stand in for an id or a verb.
    kept = {key: value for key, value in sent.items() if not key.startswith(INPUT)}
    return Press(name if isinstance(name, str) else "", kept, typed)


def tenant_of(activity: Activity) -> str:
    """The tenant, in small letters; botbuilder loses it from the conversation, Teams repeats it in the channel data."""
    return str(table(table(activity.channel_data).get("tenant")).get("id") or "").lower()


def caller_of(activity: Activity) -> Caller | None:
    """Who speaks; None when the activity names no Entra object id."""
    sender = activity.from_property
    tenant = tenant_of(activity)
    if sender is None or not sender.aad_object_id or max(len(sender.aad_object_id), len(tenant)) > LONGEST_ID:
        return None
    locale = activity.locale if len(activity.locale or "") <= LONGEST_LOCALE else None
    return Caller(tenant, sender.aad_object_id.lower(), (sender.name or "")[:LONGEST_NAME], locale)


def chat_of(activity: Activity, person: str | None) -> Conversation:
    """Where it was said."""
    where = activity.conversation
    kind = where.conversation_type or ("groupChat" if where.is_group else "personal")
    kind = kind if kind in KINDS else "groupChat"
    owner = person if kind == "personal" else None
    bot = activity.recipient.id if activity.recipient else ""
    return Conversation(where.id, kind, tenant_of(activity), activity.service_url, (bot or "")[:LONGEST_BOT], owner)


def arrival_of(activity: Activity) -> Arrival | None:
    """As what it was delivered: the same again is the same activity. None where Teams has named none."""
    if not activity.id:
        return None
    # Far longer than any of Teams' own: still told apart, in a length that the table takes.
    known = activity.id if len(activity.id) <= LONGEST_ACTIVITY else sha256(activity.id.encode()).hexdigest()
    return Arrival(activity.conversation.id, known)


def text_of(activity: Activity) -> str:
    """What was typed, without the mention that a channel needs."""
    return MENTION.sub(" ", activity.text or "").strip()


def brings_file(activity: Activity) -> bool:
    """Whether a file or a picture came with the message, whatever was typed beside it."""
    kinds = [(one.content_type or "").lower() for one in activity.attachments or []]
    return any(kind == FILE or kind.startswith(PICTURE) for kind in kinds)


def places_in(activity: Activity) -> list[str]:
    """Where the files lie that came with the message; empty for one of which Teams does not tell it."""
    files = [one for one in activity.attachments or [] if (one.content_type or "").lower() == FILE]
    return [str(table(one.content).get("downloadUrl") or "") for one in files]
