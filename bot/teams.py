"""The bot: each kind of activity that Teams sends has its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import uuid4

import structlog
from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ActivityTypes
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import answers
from bot.adapter import answer_invoke
from bot.afterwards import Afterwards
from bot.connector import Connector, Gone, Throttled, Unknown
from bot.desk import Desk, Reply, Turn
from bot.dispatch import run
from bot.doings import WELCOME, Doing, pressed, typed
from bot.failures import told
from bot.incoming import Press, arrival_of, caller_of, chat_of, is_bot, press_of, table, text_of
from bot.notices import catch_up
from cards.elements import Surface
from domain.people import Actor
from storage import inbound, notices, people
from storage.inbound import Arrival
from storage.people import Caller

log = structlog.get_logger()

CARD_ACTION = "adaptiveCard/action"
DIALOGS = frozenset({"task/fetch", "task/submit"})
# Teams sends again what is not answered in 15 seconds.
PATIENCE_SECONDS = 5.0


class TeamsBot:
    """Takes botbuilder's turns. Edits, deletions and reactions are heard and never execute anything."""

    def __init__(self, desk: Desk, connector: Connector, afterwards: Afterwards) -> None:
        self._desk = desk
        self._connector = connector
        self._afterwards = afterwards

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
        if reply is None:
            return None
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
        reply = await self._reply(turn, typed(self._desk, words))
        if reply:
            await self._post(turn.arrival, lambda: context.send_activity(answers.activity(reply)))

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
        activity = context.activity
        caller = caller_of(activity)
        if activity.type == ActivityTypes.conversation_update and not is_bot(activity):
            return
        if await self._is_new(activity, caller) and caller and _is_welcome(activity):
            await self._welcome(context, caller)
        self._desk.wake()

    async def _welcome(self, context: TurnContext, caller: Caller) -> None:
        arrival = arrival_of(context.activity)
        turn = replace(await self._turn(context.activity, caller, Press()), arrival=None)
        reply = await self._reply(turn, WELCOME)
        if reply:
            await self._post(arrival, lambda: context.send_activity(answers.activity(reply)))

    async def _is_new(self, activity: Activity, caller: Caller | None) -> bool:
        """Keep where the app now is, and say whether that is still to be answered."""
        arrival, now = arrival_of(activity), self._desk.clock.now()
        async with self._desk.database.write() as connection:
            if arrival and await inbound.arrive(connection, arrival, now):
                # A late copy of a removal must not end what has begun anew since.
                return await inbound.take_over(connection, arrival, now)
            actor = await people.meet(connection, caller, now) if caller else None
            await self._keep(activity, actor, connection)
        return True

    async def _keep(self, activity: Activity, actor: Actor | None, connection: AsyncConnection) -> None:
        now, chat = self._desk.clock.now(), chat_of(activity, actor.id if actor else None)
        if (activity.action or "").startswith("remove") or activity.members_removed:
            await people.end_conversation(connection, chat.id, now)
            return
        await people.remember_conversation(connection, chat, now)
        if actor and chat.person:
            await notices.waiting_for(connection, chat.person, now)
            await catch_up(connection, actor, now)


def _is_welcome(activity: Activity) -> bool:
    return bool(activity.type == ActivityTypes.installation_update and activity.action == "add")


async def _twice(send: Callable[[], Awaitable[object]]) -> None:
    # Whoever speaks to the bot should not meet silence because Teams was busy for a moment.
    try:
        await send()
    except (Throttled, Unknown) as busy:
        await asyncio.sleep(min(busy.wait, PATIENCE_SECONDS))
        await send()
