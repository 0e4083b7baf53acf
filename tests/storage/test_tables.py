"""What the tables promise by their shape."""

from typing import Any

from sqlalchemy import Column, DateTime

from storage.database import Moment
from storage.tables import consultations, metadata, requesters

COLUMNS: list[Column[Any]] = [column for table in metadata.sorted_tables for column in table.columns]


def test_every_moment_is_kept_in_utc() -> None:
    assert [str(one) for one in COLUMNS if type(one.type) is DateTime] == []
    assert len([one for one in COLUMNS if isinstance(one.type, Moment)]) > 10


def test_every_table_has_a_key_and_every_reference_leads_to_one() -> None:
    assert [table.name for table in metadata.sorted_tables if not table.primary_key.columns] == []
    targets = [key.column for table in metadata.sorted_tables for key in table.foreign_keys]
    assert [str(one) for one in targets if not one.primary_key] == []


def test_what_identifies_the_requester_stands_in_a_table_of_its_own() -> None:
    assert {one.name for one in requesters.columns} == {"consultation", "key", "tag", "person", "answers"}
    assert {one.name for one in consultations.columns} & {"name", "unit", "phone", "email"} == set()
