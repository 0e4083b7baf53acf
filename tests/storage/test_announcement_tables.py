"""What the tables of announcements promise by their shape."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from storage.announcement_tables import feedback, feedback_given, registrations
from storage.database import Database


def test_no_column_leads_from_feedback_to_who_gave_it() -> None:
    assert {one.name for one in feedback.columns} == {"id", "announcement", "key", "answers", "day"}
    assert {one.name for one in feedback_given.columns} == {"announcement", "tag"}
    leads = {key.column.table.name for one in (feedback, feedback_given) for key in one.foreign_keys}
    assert leads == {"announcements", "data_keys"}


async def test_a_registration_is_a_person_s_or_a_guest_s_and_never_both_or_neither(database: Database) -> None:
    row = {"id": "r", "announcement": "a", "state": "coming", "place": 1, "at": datetime(2022, 9, 20, tzinfo=UTC)}
    for who in ({"person": None, "guest": None}, {"person": "p", "guest": "g"}):
        with pytest.raises(IntegrityError, match="one_who_comes"):
            async with database.write() as connection:
                await connection.execute(insert(registrations).values(row | who))
