"""The tables of the ledger: what is to be told, and one delivery of it for each person, channel or guest."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint, text

from storage.database import Moment
from storage.tables import metadata

# `revision` rises with every change of the subject.
notices = Table(
    "notices",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("subject", String(32), nullable=False, index=True),
    Column("occurrence", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("kind", "subject", "occurrence"),
)

# A delivery is due while `seen` is older than `wanted`, which follows the notice's revision: both stand in one row, so
# that what is due is found by an index, and no two transactions can look past each other. `due_at` is when it may be
# taken next; while it is being sent, when the lease of its sender ends.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("notice", ForeignKey("notices.id"), nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("channel", ForeignKey("conversations.id")),
    Column("guest", String(32)),
    Column("tenant", String(64), nullable=False, server_default=""),
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("seen", Integer, nullable=False, server_default="0"),
    Column("conversation", String(512)),
    Column("message", LargeBinary),
    Column("due_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("state", String(16), nullable=False),
    Column("reason", String(32), nullable=False, server_default=""),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("uncertain", Integer, nullable=False, server_default="0"),
    Column("doubles", Integer, nullable=False, server_default="0"),
    UniqueConstraint("notice", "person"),
)


def _unique(name: str, where: str, *columns: Column[object]) -> Index:
    return Index(name, *columns, unique=True, sqlite_where=text(where), postgresql_where=text(where))


# With none of the three it goes to an anonymous requester, whom only the identity compartment knows.
_unique("uq_deliveries_requester", "person IS NULL AND channel IS NULL AND guest IS NULL", deliveries.c.notice)
_unique("uq_deliveries_channel", "channel IS NOT NULL", deliveries.c.channel, deliveries.c.notice)
_unique("uq_deliveries_guest", "guest IS NOT NULL", deliveries.c.guest, deliveries.c.notice)

# What waits for the Teams sender, written as the index has it: otherwise SQLite does not see that it may use it.
WAITING = text(
    "deliveries.guest IS NULL AND deliveries.state IN ('new', 'sending', 'unknown') AND deliveries.uncertain < 2"
)
_WAITING = text(WAITING.text.replace("deliveries.", ""))
Index(
    "ix_deliveries_waiting",
    deliveries.c.tenant,
    deliveries.c.due_at,
    sqlite_where=_WAITING,
    postgresql_where=_WAITING,
)
