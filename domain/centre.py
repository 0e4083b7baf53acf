"""The centre as its content describes it: names, contacts, emergency numbers, groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from domain.meetings import MeetingRule
from domain.office import Office
from domain.people import RoleGrant
from domain.retention import Retention

# One text in the languages that it was written in, by language code.
Text = Mapping[str, str]


@dataclass(frozen=True)
class Contact:
    """A person or unit that the centre names for questions."""

    name: str
    title: Text
    organisation: Text
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Emergency:
    """A number to call when there is danger."""

    number: str
    label: Text


@dataclass(frozen=True)
class Pointer:
    """A page elsewhere that people are sent to, by what it is known here."""

    key: str
    url: str
    label: Text


@dataclass(frozen=True)
class Outside:
    """How people of other organisations ask for a consultation: who may, step by step, by language code.

    `secure_mail` is where an encrypted message can be written, if there is such a page.
    """

    who: Text
    steps: Mapping[str, Sequence[str]]
    secure_mail: str = ""


@dataclass(frozen=True)
class Group:
    """A consultation group; `meetings` None means that it has no fixed meetings, `seats` None no limit."""

    key: str
    code: str
    name: Text
    description: Text
    form: str
    languages: Sequence[str]
    meetings: MeetingRule | None = None
    seats: int | None = None
    remote: bool = True
    info_url: str | None = None


@dataclass(frozen=True)
class Topic:
    """Something that people may wish to hear of."""

    key: str
    label: Text


@dataclass(frozen=True)
class Announcing:
    """How the centre announces. With `approval` a second person has to read what goes out."""

    office: Office
    topics: Sequence[Topic] = ()
    approval: bool = False

    def topic(self, key: str) -> Topic | None:
        """The topic with this key."""
        return next((one for one in self.topics if one.key == key), None)


@dataclass(frozen=True)
class Centre:
    """Everything that a centre may change without a programmer, but for its forms."""

    name: Text
    zone: ZoneInfo
    languages: Sequence[str]
    contacts: Sequence[Contact]
    emergency: Sequence[Emergency]
    groups: Mapping[str, Group]
    grants: frozenset[RoleGrant]
    announcing: Announcing
    samples: Sequence[str] = ()
    retention: Retention = field(default_factory=Retention)
    link_hosts: Sequence[str] = ()
    links: Sequence[Pointer] = ()
    outside: Outside | None = None


def in_language(text: Text, *languages: str) -> str:
    """`text` in the first of `languages` that it has, else in the first that it was written in."""
    return next((text[one] for one in languages if one in text), next(iter(text.values()), ""))
