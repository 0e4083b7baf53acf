"""Activities in the shape in which Teams sends them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from playground.chats import Chats, Conversation, Person
from playground.elements import Json

ZONE = "Europe/Helsinki"


@dataclass(frozen=True)
class Envelope:
    """What all activities of one person in one conversation have in common."""

    chats: Chats
    service_url: str
    person: Person
    conversation: Conversation
    locale: str
    thread: str | None = None

    def activity(self, kind: str, activity_id: str | None = None, **rest: Any) -> Json:
        """A whole activity of this kind; `rest` comes over what is common."""
        now = self.chats.clock()
        local = now.astimezone(ZoneInfo(ZONE))
        return {
            "type": kind,
            "id": activity_id or f"f:{uuid4()}",
            "timestamp": now.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
            "localTimestamp": local.isoformat(timespec="milliseconds"),
            "localTimezone": ZONE,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {
                "id": self.person.id,
                "name": self.person.name(self.locale),
                "aadObjectId": self.person.object_id,
            },
            "recipient": dict(self.chats.bot),
            "conversation": self._conversation(),
            "channelData": self._channel_data(),
            "locale": self.locale,
            "entities": [self._client_info()],
            **rest,
        }

    def message(self, activity_id: str, text: str, mention: bool = False, **rest: Any) -> Json:
        """What the person wrote; in a channel after a mention of the bot."""
        name = self.chats.bot["name"]
        tag = f"<at>{name}</at>"
        written = f"{tag} {text}" if mention else text
        entity = {"type": "mention", "mentioned": dict(self.chats.bot), "text": tag}
        html = f"<p>{tag + ' ' if mention else ''}{escape(text)}</p>"
        return self.activity(
            "message",
            activity_id,
            text=written,
            textFormat="plain",
            attachments=[{"contentType": "text/html", "content": html}],
            entities=[self._client_info(), *([entity] if mention else [])],
            **rest,
        )

    def _conversation(self) -> Json:
        common = {"conversationType": self.conversation.kind, "tenantId": self.chats.tenant}
        if self.conversation.personal:
            return {**common, "id": self.conversation.id}
        suffix = f";messageid={self.thread}" if self.thread else ""
        return {
            **common,
            "isGroup": True,
            "id": self.conversation.id + suffix,
            "name": self.conversation.name,
        }

    def _channel_data(self) -> Json:
        data: Json = {"tenant": {"id": self.chats.tenant}}
        if not self.conversation.personal:
            # Names come with an event about them, and with no other activity.
            team = self.conversation.team.id if self.conversation.team else self.conversation.id
            ids = {"teamsChannelId": self.conversation.id, "teamsTeamId": team}
            data |= {"channel": {"id": self.conversation.id}, "team": {"id": team}, **ids}
        return data

    def _client_info(self) -> Json:
        country = self.locale.split("-")[-1]
        return {
            "type": "clientInfo",
            "locale": self.locale,
            "country": country,
            "platform": "Web",
            "timezone": ZONE,
        }
