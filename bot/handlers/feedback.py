"""What people thought of a session: asked of those who had it, kept without a name, gathered for coordinators.

No line of the access log tells who opened the form or sent it: each is as unnamed as an anonymous request.
"""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from cards.feedback import Asked, Collected, export_card, feedback_card, feedback_said_card, summary_card
from cards.widgets import Filled
from dialogs.engine import Draft, Outcome, advance, first_step
from dialogs.feedback import given
from dialogs.fields import Situation, as_text
from dialogs.forms import Form
from domain.announcements import Announcement, State
from domain.permissions import authorize
from domain.refusals import Refused
from storage import announcements, feedback


async def _find(turn: Turn, connection: AsyncConnection, action: str) -> Announcement:
    return authorize(turn.actor, action, await announcements.find(connection, turn.text("id")))


def _form(desk: Desk) -> Form:
    if desk.content.feedback is None:
        raise Refused("refused-feedback")
    return desk.content.feedback


def _asked(desk: Desk, turn: Turn, found: Announcement) -> Asked:
    return Asked(found.id, turn.speech.pick(found.wording.title), _form(desk))


async def _closed(turn: Turn, connection: AsyncConnection, found: Announcement) -> str | None:
    """Why this person is not asked, as a key; None when she is."""
    if found.session is None or found.state is State.CALLED_OFF or found.session.end > turn.now:
        return "early"
    if await feedback.has_given(connection, found.id, turn.actor.id):
        return "thanks"
    return None if await feedback.was_told(connection, found.id, turn.actor.id) else "others"


def _said(turn: Turn, found: Announcement, key: str) -> Reply:
    # Why she is not asked would tell by name who has answered, were it a refusal.
    card = feedback_said_card(turn.view, key, abroad=turn.chat.kind != "personal")
    return Reply(card, turn.view.say(f"feedback-title-{key}"), about=found.id, unnamed=True)


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The form, for those who were told of the session, once it is over."""
    found = await _find(turn, connection, "register")
    asked = _asked(desk, turn, found)
    closed = await _closed(turn, connection, found)
    if closed:
        return _said(turn, found, closed)
    return _drawn(turn, asked, Filled())


def _drawn(turn: Turn, asked: Asked, filled: Filled) -> Reply:
    title = turn.speech.pick(asked.form.title)
    return Reply(feedback_card(turn.view, asked, filled), title, about=asked.id, unnamed=True)


def _judged(desk: Desk, turn: Turn, form: Form, typed: dict[str, str]) -> Outcome:
    # The engine wants a draft; this one is never written down.
    step = first_step(form)
    blank = Draft("", turn.actor.id, form.key, "", turn.speech.language, step, {})
    situation = Situation(desk.today(turn.now), {}, desk.content.names, turn.text("sure"))
    return advance(form, blank, step, typed, situation)


async def send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keeps the answers, once from each; sent again, it says thanks again."""
    found = await _find(turn, connection, "register")
    asked = _asked(desk, turn, found)
    closed = await _closed(turn, connection, found)
    if closed:
        return _said(turn, found, closed)
    typed = {key: as_text(value) for key, value in turn.typed.items()}
    judged = _judged(desk, turn, asked.form, typed)
    if judged.refused:
        return _drawn(turn, asked, Filled(judged.draft.answers, typed, judged.problems))
    answers = given(asked.form, judged.draft.answers)
    await feedback.give(connection, found.id, turn.actor.id, answers, desk.today(turn.now))
    return _said(turn, found, "thanks")


async def summary(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What came together, for the coordinators: to be read, or as a text to copy."""
    found = await _find(turn, connection, "announce")
    asked, came = _asked(desk, turn, found), await feedback.summary(connection, found.id)
    collected = Collected(came.given, came.numbers, came.texts)
    draw = export_card if turn.number("text") else summary_card
    drawn = draw(turn.view, asked, collected, turn.number("page"))
    return Reply(drawn, turn.view.say("feedback-summary-title"), about=found.id)
