"""What a coordinator announces: info sessions, free announcements and newsletters; and what may happen to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.centre import Text

# A change of something that is nearer than this goes out at once, at any hour.
SOON = timedelta(hours=24)
# So many changes are remembered; no message about one waits for longer.
EARLIER = 20


class Kind(StrEnum):
    """What is announced."""

    SESSION = "session"
    NEWS = "news"
    NEWSLETTER = "newsletter"


class State(StrEnum):
    """Where an announcement stands.

    `written`: only those who make announcements know of it. `listed`: it can be found, and nobody has been written
    to. `waiting`: a second person has to approve it. `planned`: it goes out at its hour. `out`: it goes out, or has
    gone. `stopped`: halted half-way. `held`: halted until a second person has read it as it is now. `recalled`: taken
    back. `called-off`: the session does not take place.
    """

    WRITTEN = "written"
    LISTED = "listed"
    WAITING = "waiting"
    PLANNED = "planned"
    OUT = "out"
    STOPPED = "stopped"
    HELD = "held"
    RECALLED = "recalled"
    CALLED_OFF = "called-off"


# What has been read by somebody, so that a change has to reach the copies.
READ = frozenset({State.OUT, State.STOPPED, State.HELD, State.CALLED_OFF})
# What can be found by everyone, in `infot`, in the feeds and on the public page.
FOUND = frozenset({State.LISTED}) | READ
# What the content began with can be found before it is sent: it stays so while it waits for that.
FOUND_BEFORE = frozenset({State.WAITING, State.PLANNED})
# What will not be, for a calendar and for everybody who reads.
OFF = frozenset({State.CALLED_OFF, State.RECALLED})
# What nobody new gets for now.
HALTED = frozenset({State.STOPPED, State.HELD})
ASKED = frozenset({State.WAITING, State.HELD})


@dataclass(frozen=True)
class Session:
    """An info session. `seats` None means no limit; `language` is the one spoken; `link` the way in.

    `link_is_public` allows the link on the public page, for people without Teams. Before `opens` nobody can register.
    """

    start: datetime
    end: datetime
    link: str
    organiser: str = ""
    seats: int | None = None
    language: str = "fi"
    link_is_public: bool = False
    opens: datetime | None = None

    def takes_answers(self, now: datetime) -> bool:
        """Whether one can register already."""
        return self.opens is None or now >= self.opens


@dataclass(frozen=True)
class Item:
    """One piece of news of a newsletter, with where to read more."""

    title: Text
    text: Text = field(default_factory=dict)
    link: str = ""


@dataclass(frozen=True)
class Audience:
    """Who is to be reached: any mix of these, each person once.

    `everyone` are those who have the app and one of the announcement's topics on; `teams` and `channels` are Teams'
    own ids; people by address stand in a table of their own (`storage/audience.py`).
    """

    everyone: bool = True
    teams: Sequence[str] = ()
    channels: Sequence[str] = ()


@dataclass(frozen=True)
class Wording:
    """All that is read in an announcement, by language code where it is written in several."""

    title: Text
    text: Text = field(default_factory=dict)
    items: Sequence[Item] = ()
    session: Session | None = None

    @property
    def languages(self) -> Sequence[str]:
        """The languages that it was written in."""
        return tuple(self.title)


@dataclass(frozen=True)
class Announcement:
    """One announcement. `version` rises with every change.

    `original` is what was first read by somebody, `previous` what stood before the last change of that, and `earlier`
    what stood before each of the last ones, by the version that it made; `sequence` is the calendar's count of changes.
    `origin` names the entry of the content that it was made from. `remark` is what was said with the last step: why it
    was called off, or what has to be mended.
    """

    id: str
    kind: Kind
    state: State
    wording: Wording
    topics: Sequence[str] = ()
    audience: Audience = field(default_factory=Audience)
    version: int = 1
    author: str | None = None
    approver: str | None = None
    send_at: datetime | None = None
    sent_at: datetime | None = None
    changed_at: datetime | None = None
    sequence: int = 0
    original: Wording | None = None
    previous: Wording | None = None
    earlier: Mapping[str, Wording] = field(default_factory=dict)
    origin: str | None = None
    remark: str = ""

    # What permissions judge by: it belongs to the centre, and to no group.
    @property
    def owner(self) -> str | None:
        """Whose it is."""
        return self.author

    @property
    def group(self) -> str:
        """No group: it is the whole centre's."""
        return ""

    @property
    def session(self) -> Session | None:
        """The session that it is about."""
        return self.wording.session

    @property
    def is_found(self) -> bool:
        """Whether everyone can find it."""
        return self.state in FOUND or (self.origin is not None and self.state in FOUND_BEFORE)

    @property
    def takes_place(self) -> bool:
        """Whether this is a session that people can come to."""
        return self.session is not None and self.is_found and self.state is not State.CALLED_OFF

    def is_ahead(self, now: datetime) -> bool:
        """Whether its session has not ended yet."""
        return self.session is not None and self.session.end > now


def differences(before: Wording | None, after: Wording) -> list[str]:
    """What a reader has to be told: the names of what differs, in the order in which it is said."""
    if before is None:
        return []
    changed = ["title"] if before.title != after.title else []
    old, new = before.session, after.session
    if old and new:
        changed += ["time"] if (old.start, old.end) != (new.start, new.end) else []
        changed += [
            name for name in ("opens", "link", "organiser", "language") if getattr(old, name) != getattr(new, name)
        ]
    told = before.text != after.text or before.items != after.items
    return changed + (["text"] if told else [])


def reworded(one: Announcement, wording: Wording, now: datetime) -> Announcement:
    """The announcement with other words; what has been read before is kept beside them."""
    sequence = one.sequence + (one.session is not None and one.session != wording.session)
    changed = replace(one, wording=wording, sequence=sequence, version=one.version + 1, changed_at=now)
    if not one.is_found or not differences(one.wording, wording):
        return changed
    earlier = dict([*one.earlier.items(), (str(changed.version), one.wording)][-EARLIER:])
    return replace(changed, original=one.original or one.wording, previous=one.wording, earlier=earlier)


def since(one: Announcement, version: str) -> Announcement:
    """The announcement for a message about the change that made `version`: measured by what stood before it.

    Whoever gets that message late is told of all that has changed since, at once.
    """
    return replace(one, previous=one.earlier.get(version, one.previous))


def moved_from(one: Announcement) -> Session | None:
    """The session at the time that it was moved from: before the last change, or else as people first read it."""
    read = [wording.session for wording in (one.previous, one.original) if wording]
    now = one.session
    return next((was for was in read if was and now and (was.start, was.end) != (now.start, now.end)), None)


def is_undone(one: Announcement) -> bool:
    """Whether it reads again as it did before its change: then there is nothing to tell of that."""
    changed = one.state in OFF or differences(one.previous, one.wording)
    return one.previous is not None and not changed


def sent(one: Announcement, now: datetime) -> Announcement:
    """The announcement as it goes out: what is read from now on is what changes are measured by."""
    first = (one.sent_at and one.original) or one.wording
    gone = replace(one, state=State.OUT, original=first, sent_at=one.sent_at or now)
    return replace(gone, version=one.version + 1)


def moved_to(one: Announcement, state: State, now: datetime) -> Announcement:
    """The announcement in another state; for its calendar entry a session that is called off is a change."""
    off = state in OFF
    return replace(one, state=state, version=one.version + 1, sequence=one.sequence + off, changed_at=now)


def is_soon(one: Announcement, now: datetime) -> bool:
    """Whether a change of it cannot wait: its session begins within a day, or goes on."""
    return _is_near(one.session, now)


def _is_near(session: Session | None, now: datetime) -> bool:
    return session is not None and now < session.end and session.start - now <= SOON


def is_urgent(one: Announcement, now: datetime) -> bool:
    """Whether who comes has to hear of its change at any hour: it is soon, or was to be before that change."""
    return is_soon(one, now) or (one.previous is not None and _is_near(one.previous.session, now))
