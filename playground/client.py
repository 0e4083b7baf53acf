"""One person at her Teams: what she sees, and everything that she can do to the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.activities import Envelope
from playground.chats import Change, Chats, Conversation, Message, Person, Team
from playground.courier import Answer, Courier
from playground.elements import Json, action_titled, actions_of, filled, inputs_of
from playground.files import Files

CARD = "application/vnd.microsoft.card.adaptive"
TEXT = "application/vnd.microsoft.activity.message"
SUBMIT, EXECUTE = "Action.Submit", "Action.Execute"


@dataclass(frozen=True)
class InvokeResult:
    """The bot's answer to a button, a dialog or a refresh."""

    status: int
    body: Any = None

    @property
    def kind(self) -> str:
        return str(self.body.get("type", "")) if isinstance(self.body, dict) else ""

    @property
    def card(self) -> Json | None:
        """The card that came back, from a button or in a dialog."""
        if self.kind == CARD:
            return dict(self.body["value"])
        card: Json | None = _task_value(self.body, "continue").get("card", {}).get("content")
        return card

    @property
    def text(self) -> str:
        """The text that came back instead of a card."""
        task = self.body.get("task") if isinstance(self.body, dict) else None
        if isinstance(task, dict) and task.get("type") == "message":
            return str(task.get("value", ""))
        return str(self.body.get("value", "")) if self.kind == TEXT else ""

    @property
    def error(self) -> str:
        """What went wrong, in the bot's words; empty when all is well."""
        if self.kind == "application/vnd.microsoft.error":
            return str(self.body.get("value", {}).get("message", "error"))
        return "" if self.status < 300 else f"HTTP {self.status}"


def _task_value(body: Any, kind: str) -> Json:
    task = body.get("task") if isinstance(body, dict) else None
    fits = isinstance(task, dict) and task.get("type") == kind
    return dict(task["value"]) if fits and isinstance(task, dict) else {}


class Dialog:
    """A dialog as the person sees it. `open` is true while it shows a card; `text` is a closing message."""

    def __init__(self, client: Client, message: Message | None, result: InvokeResult) -> None:
        self._client, self._message = client, message
        self.card: Json | None = None
        self.title = self.text = ""
        self.open = False
        self.status = result.status
        self.body = result.body
        self._show(result)

    @property
    def inputs(self) -> list[Json]:
        return inputs_of(self.card)

    async def submit(
        self, title: str, inputs: Mapping[str, Any] | None = None, data: Json | None = None
    ) -> InvokeResult:
        """Press a button of the dialog; the dialog moves on to what comes back, and stays on a failure."""
        if not self.open:
            raise RuntimeError("the dialog is closed")
        action = action_titled(self.card, title, SUBMIT, EXECUTE)
        return await self.send({**_data(action), **filled(self.card, action, inputs), **(data or {})})

    async def send(self, data: Json) -> InvokeResult:
        """Submit exactly this data."""
        value = {"data": data, "context": {"theme": "default"}}
        result = await self._client.invoke("task/submit", value, self._message)
        self.status, self.body = result.status, result.body
        if result.status == 200:
            self._show(result)
        return result

    def close(self) -> None:
        """Close without submitting, as with Esc: the bot hears nothing of it."""
        self.open = False

    def _show(self, result: InvokeResult) -> None:
        value = _task_value(result.body, "continue")
        self.open = result.status == 200 and bool(value)
        self.card, self.text = (result.card if self.open else None), result.text
        self.title = str(value.get("title", self.title))


class Client:
    """One person's Teams, as `Teams.person` gives it out."""

    inputs_of = staticmethod(inputs_of)
    actions_of = staticmethod(actions_of)

    def __init__(self, chats: Chats, courier: Courier, person: Person, locale: str, place: Place) -> None:
        self.chats, self.courier, self.person, self.locale = chats, courier, person, locale
        self.chat = chats.personal(person)
        self._place = place

    @property
    def object_id(self) -> str:
        return self.person.object_id

    @property
    def installed(self) -> bool:
        return self.chat.installed

    @property
    def messages(self) -> list[Message]:
        """All messages of the personal chat, oldest first, deleted ones too."""
        return self.chat.messages

    @property
    def cards(self) -> list[Message]:
        """The bot's messages that show a card now."""
        return [one for one in self.messages if one.by_bot and one.card and not one.deleted]

    @property
    def last(self) -> Message:
        """The bot's newest message that has not been deleted."""
        return [one for one in self.messages if one.by_bot and not one.deleted][-1]

    def card_of(self, message: Message) -> Json | None:
        """The card as this person sees it."""
        return message.card_for(self.object_id)

    async def install(self, conversation: Conversation | None = None) -> Answer:
        """Add the app for oneself, or to a channel."""
        chat = self._put(conversation, True)
        if self.person not in chat.members:
            chat.members.append(self.person)
        answer = await self.post(self._in(chat).activity("installationUpdate", action="add"))
        added = self._in(chat).activity("conversationUpdate", membersAdded=[dict(self.chats.bot)])
        added["channelData"] |= {"eventType": "teamMemberAdded"} if chat.team else {}
        await self.post(added)
        return answer

    async def uninstall(self, conversation: Conversation | None = None) -> Answer:
        chat = self._put(conversation, False)
        return await self.post(self._in(chat).activity("installationUpdate", action="remove"))

    def _put(self, conversation: Conversation | None, there: bool) -> Conversation:
        chat = conversation or self.chat
        chat = chat.team.general if chat.team else chat
        for one in chat.team.channels if chat.team else [chat]:
            one.installed = there
            self.chats.changed(Change("installed", one))
        return chat

    def block(self, blocked: bool = True) -> None:
        """Block the app, or take it up again: Teams tells nobody, and refuses what the bot sends."""
        self.chat.blocked = blocked

    def leave(self) -> None:
        """Leave the organisation: her chat is not there any more, and nobody is told."""
        self.chat.gone = True
        for team in self.chats.teams.values():
            if self.person in team.members:
                team.members.remove(self.person)

    async def tell(self, team: Team, event: str, channel: Conversation | None = None, **rest: Any) -> Answer:
        """Let Teams tell of a change of a team or of its channel, as `eventType` names it."""
        activity = self._in(team.general).activity("conversationUpdate", **rest)
        about = channel or team.general
        activity["channelData"] |= {"eventType": event, "channel": {"id": about.id, "name": about.name}}
        activity["channelData"]["team"] = {"id": team.id, "name": team.name}
        return await self.post(activity)

    async def add_channel(self, team: Team, name: str) -> Conversation:
        """Make one more channel in a team."""
        one = self.chats.channel(team, name)
        await self.tell(team, "channelCreated", one)
        return one

    async def rename_channel(self, channel: Conversation, name: str) -> Answer:
        """Give a channel another name."""
        channel.name = name
        return await self.tell(_team_of(channel), "channelRenamed", channel)

    async def delete_channel(self, channel: Conversation) -> Answer:
        """Take a channel away."""
        team, channel.gone = _team_of(channel), True
        team.channels.remove(channel)
        return await self.tell(team, "channelDeleted", channel)

    async def rename_team(self, team: Team, name: str) -> Answer:
        """Give a team another name."""
        team.name = name
        return await self.tell(team, "teamRenamed")

    async def join(self, team: Team) -> Answer:
        """Become a member of a team."""
        if self.person not in team.members:
            team.members.append(self.person)
        account = {"id": self.person.id, "aadObjectId": self.object_id}
        return await self.tell(team, "teamMemberAdded", membersAdded=[account])

    async def leave_team(self, team: Team) -> Answer:
        """Be no member of a team any more."""
        team.members.remove(self.person)
        account = {"id": self.person.id, "aadObjectId": self.object_id}
        return await self.tell(team, "teamMemberRemoved", membersRemoved=[account])

    async def say(self, text: str) -> Answer:
        """Write to the bot in the personal chat."""
        self._must_be_installed(self.chat)
        message = self.chats.add(self.chat, self.person, text=text)
        return await self.post(self._in(self.chat).message(message.id, text))

    async def send_file(self, name: str, data: bytes, text: str = "") -> Answer:
        """Send a file in the personal chat, with or without words beside it."""
        self._must_be_installed(self.chat)
        message = self.chats.add(self.chat, self.person, text=f"{text} [{name}]".strip())
        activity = self._in(self.chat).message(message.id, text)
        activity["attachments"].append(self._place.files.attach(self._place.service_url, name, data))
        return await self.post(activity)

    async def say_in_channel(self, text: str, mention: bool = True, channel: Conversation | None = None) -> Answer:
        """Write to a channel; without a mention the bot does not hear it (status 0)."""
        chat = channel or self._place.channel
        name = self.chats.bot["name"]
        message = self.chats.add(chat, self.person, text=f"@{name} {text}" if mention else text)
        if not mention:
            return Answer(0)
        self._must_be_installed(chat)
        return await self.post(self._in(chat, message.id).message(message.id, text, mention=True))

    async def edit(self, message: Message, text: str) -> Answer:
        """Change one's own message; the bot is told, and should do nothing."""
        message.text, message.updates = text, message.updates + 1
        return await self._tell("messageUpdate", message, "editMessage", text=text)

    async def delete(self, message: Message) -> Answer:
        """Take one's own message away."""
        message.text, message.deleted = "", True
        return await self._tell("messageDelete", message, "softDeleteMessage")

    async def react(self, message: Message, reaction: str = "like") -> Answer:
        added = [{"type": reaction}]
        activity = self._at(message).activity("messageReaction", reactionsAdded=added, replyToId=message.id)
        return await self.post(activity)

    async def execute(
        self,
        message: Message,
        action: str | Json,
        inputs: Mapping[str, Any] | None = None,
        data: Json | None = None,
    ) -> InvokeResult:
        """Press an Action.Execute, by its title or as kept from an older card; `data` forges on top."""
        card = self.card_of(message)
        found = action_titled(card, action, EXECUTE) if isinstance(action, str) else action
        ours = isinstance(action, str) or any(one is action for one in actions_of(card))
        values = filled(card, found, inputs) if ours else dict(inputs or {})
        return await self.act(message, {**found, "data": {**_data(found), **values, **(data or {})}})

    async def act(self, message: Message, action: Json, trigger: str = "manual") -> InvokeResult:
        """Send exactly this action; a card that comes back stands in the message for this person."""
        sent = {"type": EXECUTE, "id": action.get("id", ""), "verb": action.get("verb", "")}
        value = {"action": {**sent, "data": action.get("data") or {}}, "trigger": trigger}
        result = await self.invoke("adaptiveCard/action", value, message)
        if result.card is not None and not message.deleted:
            self._replace(message, result.card)
        return result

    async def submit(
        self, message: Message, title: str, inputs: Mapping[str, Any] | None = None, data: Json | None = None
    ) -> Answer:
        """Press an Action.Submit in a chat, or an Action.Execute as an old client does: by its fallback."""
        card = self.card_of(message)
        action = action_titled(card, title, SUBMIT, EXECUTE)
        values = filled(card, action, inputs)
        if action["type"] == EXECUTE:
            action = _fallback(action)
        return await self.send_value(message, {**_data(action), **values, **(data or {})})

    async def send_value(self, message: Message, value: Json) -> Answer:
        """A message without text that carries a card's data."""
        rest = {"value": value, "replyToId": message.id}
        return await self.post(self._at(message).activity("message", self.chats.next_id(), **rest))

    async def open(self, message: Message, title: str, inputs: Mapping[str, Any] | None = None) -> Dialog:
        """Press a button that opens a dialog."""
        card = self.card_of(message)
        action = action_titled(card, title, SUBMIT)
        if _data(action).get("msteams", {}).get("type") != "task/fetch":
            raise LookupError(f"the action {title!r} opens no dialog")
        return await self.fetch(message, {**_data(action), **filled(card, action, inputs)})

    async def fetch(self, message: Message | None, data: Json) -> Dialog:
        """Ask for a dialog with exactly this data."""
        value = {"data": data, "context": {"theme": "default"}}
        return Dialog(self, message, await self.invoke("task/fetch", value, message))

    async def refresh(self, message: Message) -> InvokeResult:
        """What Teams does by itself when a card with `refresh` comes into view."""
        action = self.refresh_action(message)
        if action is None:
            raise LookupError("the card has no refresh for this person")
        return await self.act(message, action, trigger="automatic")

    def refresh_action(self, message: Message) -> Json | None:
        """The refresh of the message's own card, when it is meant for this person."""
        refresh = (message.card or {}).get("refresh") or {}
        meant = "userIds" not in refresh or self.person.id in refresh["userIds"]
        action: Json | None = refresh.get("action")
        return action if meant else None

    async def invoke(self, name: str, value: Any, reply_to: Message | str | None = None) -> InvokeResult:
        """Send any invoke; `reply_to` is the message that it comes from."""
        where = self._at(reply_to) if isinstance(reply_to, Message) else self._in(self.chat)
        reply = reply_to.id if isinstance(reply_to, Message) else reply_to
        rest = {"replyToId": reply} if reply else {}
        answer = await self.post(where.activity("invoke", name=name, value=value, **rest))
        return InvokeResult(answer.status, answer.body)

    async def post(self, activity: Json, headers: dict[str, str] | None = None) -> Answer:
        """Send any activity at all, as it is."""
        return await self.courier.post(activity, headers)

    def activity(self, kind: str, **rest: Any) -> Json:
        """An activity of this person's personal chat, to be bent and posted."""
        return self._in(self.chat).activity(kind, **rest)

    async def until(self, condition: Callable[[Client], Any], seconds: float = 10) -> Any:
        """Wait until the condition holds and give back its value; TimeoutError when it never does."""
        changed = asyncio.Event()

        def listener(_: Change) -> None:
            changed.set()

        self.chats.listeners.add(listener)
        try:
            async with asyncio.timeout(seconds):
                while not (value := condition(self)):
                    await changed.wait()
                    changed.clear()
                return value
        finally:
            self.chats.listeners.discard(listener)

    def _replace(self, message: Message, card: Json) -> None:
        chat = self.chats.conversations[message.conversation]
        if chat.personal:
            message.card = card
        else:
            message.views[self.object_id] = card
        self.chats.changed(Change("message", chat, message))

    async def _tell(self, kind: str, message: Message, event: str, **rest: Any) -> Answer:
        self.chats.changed(Change("message", self.chats.conversations[message.conversation], message))
        activity = self._at(message).activity(kind, message.id, **rest)
        activity["channelData"]["eventType"] = event
        return await self.post(activity)

    def _in(self, chat: Conversation, thread: str | None = None) -> Envelope:
        return Envelope(self.chats, self._place.service_url, self.person, chat, self.locale, thread)

    def _at(self, message: Message) -> Envelope:
        return self._in(self.chats.conversations[message.conversation], message.reply_to or message.id)

    def _must_be_installed(self, chat: Conversation) -> None:
        if not chat.installed:
            raise RuntimeError("the app is not installed here; call install() first")


class Place:
    """Where a client is: the parts of `Teams` that it needs."""

    service_url: str
    channel: Conversation
    files: Files


def _data(action: Json) -> Json:
    data = action.get("data")
    return dict(data) if isinstance(data, dict) else {}


def _team_of(channel: Conversation) -> Team:
    if channel.team is None:
        raise LookupError("no channel of a team")
    return channel.team


def _fallback(action: Json) -> Json:
    fallback = action.get("fallback")
    if not isinstance(fallback, dict) or fallback.get("type") != SUBMIT:
        raise LookupError(f"the action {action.get('title')!r} has no Action.Submit as fallback")
    return fallback
