"""The bot: each kind of activity that Teams sends has its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import uuid4

import structlog
from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot import answers
from bot.adapter import answer_invoke
from bot.afterwards import Afterwards
from bot.connector import Connector, Gone, Throttled, Unknown
from bot.desk import Desk, Reply, Turn
from bot.dispatch import run
from bot.doings import SENT_FILE, SENT_LIST, WELCOME, Doing, pressed, typed
from bot.failures import told
from bot.files import Files, open_list
from bot.incoming import Press, arrival_of, brings_file, caller_of, chat_of, places_in, press_of, table, text_of
from bot.installs import Installs
from bot.rosters import Rosters
from bot.team_events import team_of
from cards.elements import Surface, View
from cards.teams import team_welcome_card
from dialogs.announcing import room_for_addresses
from domain.people import Actor
from domain.permissions import SERVICE, may
from storage import inbound, people
from storage.inbound import Arrival
from storage.people import Caller

log = structlog.get_logger()

CARD_ACTION = "adaptiveCard/action"
DIALOGS = frozenset({"task/fetch", "task/submit"})
# Teams sends again what is not answered in 15 seconds.
PATIENCE_SECONDS = 5.0


class TeamsBot:
    """Takes botbuilder's turns. Edits, deletions and reactions are heard and never execute anything."""

    def __init__(
        self, desk: Desk, connector: Connector, afterwards: Afterwards, rosters: Rosters, files: Files
    ) -> None:
        self._desk = desk
        self._connector = connector
        self._afterwards = afterwards
        self._rosters = rosters
        self._files = files
        self._installs = Installs(desk, rosters)

    async def on_turn(self, context: TurnContext) -> None:
        """One activity."""
        activity = context.activity
        if activity.type == ActivityTypes.message:
            await self._message(context)
        elif activity.type == ActivityTypes.invoke:
            await self._invoke(context)
        elif activity.type in (ActivityTypes.installation_update, ActivityTypes.conversation_update):
            await self._moved(context)

    async def on_error(self, context: TurnContext, error: Exception) -> None:
        """A bug: logged once, with a reference that the person sees; her invoke still gets an answer."""
        if context.activity.type != ActivityTypes.invoke and isinstance(error, (Throttled, Gone, Unknown)):
            log.info("reply did not get through", why=str(error))
            return
        reference = uuid4().hex[:8]
        log.error("turn failed", reference=reference, **told(error))
        speech = self._desk.speech(context.activity.locale)
        words = speech.say("failed", reference=reference)
        if context.activity.type == ActivityTypes.invoke:
            await answer_invoke(context, 200, answers.failed_body(context.activity.name or "", words))
        elif context.activity.type == ActivityTypes.message:
            await context.send_activity(words)

    async def _actor(self, activity: Activity, caller: Caller) -> Actor:
        async with self._desk.database.read() as connection:
            actor = await people.find_actor(connection, caller)
            known = actor and await people.is_known(connection, caller, chat_of(activity, actor.id))
            arrival = arrival_of(activity)
            seen = actor is None and arrival is not None and await inbound.is_here(connection, arrival)
        if actor and known:
            return actor
        if seen:
            # This very press has erased her: its second copy must not write her down again.
            return Actor("", caller.tenant, caller.object_id, caller.name)
        now = self._desk.clock.now()
        async with self._desk.database.write() as connection:
            actor = await people.meet(connection, caller, now)
            await people.remember_conversation(connection, chat_of(activity, actor.id), now)
        return actor

    async def _turn(self, activity: Activity, caller: Caller, press: Press) -> Turn:
        actor = await self._actor(activity, caller)
        return Turn(
            actor=actor,
            chat=chat_of(activity, actor.id),
            now=self._desk.clock.now(),
            speech=self._desk.speech(actor.language or activity.locale),
            surface=Surface.DIALOG if activity.name in DIALOGS else Surface.CHAT,
            data=press.data,
            typed=press.typed,
            arrival=arrival_of(activity),
            posted=activity.type == ActivityTypes.message,
        )

    async def _reply(self, turn: Turn, doing: Doing | None) -> Reply | None:
        reply = await run(self._desk, turn, doing)
        self._rosters.meet(turn.actor, turn.chat)
        if reply is None:
            return None
        self._rosters.before(doing.action if doing else "")
        summary = reply.summary or turn.view.say("summary-reply")
        return replace(reply, summary=summary, title=reply.title or turn.view.say("summary-home"))

    async def _message(self, context: TurnContext) -> None:
        activity = context.activity
        caller = caller_of(activity)
        if caller is None or not activity.id:
            return
        if isinstance(activity.value, dict):
            await self._submitted(context, caller)
            return
        words = text_of(activity)
        turn = await self._turn(activity, caller, Press(data={"reference": words.upper().strip(" .")}))
        if brings_file(activity):
            turn, doing = await self._opened(activity, turn)
        else:
            doing = typed(self._desk, words)
        reply = await self._reply(turn, doing)
        if reply:
            await self._post(turn.arrival, lambda: context.send_activity(answers.activity(reply)))

    async def _opened(self, activity: Activity, turn: Turn) -> tuple[Turn, Doing]:
        # Nothing is fetched for whom it would not be taken from, and no transaction waits for it.
        places, most = places_in(activity), room_for_addresses(self._desk.content.announcing.values())
        if not places or not most or turn.chat.kind != "personal" or not may(turn.actor, SENT_LIST.action, SERVICE):
            return turn, SENT_FILE
        return replace(turn, brought=await open_list(self._files, places, most)), SENT_LIST

    async def _submitted(self, context: TurnContext, caller: Caller) -> None:
        # A client too old for Action.Execute: the card that was pressed is replaced, as it would have been.
        activity = context.activity
        press = press_of(activity.value)
        turn = await self._turn(activity, caller, press)
        reply = await self._reply(turn, pressed(press.verb))
        if reply is None:
            return
        shown = answers.activity(reply)
        if activity.reply_to_id and turn.chat.kind == "personal":
            shown.id, shown.conversation = activity.reply_to_id, activity.conversation
            await self._post(turn.arrival, lambda: context.update_activity(shown))
        else:
            await self._post(turn.arrival, lambda: context.send_activity(shown))

    async def _post(self, arrival: Arrival | None, send: Callable[[], Awaitable[object]]) -> None:
        await _twice(send)
        if arrival:
            async with self._desk.database.write() as connection:
                await inbound.answered(connection, arrival)

    async def _invoke(self, context: TurnContext) -> None:
        activity = context.activity
        caller = caller_of(activity)
        if caller is None or not activity.id:
            await answer_invoke(context, 400, None)
        elif activity.name == CARD_ACTION:
            await self._card_action(context, caller)
        elif activity.name in DIALOGS:
            press = press_of(table(activity.value).get("data"))
            turn = await self._turn(activity, caller, press)
            reply = await self._reply(turn, pressed(press.verb))
            await answer_invoke(context, 200, answers.dialog_body(reply) if reply else None)
        else:
            await answer_invoke(context, 404, None)

    async def _card_action(self, context: TurnContext, caller: Caller) -> None:
        activity = context.activity
        value = table(activity.value)
        action = table(value.get("action"))
        press = press_of(action.get("data"), action.get("verb"))
        refreshes = value.get("trigger") == "automatic"
        turn = replace(await self._turn(activity, caller, press), refreshes=refreshes)
        reply = await self._reply(turn, pressed(press.verb))
        await answer_invoke(context, 200, answers.card_body(reply.card) if reply else None)
        if reply and not refreshes:
            self._make_last(activity, turn, reply)

    def _make_last(self, activity: Activity, turn: Turn, reply: Reply) -> None:
        # What an invoke answers lives only until the client is restarted; the message itself must change too.
        which = activity.reply_to_id
        if which and turn.chat.kind == "personal":
            self._afterwards.do(lambda: self._connector.replace(turn.chat, which, answers.message(reply)))

    async def _moved(self, context: TurnContext) -> None:
        introduces = await self._installs.hear(context.activity)
        if introduces and team_of(context.activity):
            await self._introduce(context)
        elif introduces:
            await self._welcome(context)
        self._desk.wake()

    async def _introduce(self, context: TurnContext) -> None:
        # A team has no language of its own.
        view = View(self._desk.speech(None))
        reply = Reply(team_welcome_card(view), summary=view.say("team-welcome-title"))
        await self._post(arrival_of(context.activity), lambda: context.send_activity(answers.activity(reply)))

    async def _welcome(self, context: TurnContext) -> None:
        caller, arrival = caller_of(context.activity), arrival_of(context.activity)
        if caller is None:
            return
        turn = replace(await self._turn(context.activity, caller, Press()), arrival=None)
        reply = await self._reply(turn, WELCOME)
        if reply:
            await self._post(arrival, lambda: context.send_activity(answers.activity(reply)))


async def _twice(send: Callable[[], Awaitable[object]]) -> None:
    # Whoever speaks to the bot should not meet silence because Teams was busy for a moment.
    try:
        await send()
    except (Throttled, Unknown) as busy:
        await asyncio.sleep(min(busy.wait, PATIENCE_SECONDS))
        await send()
