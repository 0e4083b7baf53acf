"""What is written of reminders tells of no case: ids, dates, rules."""

from storage.reminder_tables import leases, marks, nudges, nudges_off, reminders


def test_no_column_takes_words() -> None:
    names = {column.name for table in (leases, marks, nudges, nudges_off, reminders) for column in table.columns}
    told = {"about", "subject", "count", "id", "rule", "day", "due_at", "until", "reason", "late", "at", "reminder"}
    assert names == told | {"person", "state", "bundle", "name", "holder", "fence"}


def test_one_person_has_one_share_of_a_reminder() -> None:
    unique = [{column.name for column in one.columns} for one in nudges.constraints if hasattr(one, "columns")]
    assert {"reminder", "person"} in unique
