"""From a verb or a typed word to its handler, in one transaction; a refusal becomes a card."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.desk import Desk, Handler, Reply, Turn
from bot.handlers import claims, consultations, forms, home, lists, requesters, settings
from cards.elements import plain
from cards.home import elsewhere_card, home_card, said_card
from cards.verbs import Verb
from domain.refusals import Refused

HANDLERS: Mapping[Verb, Handler] = {
    Verb.HOME: home.show_home,
    Verb.ASK: home.ask,
    Verb.ASK_GROUP: home.ask_group,
    Verb.FORM_BEGIN: forms.begin,
    Verb.FORM_RESUME: forms.resume,
    Verb.FORM_NEXT: forms.next_step,
    Verb.FORM_BACK: forms.back_step,
    Verb.FORM_KEEP: forms.keep_step,
    Verb.FORM_GO: forms.go,
    Verb.FORM_REVIEW: forms.review,
    Verb.FORM_SEND: forms.send,
    Verb.DRAFT_DELETE: lists.delete_draft,
    Verb.DRAFT_DELETE_SURE: lists.delete_draft_sure,
    Verb.OWN: lists.own,
    Verb.OPEN: consultations.show,
    Verb.TAKE: consultations.take,
    Verb.ASK_QUESTION: consultations.ask,
    Verb.ASK_QUESTION_SEND: consultations.ask_send,
    Verb.ANSWER: consultations.answer,
    Verb.ANSWER_SEND: consultations.answer_send,
    Verb.MOVE: consultations.move,
    Verb.MOVE_SEND: consultations.move_send,
    Verb.CHANGE: forms.change,
    Verb.WITHDRAW: consultations.withdraw,
    Verb.WITHDRAW_SURE: consultations.withdraw_sure,
    Verb.REQUESTER_SHOW: requesters.show,
    Verb.REQUESTER_SHOW_SEND: requesters.show_send,
    Verb.CLAIM: claims.ask,
    Verb.CLAIM_OPEN: claims.show,
    Verb.CLAIM_WITHDRAW: claims.ask_withdraw,
    Verb.CLAIM_WITHDRAW_SURE: claims.withdraw_sure,
    Verb.CLAIM_RENEW: claims.renew,
    Verb.QUEUE: lists.queue,
    Verb.SETTINGS: settings.show_settings,
    Verb.SETTINGS_LANGUAGE: settings.choose_language,
}

WORDS: Mapping[str, Handler] = {
    "word-consultation": home.ask,
    "word-own": lists.own,
    "word-claim": claims.ask,
    "word-sessions": home.coming("sessions"),
    "word-queue": lists.queue,
    "word-meeting": home.coming("meeting"),
    "word-announcement": home.coming("announcement"),
    "word-settings": settings.show_settings,
    "word-statistics": home.coming("statistics"),
    "word-help": home.show_help,
    "word-cancel": home.cancel,
    "word-greeting": home.greet,
}

REFERENCE = re.compile(r"[a-z]{2,4}-\d{4}-\d{4,}", re.IGNORECASE)


def handler_for(verb: str) -> Handler | None:
    """What a press with this verb does; None when there is no such verb."""
    return next((handler for name, handler in HANDLERS.items() if name.value == verb), None)


def word_handler(desk: Desk, text: str) -> Handler:
    """What a typed word does; a word that is no command leads home."""
    # People end a word with a full stop or an exclamation mark without meaning anything by it.
    typed = " ".join(text.casefold().split()).strip(".!?")
    for key, handler in WORDS.items():
        if typed in desk.texts.words(key):
            return handler
    return consultations.show_by_reference if REFERENCE.fullmatch(typed) else home.unknown


async def run(desk: Desk, turn: Turn, handler: Handler | None) -> Reply:
    """Do it, in one transaction, and answer; nothing confidential happens outside of a personal chat."""
    if turn.chat.kind != "personal":
        return Reply(elsewhere_card(turn.view), summary=turn.view.say("summary-home"))
    if handler is None:
        said = turn.view.say("refused-verb")
        return Reply(home_card(turn.view, desk.content.centre, turn.actor, said))
    try:
        async with desk.database.write() as connection:
            reply = await handler(desk, turn, connection)
    except Refused as refused:
        return await _refusal(desk, turn, refused)
    # Only now is it committed, and only what is committed can be sent.
    desk.wake()
    return reply


async def _refusal(desk: Desk, turn: Turn, refused: Refused) -> Reply:
    said = turn.view.say(refused.key, **refused.values)
    if not turn.data.get("id"):
        return Reply(said_card(turn.view, said))
    # Where the press was on a request that this person may see, its present state comes back.
    try:
        async with desk.database.write() as connection:
            shown = await consultations.show(desk, replace(turn, data={"id": turn.text("id")}), connection)
    except Refused:
        return Reply(said_card(turn.view, said))
    return replace(shown, card=with_notice(shown.card, said))


def with_notice(card: dict[str, object], said: str) -> dict[str, object]:
    """The same card with a sentence that stands first."""
    # A name may stand in it, and in a TextBlock a name could be Markdown.
    words = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": plain(said)}]}
    note = {"type": "Container", "style": "warning", "items": [words]}
    body = card.get("body")
    return card | {"body": [note, *body]} if isinstance(body, list) else card
