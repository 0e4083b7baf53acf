"""Claim codes: what an anonymous requester does with hers, and without any link to her."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.changes import answer, is_answered, withdraw
from bot.claims import new_claim
from bot.desk import Desk, Reply, Turn
from bot.opened import bare
from bot.wording import problem_of
from cards import claims as cards
from cards.elements import Card, Surface
from dialogs.fields import as_text
from domain.consultations import Consultation, check_open
from domain.identity_codes import cut_out
from domain.permissions import authorize
from domain.refusals import Refused
from storage import claims, consultations, tries
from storage.database import can_be_key

LONGEST = 32


def _reply(turn: Turn, card: Card, found: Consultation | None = None) -> Reply:
    # Whoever has the code is the requester: to write down who typed it would name her.
    return Reply(card, turn.view.say("claim-title"), about=found.id if found else "", unnamed=True)


def _reference(turn: Turn) -> str:
    typed = (turn.words("reference") or turn.text("reference")).upper().strip(" .")
    # It comes back on the card, and people mistake one number for another.
    return cut_out(typed) if can_be_key(typed) and len(typed) <= LONGEST else ""


async def _claimed(turn: Turn, connection: AsyncConnection) -> tuple[Consultation | None, str]:
    """The request whose code was typed, or why not, in words that are the same for every request."""
    reference, code = _reference(turn), turn.words("code")
    if not reference or not code:
        return None, turn.view.say("claim-code-missing" if reference else "claim-both")
    by = await tries.subjects(connection, reference, turn.actor.id)
    until = await tries.begin(connection, by, turn.now)
    if until:
        return None, turn.view.say("claim-paused", until=turn.speech.moment(until))
    found = await _fitting(turn, connection)
    if found:
        await tries.forgive(connection, by, turn.now)
    return found, "" if found else turn.view.say("claim-wrong")


async def _fitting(turn: Turn, connection: AsyncConnection) -> Consultation | None:
    found = await consultations.find_by_reference(connection, _reference(turn))
    fits = await claims.fits(connection, found.id if found else None, turn.words("code"), turn.now)
    return replace(found, owner=turn.actor.id) if found and fits else None


async def ask(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks for the reference number and the code; from the chat it leads to a dialog."""
    if turn.surface is Surface.CHAT:
        return _reply(turn, cards.claim_intro_card(turn.view))
    return _reply(turn, cards.claim_card(turn.view, _reference(turn)))


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The request's state, its questions and their answers, for who has its code."""
    found, problem = await _claimed(turn, connection)
    if found is None:
        return _reply(turn, cards.claim_card(turn.view, _reference(turn), problem))
    return _reply(turn, cards.claimed_card(turn.view, bare(desk, turn.view, found)), found)


async def _changed(desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation, said: str) -> Reply:
    now = await consultations.find(connection, found.id) or found
    words = turn.view.say(said, reference=found.reference)
    return _reply(turn, cards.claimed_card(turn.view, replace(bare(desk, turn.view, now), said=words)), found)


async def answer_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keeps the answer of who has the code, which is typed again with it."""
    found, wrong = await _claimed(turn, connection)
    words = as_text(turn.words("words"))
    if found is None:
        return _reply(turn, cards.claim_answer_card(turn.view, _reference(turn), turn.number("v"), words, wrong))
    if is_answered(found, words):
        return await _changed(desk, turn, connection, found, "said-answered")
    if not found.is_open or not found.open_question:
        return await _changed(desk, turn, connection, found, "said-changed-meanwhile")
    problem = problem_of(desk, turn, found, words)
    if problem:
        return _reply(turn, cards.claimed_card(turn.view, bare(desk, turn.view, found), words, problem), found)
    await answer(desk, turn, connection, found, words)
    return await _changed(desk, turn, connection, found, "said-answered")


async def again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What a second copy of a press with a code gets: it is no second try, and withdraws nothing."""
    found = await _fitting(turn, connection)
    if found is None:
        return _reply(turn, cards.claim_card(turn.view, _reference(turn), turn.view.say("claim-wrong")))
    return _reply(turn, cards.claimed_card(turn.view, bare(desk, turn.view, found)), found)


async def ask_withdraw(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks once more, and for the code again."""
    return _reply(turn, cards.claim_withdraw_card(turn.view, _reference(turn)))


async def withdraw_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Withdraws the request whose code was typed."""
    found, problem = await _claimed(turn, connection)
    if found is None:
        return _reply(turn, cards.claim_withdraw_card(turn.view, _reference(turn), problem))
    if found.is_open:
        await withdraw(desk, turn, connection, found)
    return await _changed(desk, turn, connection, found, "said-withdrawn")


async def renew(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """A new code for one's own anonymous request; the old one ends."""
    own = await consultations.find(connection, turn.text("id"), turn.actor.id)
    found = authorize(turn.actor, "withdraw", own)
    check_open(found)
    if not found.anonymous:
        raise Refused("refused-not-found")
    claim = await new_claim(desk, turn, connection, found)
    return _reply(turn, cards.code_card(turn.view, bare(desk, turn.view, found), claim), found)
