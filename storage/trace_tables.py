"""The tables of traces: what has arrived, and who read or changed what."""

from sqlalchemy import Boolean, Column, Integer, String, Table, false

from storage.database import Moment
from storage.tables import metadata

# What Teams has delivered, so that the same delivered again has no second effect.
inbound = Table(
    "inbound",
    metadata,
    Column("conversation", String(512), primary_key=True),
    Column("activity", String(256), primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("verb", String(40), nullable=False, server_default=""),
    Column("subject", String(32), nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("answered", Boolean, nullable=False, server_default=false()),
)

# Append-only, by triggers. No foreign keys: a line outlives the person and the request that it names.
access_log = Table(
    "access_log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(32), index=True),
    Column("action", String(40), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("subject", String(32), nullable=False, index=True),
    Column("outcome", String(8), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
