"""The tables. Alembic's migrations in `storage/migrations` build them; both are compared by a test.

A column of bytes is sealed (`storage/vault.py`) with the data key that its row, or the row it belongs to, names in
its `key`. What stands open is what the service must look for or count: ids, states, days, kinds.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    text,
)

from storage.database import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# The keys of what is sealed, each wrapped by the master key whose id stands beside it.
data_keys = Table(
    "data_keys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("purpose", String(16), nullable=False),
    Column("master", String(32), nullable=False, index=True),
    Column("wrapped", LargeBinary, nullable=False),
)

# `lookup` is the digest of tenant and object id: she is found by it, and nobody can be read out of it.
people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("key", ForeignKey("data_keys.id"), nullable=False),
    Column("lookup", String(64), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("object_id", LargeBinary, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("language", String(8)),
    Column("locale", String(16)),
    Column("first_seen", Moment, nullable=False),
)

# Where a person or a channel can be written to; `ended_at` is set when the app is removed. `told_at` is when, by
# Teams' clock, Teams last said whether the app is there; `read_at` when the addresses of the person were read.
conversations = Table(
    "conversations",
    metadata,
    Column("id", String(512), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("tenant", String(64), nullable=False),
    Column("service_url", String(512), nullable=False),
    Column("bot_id", String(128), nullable=False),
    Column("person", ForeignKey("people.id"), index=True),
    Column("team", String(512), index=True),
    Column("name", String(256)),
    Column("seen_at", Moment, nullable=False),
    Column("told_at", Moment),
    Column("read_at", Moment),
    Column("ended_at", Moment),
)

roles = Table(
    "roles",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("lookup", String(64), nullable=False, index=True),
    Column("role", String(32), nullable=False),
    Column("group", String(64), nullable=False, server_default=""),
    Column("since", Moment, nullable=False),
    Column("ended_at", Moment),
)

# Once it is sent, a draft has neither answers nor a key. The step is sealed too: it tells of the case.
drafts = Table(
    "drafts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", ForeignKey("people.id"), nullable=False, index=True),
    Column("form", String(64), nullable=False),
    Column("group", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("key", ForeignKey("data_keys.id")),
    Column("step", LargeBinary),
    Column("answers", LargeBinary),
    Column("version", Integer, nullable=False),
    Column("consultation", ForeignKey("consultations.id")),
    Column("sent_as", ForeignKey("consultations.id")),
    Column("announcement", ForeignKey("announcements.id"), index=True),
    Column("against", Integer, nullable=False, server_default="0"),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)
# One open draft for each change of a request, whichever device began it.
Index(
    "uq_drafts_open_change",
    drafts.c.consultation,
    unique=True,
    sqlite_where=text("sent_as IS NULL"),
    postgresql_where=text("sent_as IS NULL"),
)

consultations = Table(
    "consultations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("reference", String(32), nullable=False, unique=True),
    Column("group", String(64), nullable=False),
    Column("owner", ForeignKey("people.id"), index=True),
    Column("language", String(8), nullable=False),
    Column("key", ForeignKey("data_keys.id"), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("status", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("meeting", Date),
    Column("handler", ForeignKey("people.id")),
    Column("sent_at", Moment, nullable=False),
    Index(None, "group", "meeting"),
    CheckConstraint("NOT (anonymous AND owner IS NOT NULL)", name="no_owner_when_anonymous"),
)

# The identity compartment: who asks, and her own data. `tag` is the digest of her and this one request.
requesters = Table(
    "requesters",
    metadata,
    Column("consultation", ForeignKey("consultations.id"), primary_key=True),
    Column("key", ForeignKey("data_keys.id"), nullable=False),
    Column("tag", String(64), nullable=False),
    Column("person", LargeBinary, nullable=False),
    Column("answers", LargeBinary, nullable=False),
)

# What a person wrote about herself the last time, to be offered again.
profiles = Table(
    "profiles",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("answers", LargeBinary, nullable=False),
)

questions = Table(
    "questions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("consultation", ForeignKey("consultations.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("asked_by", LargeBinary, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer", LargeBinary),
    Column("answered_at", Moment),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("consultation", ForeignKey("consultations.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("what", String(32), nullable=False),
    Column("note", LargeBinary),
)

counters = Table(
    "counters",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

# The code by which an anonymous requester finds her request again: never the code itself.
claims = Table(
    "claims",
    metadata,
    Column("consultation", ForeignKey("consultations.id"), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

# Wrong codes, counted by the digest of a reference number, existing or not, and of who types.
tries = Table(
    "tries",
    metadata,
    Column("subject", String(64), primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("locked_until", Moment, nullable=False, index=True),
)

# One row: the last moment that the service has seen, so that a pretended clock never runs back.
moments = Table(
    "moments",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
)
