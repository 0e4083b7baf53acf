"""Everything that a person can ask of the service: which handler, judged by which rule, and what a second copy gets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.desk import Desk, Handler, Reply
from bot.handlers import (
    addresses,
    announcements,
    claims,
    consultations,
    feedback,
    forms,
    home,
    lists,
    own_data,
    reminders,
    requesters,
    sessions,
    settings,
)
from cards.verbs import Verb
from domain.permissions import ANNOUNCEMENT_RULES, CONSULTATION_RULES, DRAFT_RULES


@dataclass(frozen=True)
class Doing:
    """A verb or a typed word. `again` draws the present state and changes nothing.

    It answers a press that Teams delivers a second time, and a card that Teams refreshes by itself. `instead` is
    what stands below a refusal, where this person may see it. `abroad`: it is about what everybody may know, or leaves
    no name, and may be done from a dialog in a channel.
    """

    name: str
    handler: Handler
    action: str
    again: Handler
    instead: Handler = consultations.show
    abroad: bool = False

    def kind(self, reply: Reply) -> str:
        """What kind of thing the reply is about; empty for the service itself."""
        if reply.kind or self.action in ANNOUNCEMENT_RULES:
            return reply.kind or "announcement"
        # A press on a draft names what was made of it, and asking for a consultation names the draft.
        if self.action in CONSULTATION_RULES or (reply.about and self.action in (*DRAFT_RULES, "claim")):
            return "consultation"
        return "draft" if self.action in DRAFT_RULES or reply.about else ""


def _reads(name: str, handler: Handler, action: str) -> Doing:
    return Doing(name, handler, action, again=handler)


def _announces(name: str, handler: Handler, action: str = "announce", again: Handler | None = None) -> Doing:
    return Doing(name, handler, action, again=again or handler, instead=announcements.show)


def _of_session(name: str, handler: Handler, action: str, again: Handler | None = None) -> Doing:
    return Doing(name, handler, action, again=again or handler, instead=sessions.show, abroad=True)


def _of_reminder(name: str, handler: Handler, again: Handler | None = None) -> Doing:
    return Doing(name, handler, "reminder", again=again or handler, instead=reminders.show)


def _named(*doings: Doing) -> Mapping[str, Doing]:
    return {one.name: one for one in doings}


DOINGS: Mapping[str, Doing] = _named(
    _reads(Verb.HOME, home.show_home, "home"),
    _reads(Verb.ASK, home.ask, "request"),
    _reads(Verb.ASK_GROUP, home.ask_group, "request"),
    Doing(Verb.FORM_BEGIN, forms.begin, "request", again=forms.resume),
    _reads(Verb.FORM_RESUME, forms.resume, "draft"),
    Doing(Verb.FORM_NEXT, forms.next_step, "draft", again=forms.next_again),
    Doing(Verb.FORM_BACK, forms.back_step, "draft", again=forms.back_again),
    Doing(Verb.FORM_KEEP, forms.keep_step, "draft", again=forms.keep_again),
    Doing(Verb.FORM_GO, forms.go, "draft", again=forms.resume),
    _reads(Verb.FORM_REVIEW, forms.review, "draft"),
    Doing(Verb.FORM_SEND, forms.send, "draft", again=forms.resume),
    _reads(Verb.DRAFT_DELETE, lists.delete_draft, "draft"),
    Doing(Verb.DRAFT_DELETE_SURE, lists.delete_draft_sure, "draft", again=lists.own, instead=lists.own),
    _reads(Verb.OWN, lists.own, "own"),
    _reads(Verb.OPEN, consultations.show, "open"),
    Doing(Verb.TAKE, consultations.take, "take", again=consultations.taken),
    _reads(Verb.ASK_QUESTION, consultations.ask, "ask"),
    Doing(Verb.ASK_QUESTION_SEND, consultations.ask_send, "ask", again=consultations.asked),
    _reads(Verb.ANSWER, consultations.answer, "answer"),
    Doing(Verb.ANSWER_SEND, consultations.answer_send, "answer", again=consultations.answered),
    _reads(Verb.MOVE, consultations.move, "move"),
    Doing(Verb.MOVE_SEND, consultations.move_send, "move", again=consultations.moved),
    Doing(Verb.CHANGE, forms.change, "change", again=forms.change_again),
    _reads(Verb.WITHDRAW, consultations.withdraw, "withdraw"),
    Doing(Verb.WITHDRAW_SURE, consultations.withdraw_sure, "withdraw", again=consultations.withdrawn),
    _reads(Verb.REQUESTER_SHOW, requesters.show, "see-requester"),
    _reads(Verb.REQUESTER_SHOW_SEND, requesters.show_send, "see-requester"),
    _reads(Verb.CLAIM, claims.ask, "claim"),
    Doing(Verb.CLAIM_OPEN, claims.show, "claim", again=claims.again),
    Doing(Verb.CLAIM_ANSWER_SEND, claims.answer_send, "claim", again=claims.again),
    _reads(Verb.CLAIM_WITHDRAW, claims.ask_withdraw, "claim"),
    Doing(Verb.CLAIM_WITHDRAW_SURE, claims.withdraw_sure, "claim", again=claims.again),
    Doing(Verb.CLAIM_RENEW, claims.renew, "withdraw", again=consultations.show),
    _reads(Verb.QUEUE, lists.queue, "queue"),
    _reads(Verb.FIGURES, lists.figures, "figures"),
    _announces(Verb.ANNOUNCEMENTS, announcements.show_list, "announcements"),
    _announces(Verb.ANNOUNCEMENT_NEW, announcements.begin, "announcements", again=forms.resume),
    _announces(Verb.ANNOUNCEMENT_SHOW, announcements.show),
    _announces(Verb.ANNOUNCEMENT_EDIT, announcements.edit, again=forms.resume),
    _announces(Verb.ANNOUNCEMENT_COPY, announcements.copy, again=forms.resume),
    _announces(Verb.ANNOUNCEMENT_ADDRESSES, addresses.use, "address-list", again=forms.resume),
    _announces(Verb.ANNOUNCEMENT_SEND, announcements.to_send),
    _announces(Verb.ANNOUNCEMENT_SEND_SURE, announcements.send_sure, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_TRY, announcements.try_on, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_READ, announcements.read, "approve"),
    _announces(Verb.ANNOUNCEMENT_APPROVE, announcements.approve, "approve", again=announcements.read),
    _announces(Verb.ANNOUNCEMENT_RETURN, announcements.give_back, "approve", again=announcements.read),
    _announces(Verb.ANNOUNCEMENT_STOP, announcements.stop, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_GO_ON, announcements.go_on, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_RECALL, announcements.recall),
    _announces(Verb.ANNOUNCEMENT_RECALL_SURE, announcements.recall_sure, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_AGAIN, announcements.try_again, again=announcements.show),
    _announces(Verb.ANNOUNCEMENT_PROGRESS, announcements.show_progress),
    _announces(Verb.SESSION_CALL_OFF, announcements.call_off),
    _announces(Verb.SESSION_CALL_OFF_SURE, announcements.call_off_sure, again=announcements.show),
    _reads(Verb.SESSIONS, sessions.show_sessions, "sessions"),
    _of_session(Verb.ANNOUNCEMENT_OPEN, sessions.show, "read-announcement"),
    _of_session(Verb.ANNOUNCEMENT_LANGUAGE, sessions.show_in_language, "read-announcement"),
    _of_session(Verb.ANNOUNCEMENT_WHY, sessions.why, "read-announcement"),
    _of_session(Verb.SESSION_COME, sessions.come, "register", again=sessions.show),
    _of_session(Verb.SESSION_DECLINE, sessions.decline, "register", again=sessions.show),
    _of_session(Verb.FEEDBACK, feedback.show, "register"),
    _of_session(Verb.FEEDBACK_SEND, feedback.send, "register", again=feedback.show),
    _reads(Verb.FEEDBACK_SUMMARY, feedback.summary, "announce"),
    _reads(Verb.SETTINGS, settings.show_settings, "settings"),
    Doing(Verb.SETTINGS_TOPICS, settings.choose_topics, "settings", again=settings.show_topics),
    Doing(Verb.SETTINGS_HOURS, settings.choose_hours, "settings", again=settings.show_hours),
    Doing(Verb.SETTINGS_OFF, settings.switch_off, "settings", again=settings.show_topics),
    Doing(Verb.SETTINGS_REMINDERS, settings.choose_reminders, "settings", again=settings.show_reminders),
    _of_reminder(Verb.REMINDER, reminders.show),
    _of_reminder(Verb.REMINDER_DONE, reminders.done, again=reminders.show),
    _of_reminder(Verb.REMINDER_LATER, reminders.later),
    _of_reminder(Verb.REMINDER_LATER_SEND, reminders.later_send, again=reminders.show),
    _of_reminder(Verb.REMINDER_OFF, reminders.off),
    _of_reminder(Verb.REMINDER_OFF_SEND, reminders.off_send, again=reminders.show),
    _of_reminder(Verb.REMINDER_WHY, reminders.why),
    _reads(Verb.OWN_DATA, own_data.show, "own-data"),
    Doing(Verb.OWN_DATA_FORGET, own_data.forget, "own-data", again=own_data.show),
    _reads(Verb.OWN_DATA_ERASE, own_data.erase, "own-data"),
    Doing(Verb.OWN_DATA_ERASE_SURE, own_data.erase_sure, "own-data", again=own_data.after_erasing),
    Doing(Verb.SETTINGS_LANGUAGE, settings.choose_language, "settings", again=settings.show_settings),
)

WORDS: Mapping[str, Doing] = _named(
    _reads("word-consultation", home.ask, "request"),
    _reads("word-own", lists.own, "own"),
    _reads("word-claim", claims.ask, "claim"),
    _reads("word-sessions", sessions.show_sessions, "sessions"),
    _reads("word-queue", lists.queue, "queue"),
    _reads("word-meeting", home.coming("meeting"), "home"),
    _reads("word-announcement", announcements.show_list, "announcements"),
    _reads("word-settings", settings.show_settings, "settings"),
    _reads("word-statistics", home.coming("statistics"), "home"),
    _reads("word-help", home.show_help, "home"),
    _reads("word-cancel", home.cancel, "home"),
    _reads("word-greeting", home.greet, "home"),
)

# Such as HE-2022-0001; and what is typed and is no command.
REFERENCE = re.compile(r"[a-z]{2,4}-\d{4}-\d{4,}", re.IGNORECASE)
BY_REFERENCE = _reads("typed-reference", consultations.show_by_reference, "open")
NO_WORD = _reads("typed-none", home.unknown, "home")
SENT_FILE = _reads("typed-file", home.take_no_file, "home")
SENT_LIST = _reads("typed-list", addresses.take, "address-list")
WELCOME = _reads("welcome", home.welcome, "home")


def pressed(verb: str) -> Doing | None:
    """What a press with this verb does; None when there is no such verb."""
    return DOINGS.get(verb)


def typed(desk: Desk, text: str) -> Doing:
    """What a typed word does; a word that is no command leads home."""
    # People end a word with a full stop or an exclamation mark without meaning anything by it.
    tidy = " ".join(text.casefold().split()).strip(".!?")
    found = next((doing for key, doing in WORDS.items() if tidy in desk.texts.words(key)), None)
    return found or (BY_REFERENCE if REFERENCE.fullmatch(tidy) else NO_WORD)
