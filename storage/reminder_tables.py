"""The tables of reminders: what is to be planned anew, what has fallen due, each person's share of it, who leads.

None of it tells of a case: a subject is an id, or a meeting's group and day.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, false

from storage.database import Moment
from storage.tables import metadata

# Written with the change of a subject, and taken away when its jobs follow it.
marks = Table(
    "marks",
    metadata,
    Column("about", String(16), primary_key=True),
    Column("subject", String(96), primary_key=True),
    Column("count", Integer, nullable=False, server_default="1"),
)

# An occurrence with a row here is over: it has fired, or `reason` says why it never did.
reminders = Table(
    "reminders",
    metadata,
    Column("id", String(191), primary_key=True),
    Column("rule", String(32), nullable=False),
    Column("about", String(16), nullable=False),
    Column("subject", String(96), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("reason", String(16), nullable=False, server_default=""),
    Column("late", Boolean, nullable=False, server_default=false()),
    Column("at", Moment, nullable=False, index=True),
)

# One person's share. Without a person it is for the anonymous requester of its subject. `bundle` is the card that it
# stands on, which is the subject of a notice.
nudges = Table(
    "nudges",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("reminder", ForeignKey("reminders.id"), nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("due_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(16), nullable=False, server_default=""),
    Column("bundle", String(32), index=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("reminder", "person"),
    Index(None, "state", "due_at"),
    Index(None, "person", "at"),
)

# What a person does not want to be reminded of again.
nudges_off = Table(
    "nudges_off",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("rule", String(32), primary_key=True),
    Column("subject", String(96), primary_key=True),
)

# Who does what only one may do. `fence` rises with every new holder: whoever has a lower one writes nothing any more.
leases = Table(
    "leases",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("until", Moment, nullable=False),
)
