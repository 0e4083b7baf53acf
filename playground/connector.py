"""The Bot Connector's v3 REST API, as far as a bot uses it, with faults on demand."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from playground.chats import Change, Chats, Conversation, Message, Person, Team
from playground.elements import Json
from playground.faults import OUTBOUND, Fault, Faults

CARD = "application/vnd.microsoft.card.adaptive"
LARGEST = 28 * 1024
CODES = {
    403: ("BotNotInConversationRoster", "The bot is not part of the conversation roster."),
    404: ("ConversationNotFound", "Conversation not found."),
    412: ("PreconditionFailed", "Precondition failed, please retry."),
    413: ("MessageSizeTooBig", "Message size too large."),
    429: ("TooManyRequests", "API calls quota exceeded."),
}


class Rejected(Exception):
    """Teams says no."""

    def __init__(self, status: int, code: str = "", message: str = "") -> None:
        usual = CODES.get(status, ("ServiceError", "The service could not do this."))
        super().__init__(message or usual[1])
        self.status, self.code, self.message = status, code or usual[0], message or usual[1]


@dataclass
class Call:
    """One request of the bot: what it was about and how many times it takes effect (0 lost, 2 doubled)."""

    method: str
    route: str
    conversation: Conversation | None
    body: Json
    query: dict[str, str]
    activity_id: str = ""
    member_id: str = ""
    thread: str = ""
    copies: int = 1

    @property
    def chat(self) -> Conversation:
        """The conversation, when the bot may act in it."""
        if self.conversation is None or self.conversation.gone:
            raise Rejected(404)
        if self.conversation.blocked:
            raise Rejected(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.")
        if not self.conversation.installed:
            raise Rejected(403)
        return self.conversation

    @property
    def team(self) -> Team:
        """The team that is asked about, when the bot is in it."""
        team = self.chat.team
        if team is None or team.id != self.chat.id:
            raise Rejected(404, "NotFound", "No such team.")
        return team


@dataclass(frozen=True)
class Record:
    """What the bot asked and what it was told (0: the connection was cut); never any content.

    `began` and `at` are when it came and when it was answered, in seconds of the monotonic clock; `wait` is how long
    it was told to wait.
    """

    method: str
    route: str
    conversation: str
    activity_id: str
    status: int
    at: float
    began: float = 0.0
    wait: float | None = None


Work = Callable[[Call], Json | None]


class Connector:
    """Answers the bot's requests out of `chats`."""

    def __init__(self, chats: Chats, faults: Faults) -> None:
        self.chats, self.faults = chats, faults
        self.calls: deque[Record] = deque(maxlen=50_000)

    def routes(self) -> list[web.RouteDef]:
        one = "/v3/conversations/{conversation}"
        return [
            web.post("/v3/conversations", self._on("conversations", self._create, 201)),
            web.post(one + "/activities", self._on("activities", self._post, 201)),
            web.post(one + "/activities/{activity}", self._on("activities", self._post, 201)),
            web.put(one + "/activities/{activity}", self._on("activities", self._put, 200)),
            web.delete(one + "/activities/{activity}", self._on("activities", self._delete, 200)),
            web.get(one + "/members", self._on("members", self._members, 200)),
            web.get(one + "/pagedmembers", self._on("members", self._paged, 200)),
            web.get(one + "/members/{member}", self._on("members", self._member, 200)),
            web.get("/v3/teams/{conversation}", self._on("team", self._team, 200)),
            web.get("/v3/teams/{conversation}/conversations", self._on("channels", self._channels, 200)),
        ]

    def _on(self, route: str, work: Work, status: int) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            began = time.monotonic()
            call = await self._read(route, request)
            answer = await self._answer(request, call, work, status)
            cut = request.transport is None or request.transport.is_closing()
            told = answer.headers.get("Retry-After")
            self._record(call, 0 if cut else answer.status, began, None if told is None else float(told))
            return answer

        return handle

    async def _read(self, route: str, request: web.Request) -> Call:
        name, info = request.match_info.get("conversation"), request.match_info
        body = await _json(request) if request.method in ("POST", "PUT") else {}
        target = self.chats.find(name) if name else self._target(body)
        asked = info.get("activity", ""), info.get("member", "")
        thread = name.partition(";messageid=")[2] if name else ""
        return Call(request.method, route, target, body, dict(request.query), *asked, thread=thread)

    def _target(self, body: Json) -> Conversation | None:
        """The conversation that a create request is about: a channel's or one person's."""
        channel = _within(body, "channelData", "channel", "id")
        if channel:
            return self.chats.find(str(channel))
        members = body.get("members") or [{}]
        person = self.chats.known(str(members[0].get("id", "")))
        return self.chats.personal(person) if person else None

    async def _answer(self, request: web.Request, call: Call, work: Work, status: int) -> web.Response:
        names = call.conversation.names if call.conversation else []
        delay = self.faults.take(("delay",), (call.method,), names)
        if delay:
            await asyncio.sleep(delay.seconds)
        fault = self.faults.take(OUTBOUND, (call.method,), names)
        kind = fault.kind if fault else ""
        if fault and kind == "status":
            return _failure(Rejected(fault.status, fault.code), fault)
        call.copies = {"lost": 0, "doubled": 2}.get(kind, 1)
        answer = _cut(request) if kind == "cut_before" else self._worked(call, work, status)
        return _cut(request) if kind == "cut_after" else answer

    def _worked(self, call: Call, work: Work, status: int) -> web.Response:
        try:
            return web.json_response(work(call), status=status)
        except Rejected as rejected:
            return _failure(rejected)

    def _record(self, call: Call, status: int, began: float, wait: float | None) -> None:
        name, now = call.conversation.id if call.conversation else "", time.monotonic()
        self.calls.append(Record(call.method, call.route, name, call.activity_id, status, now, began, wait))

    def _create(self, call: Call) -> Json:
        tenant = call.body.get("tenantId") or _within(call.body, "channelData", "tenant", "id")
        if not tenant:
            raise Rejected(400, "BadArgument", "tenantId is missing")
        if tenant != self.chats.tenant:
            raise Rejected(403, "Forbidden", "The tenant is another one.")
        chat = call.chat
        first = self._deliver(call, call.body["activity"]) if call.body.get("activity") else None
        thread = f"{chat.id};messageid={first}" if first and not chat.personal else chat.id
        return {"id": thread, **({"activityId": first} if first else {})}

    def _post(self, call: Call) -> Json:
        sent = self._deliver(call, call.body)
        return {"id": sent} if sent else {}

    def _deliver(self, call: Call, activity: Json) -> str | None:
        """Put the bot's message into the chat; None as an id when Teams had to split it."""
        chat, kind = call.chat, activity.get("type")
        if kind == "typing":
            self.chats.changed(Change("typing", chat))
            return self.chats.next_id()
        if kind != "message":
            raise Rejected(400, "BadSyntax", f"The bot cannot send {kind!r}.")
        parts = _parts(activity)
        reply = None if chat.personal else call.thread or None
        every = [part for _ in range(call.copies) for part in parts]
        sent = [self.chats.add(chat, None, reply_to=reply, **part) for part in every]
        if len(parts) > 1:
            return None
        return sent[0].id if sent else self.chats.next_id()

    def _put(self, call: Call) -> Json:
        message = self._own(call)
        parts = _parts(call.body)
        for part in parts[-1:] if call.copies else []:
            message.text, message.summary = part.get("text", ""), part["summary"]
            message.card, message.plain = part.get("card"), part.get("plain", False)
            message.updates += 1
            message.views.clear()
            self.chats.changed(Change("message", call.chat, message))
        return {"id": message.id}

    def _delete(self, call: Call) -> None:
        message = self._own(call)
        if call.copies:
            message.deleted, message.text, message.summary, message.card = True, "", "", None
            message.views.clear()
            self.chats.changed(Change("message", call.chat, message))

    def _own(self, call: Call) -> Message:
        message = call.chat.by_id.get(call.activity_id)
        if message is None or message.deleted:
            raise Rejected(404, "ActivityNotFoundInConversation", "The activity was not found.")
        if not message.by_bot:
            raise Rejected(403, "MessageEditForbidden", "The message is not the bot's.")
        return message

    def _members(self, call: Call) -> Any:
        return [self._account(person) for person in call.chat.members]

    def _paged(self, call: Call) -> Json:
        start, size = int(call.query.get("continuationToken") or 0), int(call.query.get("pageSize") or 200)
        page = [self._account(person) for person in call.chat.members[start : start + size]]
        more = start + size < len(call.chat.members)
        return {"members": page, **({"continuationToken": str(start + size)} if more else {})}

    def _member(self, call: Call) -> Json:
        person = self.chats.known(call.member_id)
        if person is None or person not in call.chat.members:
            raise Rejected(404, "MemberNotFoundInConversation", "The member was not found.")
        return self._account(person)

    def _account(self, person: Person) -> Json:
        ids = {"id": person.id, "objectId": person.object_id, "aadObjectId": person.object_id}
        told = {"name": person.name(), "email": person.address, "userPrincipalName": person.address}
        return {**ids, **told, "tenantId": self.chats.tenant, "userRole": "user"}

    def _team(self, call: Call) -> Json:
        team = call.team
        counts = {"channelCount": len(team.channels), "memberCount": len(team.members)}
        return {"id": team.id, "name": team.name, "aadGroupId": "", "tenantId": self.chats.tenant, **counts}

    def _channels(self, call: Call) -> Json:
        # As in Teams, the general channel has no name of its own: every client shows it in its language.
        shown = [{"id": one.id, "type": "standard"} | _called(one, call.team) for one in call.team.channels]
        return {"conversations": shown}


def _called(channel: Conversation, team: Team) -> Json:
    return {"name": None if channel is team.general else channel.name}


def _parts(activity: Json) -> list[Json]:
    """The messages that Teams makes of one activity: text and card together become two."""
    text, summary = str(activity.get("text") or ""), str(activity.get("summary") or "")
    cards = [one for one in activity.get("attachments") or [] if one.get("contentType") == CARD]
    if not text and not cards:
        raise Rejected(400, "BadSyntax", "The message has neither text nor a card.")
    _fits(text)
    plain = activity.get("textFormat") == "plain"
    parts: list[Json] = [{"text": text, "summary": summary, "plain": plain}] if text else []
    return parts + [{"card": _card(one), "summary": summary} for one in cards]


def _card(attachment: Json) -> Json:
    card = attachment.get("content")
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        raise Rejected(400, "BadSyntax", "The attachment is no Adaptive Card.")
    _fits(json.dumps(card, ensure_ascii=False, separators=(",", ":")))
    return card


def _fits(text: str) -> None:
    if len(text.encode("utf-16-le")) > LARGEST:
        raise Rejected(413)


def _failure(rejected: Rejected, fault: Fault | None = None) -> web.Response:
    body = {"error": {"code": rejected.code, "message": rejected.message}}
    wait = fault.retry_after if fault else None
    headers = {} if wait is None else {"Retry-After": f"{wait:g}"}
    return web.json_response(body, status=rejected.status, headers=headers)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _within(body: Json, *keys: str) -> Any:
    found: Any = body
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


async def _json(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text='{"error": {"code": "BadSyntax"}}', content_type="application/json")
    return body
