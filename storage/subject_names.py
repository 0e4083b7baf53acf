"""What the subjects of reminders are called in the house: a request's number, a group's key; nothing of a case."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reminders import About
from storage.tables import consultations, drafts

_QUERIES: Mapping[About, Select[Any]] = {
    About.DRAFT: select(drafts.c.id, drafts.c.group),
    About.REQUEST: select(consultations.c.id, consultations.c.group, consultations.c.reference),
}


async def find(connection: AsyncConnection, about: About, subject: str) -> tuple[str, str]:
    """The key of a draft's or a request's group, and the request's number; empty where there is none."""
    query = _QUERIES[about]
    row = (await connection.execute(query.where(query.selected_columns.id == subject))).one_or_none()
    return (row.group, row._mapping.get("reference", "")) if row else ("", "")
