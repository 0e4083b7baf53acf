"""The shape of the content's files, checked key by key, and the facts that they become.

Pydantic says of a mistake where it is and what was expected; `storage/content.py` adds the file.
"""

from datetime import date, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, Strict, StringConstraints, model_validator

from domain.centre import Announcing, Centre, Contact, Emergency, Group, Pointer, Topic
from domain.links import TEAMS_HOSTS
from domain.meetings import MeetingRule, OnHoliday, check_rule
from domain.office import Office
from domain.people import GROUP_ROLES, Role, RoleGrant
from domain.retention import BELONGS, Retention
from domain.workdays import is_known_country
from storage.outside_files import OutsideTable
from storage.shapes import File, Host, Https, Key, Text, Words

Days = Annotated[int, Field(ge=1, le=1826)]


def _recurrence(rule: str) -> str:
    check_rule(rule)
    return rule


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError) as mistake:
        raise ValueError("a time zone, such as Europe/Helsinki") from mistake
    return name


def _country(code: str) -> str:
    if not is_known_country(code):
        raise ValueError("a country whose public holidays are known, such as FI")
    return code


class ContactTable(File):
    """`[[contacts]]`."""

    name: Words
    title: Text
    organisation: Text = Field(default_factory=dict)
    phone: str | None = None
    email: str | None = None

    def fact(self) -> Contact:
        """The contact."""
        return Contact(self.name, self.title, self.organisation, self.phone, self.email)


class EmergencyTable(File):
    """`[[emergency]]`."""

    number: Words
    label: Text


class LinkTable(File):
    """`[[links]]`."""

    key: Key
    url: Https
    label: Text


class MovedTable(File):
    """One moved date of `[groups.meetings]`."""

    origin: date = Field(alias="from")
    to: date


class MeetingsTable(File):
    """`[groups.meetings]`."""

    rule: Annotated[str, AfterValidator(_recurrence)]
    since: Annotated[date, Strict()]
    start: Annotated[time, Strict()]
    end: Annotated[time, Strict()]
    deadline_days: Annotated[int, Field(ge=0, le=60)] = 7
    on_holiday: OnHoliday = OnHoliday.CANCEL
    cancelled: list[date] = []
    added: list[date] = []
    moved: list[MovedTable] = []

    def fact(self, zone: ZoneInfo, country: str) -> MeetingRule:
        """The rule, in the centre's zone and with its country's holidays."""
        return MeetingRule(
            **self.model_dump(exclude={"cancelled", "added", "moved"}),
            zone=zone,
            country=country,
            cancelled=frozenset(self.cancelled),
            added=frozenset(self.added),
            moved={one.origin: one.to for one in self.moved},
        )


class GroupTable(File):
    """`[[groups]]`."""

    key: Key
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")]
    name: Text
    description: Text
    form: Key
    languages: Annotated[list[str], Field(min_length=1)]
    seats: Annotated[int, Field(ge=1)] | None = None
    remote: bool = True
    info_url: Https | None = None
    members: dict[str, list[str]] = {}
    meetings: MeetingsTable | None = None

    def fact(self, zone: ZoneInfo, country: str) -> Group:
        """The group."""
        meetings = self.meetings.fact(zone, country) if self.meetings else None
        return Group(**self.model_dump(exclude={"meetings", "members"}), meetings=meetings)


class RoleTable(File):
    """`[[roles]]`."""

    person: Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F-]{36}$")]
    role: Role
    group: Key | None = None

    def fact(self) -> RoleGrant:
        """The role."""
        return RoleGrant(self.person.lower(), self.role, self.group)


class RetentionTable(File):
    """`[retention]`: days. The upper bounds keep a slip of the pen from keeping things for a lifetime."""

    draft: Days = 30
    request: Days = 365
    recommendation: Days = 365
    identity: Days = 180
    delivery: Days = 90
    log: Annotated[int, Field(ge=30, le=4400)] = 1826
    announcement: Days = 365
    registration: Days = 30
    feedback: Days = 365

    @model_validator(mode="after")
    def _in_order(self) -> "RetentionTable":
        late = [(kind, BELONGS[kind]) for kind in self.fact().mistakes()]
        if late:
            told = [f"{kind} not longer than {of}, which has {getattr(self, of)} days" for kind, of in late]
            raise ValueError("; ".join(told))
        return self

    def fact(self) -> Retention:
        """The days of each kind."""
        return Retention(**self.model_dump())


class TopicTable(File):
    """`[[topics]]`."""

    key: Key
    label: Text


class AnnouncingTable(File):
    """`[announcing]`: the hours of working days at which people are written to; whether a second person reads first."""

    opens: Annotated[time, Strict()] = time(8)
    closes: Annotated[time, Strict()] = time(16)
    approval: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> "AnnouncingTable":
        if self.opens >= self.closes:
            raise ValueError("an hour of closing after that of opening")
        return self


class CentreFile(File):
    """`centre.toml`."""

    name: Text
    zone: Annotated[str, AfterValidator(_zone)]
    holidays: Annotated[str, AfterValidator(_country)]
    languages: Annotated[list[str], Field(min_length=1)]
    samples: list[str] = []
    contacts: list[ContactTable] = []
    emergency: Annotated[list[EmergencyTable], Field(min_length=1)]
    link_hosts: list[Host] = list(TEAMS_HOSTS)
    links: list[LinkTable] = []
    outside: OutsideTable | None = None
    groups: Annotated[list[GroupTable], Field(min_length=1)]
    roles: list[RoleTable] = []
    topics: list[TopicTable] = []
    announcing: AnnouncingTable = AnnouncingTable()
    retention: RetentionTable = RetentionTable()

    def fact(self) -> Centre:
        """The centre."""
        zone = ZoneInfo(self.zone)
        told = self.announcing
        office = Office(zone, self.holidays, told.opens, told.closes)
        topics = [Topic(one.key, one.label) for one in self.topics]
        return Centre(
            name=self.name,
            zone=zone,
            languages=tuple(self.languages),
            contacts=[one.fact() for one in self.contacts],
            emergency=[Emergency(one.number, one.label) for one in self.emergency],
            groups={one.key: one.fact(zone, self.holidays) for one in self.groups},
            grants=frozenset(one.fact() for one in self.roles),
            announcing=Announcing(office, topics, told.approval),
            samples=self.samples,
            retention=self.retention.fact(),
            link_hosts=tuple(self.link_hosts),
            links=[Pointer(one.key, one.url, one.label) for one in self.links],
            outside=self.outside.fact() if self.outside else None,
        )


class PersonTable(File):
    """`[[people]]` of the local people."""

    number: int
    object_id: str
    role: Literal["professional", "secretary", "chair", "member", "coordinator", "administrator"]
    name: Text

    def grants(self, groups: list[str]) -> frozenset[RoleGrant]:
        """The roles that this person has: those of a group in all groups."""
        if self.role == "professional":
            return frozenset()
        role = Role(self.role)
        held = groups if role in GROUP_ROLES else [None]
        return frozenset(RoleGrant(self.object_id, role, group) for group in held)


class PeopleFile(File):
    """`content/local/people.toml`."""

    people: list[PersonTable]
