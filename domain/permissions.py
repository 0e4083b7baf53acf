"""Who may do what. Deny by default: an action without a rule here is nobody's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from domain.announcements import Announcement
from domain.people import Actor, Role
from domain.refusals import Refused


class Subject(Protocol):
    """What an action is done to: whose it is, and to which group it belongs."""

    @property
    def owner(self) -> str | None:
        """The person, by our own id."""

    @property
    def group(self) -> str:
        """The group's key."""


@dataclass(frozen=True)
class Service:
    """The service itself, for what is done to nothing else."""

    owner: None = None
    group: str = ""


Rule = Callable[[Actor, Subject], bool]
Judged = TypeVar("Judged", bound=Subject)
SERVICE = Service()


def _anyone(_: Actor, subject: Subject) -> bool:
    # Not "always": what is free to all of the service must never open a request that was handed in by mistake.
    return subject is SERVICE


def _any_secretary(actor: Actor, subject: Subject) -> bool:
    return subject is SERVICE and bool(actor.groups(Role.SECRETARY))


def _administrator(actor: Actor, subject: Subject) -> bool:
    return subject is SERVICE and actor.is_(Role.ADMINISTRATOR)


def _has_a_queue(actor: Actor, subject: Subject) -> bool:
    return _any_secretary(actor, subject) or _administrator(actor, subject)


def _owner(actor: Actor, subject: Subject) -> bool:
    # Who has written an announcement owns no draft or request by that.
    return actor.id == subject.owner and not isinstance(subject, Announcement)


def _secretary(actor: Actor, subject: Subject) -> bool:
    return actor.is_(Role.SECRETARY, subject.group)


def _either(actor: Actor, subject: Subject) -> bool:
    return _owner(actor, subject) or _secretary(actor, subject)


def _any_coordinator(actor: Actor, subject: Subject) -> bool:
    return subject is SERVICE and actor.is_(Role.COORDINATOR)


def _coordinator(actor: Actor, subject: Subject) -> bool:
    return isinstance(subject, Announcement) and actor.is_(Role.COORDINATOR)


def _second_reader(actor: Actor, subject: Subject) -> bool:
    reads = actor.is_(Role.COORDINATOR) or actor.is_(Role.ADMINISTRATOR)
    # Who asks for it to be sent is never the one who says that it may be.
    return isinstance(subject, Announcement) and reads and actor.id != subject.owner


def _reader(actor: Actor, subject: Subject) -> bool:
    # What is announced is open to everyone who is let in, to guests of other tenants too.
    return isinstance(subject, Announcement) and (subject.is_found or actor.is_(Role.COORDINATOR))


# Chair and members are not here: what they see comes with the agenda, and until then they see nothing.
CONSULTATION_RULES: Mapping[str, Rule] = {
    "open": _either,
    "take": _secretary,
    "ask": _secretary,
    "move": _secretary,
    "see-requester": _either,
    "answer": _owner,
    "change": _owner,
    "withdraw": _owner,
}

DRAFT_RULES: Mapping[str, Rule] = {"draft": _owner}

# A card of reminders is nobody's but its reader's.
REMINDER_RULES: Mapping[str, Rule] = {"reminder": _owner}

ANNOUNCEMENT_RULES: Mapping[str, Rule] = {
    "announce": _coordinator,
    "approve": _second_reader,
    "read-announcement": _reader,
    "register": _reader,
}

# Guests of another tenant may do all of this but the queue: they never hold a role.
SERVICE_RULES: Mapping[str, Rule] = {
    "home": _anyone,
    "request": _anyone,
    "own": _anyone,
    "settings": _anyone,
    "own-data": _anyone,
    "claim": _anyone,
    "queue": _has_a_queue,
    "figures": _administrator,
    "announcements": _any_coordinator,
    "address-list": _any_coordinator,
    "sessions": _anyone,
}

RULES: Mapping[str, Rule] = {
    **CONSULTATION_RULES,
    **DRAFT_RULES,
    **REMINDER_RULES,
    **ANNOUNCEMENT_RULES,
    **SERVICE_RULES,
}
REFUSALS = {
    "queue": "refused-queue",
    "figures": "refused-queue",
    "draft": "refused-draft",
    "reminder": "refused-reminder",
    "announcements": "refused-announcements",
    "address-list": "refused-announcements",
    "announce": "refused-announcement",
    "approve": "refused-approval",
    "read-announcement": "refused-announcement-gone",
    "register": "refused-session-gone",
}


def authorize(actor: Actor, action: str, subject: Judged | None) -> Judged:
    """The subject, when `actor` may do `action` to it; the same refusal when it is missing or another's.

    One answer for both, so that nobody learns which reference numbers exist.
    """
    rule = RULES.get(action)
    if subject is None or rule is None or not rule(actor, subject):
        raise Refused(REFUSALS.get(action, "refused-not-found"))
    return subject


def admit(actor: Actor, action: str) -> None:
    """Judge an action before anything is loaded: one without a rule, or one of the service that is not the actor's.

    What is done to a request or a draft is judged by `authorize` again, once it is loaded.
    """
    if action in SERVICE_RULES or action not in RULES:
        authorize(actor, action, SERVICE)


def may(actor: Actor, action: str, subject: Subject) -> bool:
    """Whether to offer `action` at all; the press itself is judged again by `authorize`."""
    return RULES[action](actor, subject)


def require_secretary(actor: Actor) -> frozenset[str]:
    """The groups whose queue the actor may see; refused when there is none."""
    if not _any_secretary(actor, SERVICE):
        raise Refused(REFUSALS["queue"])
    return actor.groups(Role.SECRETARY)
