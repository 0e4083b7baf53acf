"""The identity compartment: who asks, and her own data, under a key of its own.

Nothing of the group's side and no count reads it. It answers two questions: is this the requester herself, and,
where the group's secretary or the outbox must know, who is it.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.tables import consultations, requesters
from storage.vault import Index


# Of her and this one request: two requests of one person cannot be told to be hers without the index key.
def _tag(index: Index, consultation: str, person: str) -> str:
    return index.digest("requester", consultation, person)


async def add(connection: AsyncConnection, consultation: str, person: str, answers: Mapping[str, Any]) -> None:
    """Write down who asks, and her own data."""
    box, tag = await vault.new_box(connection, "identity"), _tag(await vault.index(connection), consultation, person)
    values: dict[str, Any] = {"consultation": consultation, "key": box.id, "tag": tag}
    values |= {"person": box.seal(requesters.c.person, consultation, person)}
    values |= {"answers": box.seal(requesters.c.answers, consultation, dict(answers))}
    await connection.execute(requesters.insert().values(values))


async def is_hers(connection: AsyncConnection, consultation: str, person: str) -> bool:
    """Whether this person is the requester; who else it might be stays sealed."""
    tag = await connection.scalar(select(requesters.c.tag).where(requesters.c.consultation == consultation))
    return tag is not None and tag == _tag(await vault.index(connection), consultation, person)


async def anonymous_of(connection: AsyncConnection, person: str) -> list[str]:
    """The anonymous requests of a person, by id."""
    # No column leads from her to them, so each is asked; a digest costs a microsecond.
    anonymous = consultations.c.id == requesters.c.consultation
    query = select(requesters.c.consultation, requesters.c.tag).join(consultations, anonymous)
    rows = (await connection.execute(query.where(consultations.c.anonymous.is_(True)))).all()
    index = await vault.index(connection)
    return [row.consultation for row in rows if row.tag == _tag(index, row.consultation, person)]


async def _row(connection: AsyncConnection, consultation: str) -> Row[Any] | None:
    query = select(requesters).where(requesters.c.consultation == consultation)
    return (await connection.execute(query)).one_or_none()


async def is_kept(connection: AsyncConnection, consultation: str) -> bool:
    """Whether it is still known who asks; False once the compartment has been erased."""
    kept = select(requesters.c.consultation).where(requesters.c.consultation == consultation)
    return await connection.scalar(kept) is not None


async def person_of(connection: AsyncConnection, consultation: str) -> str | None:
    """Who asks, by our own id; None when the compartment has been erased."""
    row = await _row(connection, consultation)
    if row is None:
        return None
    return str((await vault.box(connection, row.key)).open(requesters.c.person, consultation, row.person))


async def answers_of(connection: AsyncConnection, consultation: str) -> dict[str, Any]:
    """What the requester wrote about herself: for the group's secretary and herself only."""
    row = await _row(connection, consultation)
    if row is None:
        return {}
    return dict((await vault.box(connection, row.key)).open(requesters.c.answers, consultation, row.answers))


async def keep(connection: AsyncConnection, consultation: str, answers: Mapping[str, Any]) -> None:
    """Keep what the requester has changed of her own data."""
    row = await _row(connection, consultation)
    if row is None:
        return
    box = await vault.box(connection, row.key)
    sealed = box.seal(requesters.c.answers, consultation, dict(answers))
    same = requesters.c.consultation == consultation
    await connection.execute(update(requesters).where(same).values(answers=sealed))


async def erase(connection: AsyncConnection, consultation: str) -> None:
    """Forget who asked: the row goes, and its key."""
    row = await _row(connection, consultation)
    if row:
        await connection.execute(delete(requesters).where(requesters.c.consultation == consultation))
        await vault.destroy(connection, [row.key])
