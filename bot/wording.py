"""Judges what is typed about a request: a question, an answer, the reason of a move."""

from bot.desk import Desk, Turn
from cards.questions import WORDS_LENGTH
from dialogs.caution import caution
from dialogs.fields import IDENTITY_CODE, Problem
from domain.consultations import Consultation
from domain.identity_codes import identity_codes


def problem_of(desk: Desk, turn: Turn, found: Consultation, words: str) -> Problem | None:
    """Why these words are not taken, or not yet; None when they are."""
    if not words:
        return Problem("problem-words-missing")
    if identity_codes(words):
        return IDENTITY_CODE
    if len(words) > WORDS_LENGTH:
        return Problem("problem-too-long", {"most": WORDS_LENGTH, "now": len(words)})
    if turn.number("v") != found.version:
        return Problem("said-changed-meanwhile")
    return caution("words", words, desk.content.names, turn.text("sure"))
