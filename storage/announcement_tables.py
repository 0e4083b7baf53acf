"""The tables of announcements: what is announced, to whom, who comes, and what they thought of it.

None of it is about a case. What identifies people who are not of the tenant is sealed as everything that does.
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
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

from storage.database import Moment
from storage.tables import metadata

# `facts` is JSON: the wording, the one first read, the one before the last change, topics and audience. What the
# service looks for stands beside it.
announcements = Table(
    "announcements",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("author", ForeignKey("people.id")),
    Column("approver", ForeignKey("people.id")),
    Column("origin", String(64), unique=True),
    Column("facts", Text, nullable=False),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("seats", Integer),
    Column("starts_at", Moment, index=True),
    Column("ends_at", Moment),
    Column("opens_at", Moment),
    Column("send_at", Moment, index=True),
    Column("sent_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment),
)

# A team that the app was added to; its channels are rows of `conversations`. `told_at` as there; `read_at` is when its
# channels and members were read, `read_due_at` when that is to be tried again, after `read_tries`; `greeted` says that
# the bot has introduced itself.
teams = Table(
    "teams",
    metadata,
    Column("id", String(512), primary_key=True),
    Column("name", String(256), nullable=False),
    Column("tenant", String(64), nullable=False),
    Column("service_url", String(512), nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("told_at", Moment),
    Column("greeted", Boolean, nullable=False, server_default=false()),
    Column("read_at", Moment),
    Column("read_due_at", Moment),
    Column("read_tries", Integer, nullable=False, server_default="0"),
    Column("ended_at", Moment),
)

# Who belongs to a team, by the digest that `people.lookup` is: nobody can be read out of it.
team_members = Table(
    "team_members",
    metadata,
    Column("team", ForeignKey("teams.id"), primary_key=True),
    Column("lookup", String(64), primary_key=True),
)

# A person's e-mail addresses as digests: a list of addresses is matched by them, and none is kept.
addresses = Table(
    "addresses",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), primary_key=True, index=True),
)

# Those whom a coordinator has named by their addresses.
listed_people = Table(
    "listed_people",
    metadata,
    Column("announcement", ForeignKey("announcements.id"), primary_key=True),
    Column("person", ForeignKey("people.id"), primary_key=True),
)

# What a person wishes to hear, and when. Without a row: everything, at any hour. Quiet hours are local, HH:MM.
preferences = Table(
    "preferences",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("off", Boolean, nullable=False, server_default=false()),
    Column("reminders", Boolean, nullable=False, server_default=true()),
    Column("quiet_from", String(5)),
    Column("quiet_until", String(5)),
    Column("digest", Boolean, nullable=False, server_default=false()),
)

topics_off = Table(
    "topics_off",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("topic", String(64), primary_key=True),
)

# People without Teams, who have registered by e-mail. `tag` is the digest of address and session, `token` that of the
# word in their confirmation link.
guests = Table(
    "guests",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("announcement", ForeignKey("announcements.id"), nullable=False),
    Column("key", ForeignKey("data_keys.id"), nullable=False),
    Column("address", LargeBinary, nullable=False),
    Column("tag", String(64), nullable=False),
    Column("token", String(64), nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    UniqueConstraint("announcement", "tag"),
)

# `place` orders the waiting list; it rises within a session and is given anew to who asks again.
registrations = Table(
    "registrations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("announcement", ForeignKey("announcements.id"), nullable=False),
    Column("person", ForeignKey("people.id"), index=True),
    Column("guest", ForeignKey("guests.id")),
    Column("state", String(16), nullable=False),
    Column("place", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("announcement", "person"),
    UniqueConstraint("announcement", "guest"),
    Index(None, "announcement", "state", "place"),
    CheckConstraint("(person IS NULL) <> (guest IS NULL)", name="one_who_comes"),
)

# Anonymous by its shape: no column leads to a person, and `tag`, which keeps anyone from answering twice, stands in
# a table of its own. Neither has a row number that would tell the order in which the rows were made.
feedback = Table(
    "feedback",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("announcement", ForeignKey("announcements.id"), nullable=False, index=True),
    Column("key", ForeignKey("data_keys.id"), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("day", Date, nullable=False),
    sqlite_with_rowid=False,
)

feedback_given = Table(
    "feedback_given",
    metadata,
    Column("announcement", ForeignKey("announcements.id"), primary_key=True),
    Column("tag", String(64), primary_key=True),
    sqlite_with_rowid=False,
)
