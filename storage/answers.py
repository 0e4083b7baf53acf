"""Answers that are kept for a shorter time than the request they belong to."""

from collections.abc import Set
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import histories, requesters
from storage.tables import consultations


async def forget_answers(connection: AsyncConnection, consultation: str, keys: Set[str]) -> int:
    """Forget these answers of a request, in both of its compartments. Returns how many there were."""
    box = await histories.box_of(connection, consultation)
    same = consultations.c.id == consultation
    sealed = (await connection.execute(select(consultations.c.answers).where(same))).scalar_one()
    case = box.open(consultations.c.answers, consultation, sealed)
    kept = _without(case, keys)
    if len(kept) < len(case):
        anew = box.seal(consultations.c.answers, consultation, kept)
        await connection.execute(update(consultations).where(same).values(answers=anew))
    hers = await requesters.answers_of(connection, consultation)
    left = _without(hers, keys)
    if len(left) < len(hers):
        await requesters.keep(connection, consultation, left)
    return len(case) - len(kept) + len(hers) - len(left)


def _without(answers: dict[str, Any], keys: Set[str]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key not in keys}
