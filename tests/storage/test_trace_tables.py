"""What the tables of traces promise by their shape."""

from sqlalchemy import String

from storage.trace_tables import access_log, inbound


def test_an_activity_is_there_once_in_its_conversation() -> None:
    assert [one.name for one in inbound.primary_key.columns] == ["conversation", "activity"]


def test_neither_table_has_room_for_what_a_person_writes_and_neither_hangs_on_another() -> None:
    ids = {"conversation", "activity"}
    for column in [*inbound.columns, *access_log.columns]:
        assert not isinstance(column.type, String) or column.name in ids or (column.type.length or 999) <= 64
        assert not column.foreign_keys
