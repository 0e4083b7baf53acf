"""The tables. Alembic's migrations in `storage/migrations` build them; both are compared by a test."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.database import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("object_id", String(64), nullable=False),
    Column("name", String(256), nullable=False),
    Column("language", String(8)),
    Column("locale", String(16)),
    Column("first_seen", Moment, nullable=False),
    UniqueConstraint("tenant", "object_id"),
)

# Where a person or a channel can be written to; `ended_at` is set when the app is removed.
conversations = Table(
    "conversations",
    metadata,
    Column("id", String(512), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("tenant", String(64), nullable=False),
    Column("service_url", String(512), nullable=False),
    Column("bot_id", String(128), nullable=False),
    Column("person", ForeignKey("people.id"), index=True),
    Column("seen_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

roles = Table(
    "roles",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("object_id", String(64), nullable=False, index=True),
    Column("role", String(32), nullable=False),
    Column("group", String(64), nullable=False, server_default=""),
    Column("since", Moment, nullable=False),
    Column("ended_at", Moment),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", ForeignKey("people.id"), nullable=False, index=True),
    Column("form", String(64), nullable=False),
    Column("group", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("step", String(64), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("consultation", ForeignKey("consultations.id")),
    Column("sent_as", ForeignKey("consultations.id")),
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
    Column("owner", ForeignKey("people.id"), nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("status", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("meeting", Date),
    Column("handler", ForeignKey("people.id")),
    Column("sent_at", Moment, nullable=False),
    Index(None, "group", "meeting"),
)

# The requester's own data, apart from the case.
requesters = Table(
    "requesters",
    metadata,
    Column("consultation", ForeignKey("consultations.id"), primary_key=True),
    Column("answers", JSON, nullable=False),
)

# What a person wrote about herself the last time, to be offered again.
profiles = Table(
    "profiles",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("answers", JSON, nullable=False),
)

questions = Table(
    "questions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("consultation", ForeignKey("consultations.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("asked_by", String(256), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer", Text),
    Column("answered_at", Moment),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("consultation", ForeignKey("consultations.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("what", String(32), nullable=False),
    Column("note", Text),
)

counters = Table(
    "counters",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

# A delivery is due while the revision that the person has seen is older than the notice's.
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

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("notice", ForeignKey("notices.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("seen", Integer, nullable=False, server_default="0"),
    Column("conversation", String(512)),
    Column("message", String(256)),
    Column("due_at", Moment, nullable=False, index=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("state", String(16), nullable=False),
    UniqueConstraint("notice", "person"),
)

# One row: the last moment that the service has seen, so that a pretended clock never runs back.
moments = Table(
    "moments",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
)
