"""Who may do what: each action for each kind of person, and one answer for what is not there and what is not hers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.announcements import FOUND, Announcement, Kind, State, Wording
from domain.consultations import Consultation, Status
from domain.people import Actor, Role, RoleGrant
from domain.permissions import (
    ANNOUNCEMENT_RULES,
    CONSULTATION_RULES,
    DRAFT_RULES,
    REMINDER_RULES,
    RULES,
    SERVICE,
    SERVICE_RULES,
    Service,
    admit,
    authorize,
    may,
    require_secretary,
)
from domain.refusals import Refused

REQUEST = Consultation(
    id="c",
    reference="HE-2022-0001",
    group="one",
    owner="owner",
    language="fi",
    answers={},
    status=Status.NEW,
    version=1,
    meeting=None,
    sent_at=datetime(2022, 9, 20, tzinfo=UTC),
)


NEWS = Announcement("a", Kind.NEWS, State.OUT, Wording({"fi": "Uutta"}))
COORDINATOR = Actor("c", "tenant", "c", "Nimi", grants=frozenset({RoleGrant("c", Role.COORDINATOR)}))


def person(id: str, *grants: tuple[Role, str | None]) -> Actor:
    return Actor(id, "tenant", id, "Nimi", grants=frozenset(RoleGrant(id, role, group) for role, group in grants))


OWNER = person("owner")
SECRETARY = person("secretary", (Role.SECRETARY, "one"))
BOTH = person("owner", (Role.SECRETARY, "one"))
STRANGERS = [
    person("stranger"),
    person("chair", (Role.CHAIR, "one")),
    person("member", (Role.MEMBER, "one")),
    person("neighbour", (Role.SECRETARY, "two")),
    person("coordinator", (Role.COORDINATOR, None)),
    person("administrator", (Role.ADMINISTRATOR, None)),
    # No such grant is ever laid down; if one were, it would open nothing.
    person("nowhere", (Role.SECRETARY, None)),
]
OWNERS = {"open", "see-requester", "answer", "change", "withdraw"}
SECRETARYS = {"open", "see-requester", "take", "ask", "move"}


def allowed(actor: Actor) -> set[str]:
    return {action for action in CONSULTATION_RULES if may(actor, action, REQUEST)}


@pytest.mark.parametrize(("actor", "actions"), [(OWNER, OWNERS), (SECRETARY, SECRETARYS), (BOTH, OWNERS | SECRETARYS)])
def test_the_owner_and_the_groups_secretary_may_each_do_her_part(actor: Actor, actions: set[str]) -> None:
    assert allowed(actor) == actions


@pytest.mark.parametrize("actor", STRANGERS, ids=lambda one: one.id)
def test_nobody_else_may_do_anything(actor: Actor) -> None:
    assert allowed(actor) == set()


@pytest.mark.parametrize("action", CONSULTATION_RULES)
@pytest.mark.parametrize("actor", [OWNER, SECRETARY, *STRANGERS], ids=lambda one: one.id)
def test_what_is_offered_is_what_is_authorized(actor: Actor, action: str) -> None:
    if may(actor, action, REQUEST):
        assert authorize(actor, action, REQUEST) is REQUEST
        return
    with pytest.raises(Refused):
        authorize(actor, action, REQUEST)


def test_what_is_anothers_and_what_does_not_exist_are_refused_alike() -> None:
    for request in (REQUEST, None):
        with pytest.raises(Refused) as refused:
            authorize(STRANGERS[0], "open", request)
        assert (refused.value.key, dict(refused.value.values)) == ("refused-not-found", {})


# Who may do what to the service itself, to a draft, and to a request: an action that is missing here fails.
EXPECTED = {
    "home": "anyone",
    "request": "anyone",
    "own": "anyone",
    "settings": "anyone",
    "own-data": "anyone",
    "claim": "anyone",
    "queue": "any secretary or administrator",
    "figures": "administrator",
    "announcements": "coordinator",
    "address-list": "coordinator",
    "announce": "coordinator",
    "approve": "second reader",
    "sessions": "anyone",
    "read-announcement": "reader",
    "register": "reader",
    "draft": "owner",
    "reminder": "owner",
    **dict.fromkeys(OWNERS - SECRETARYS, "owner"),
    **dict.fromkeys(SECRETARYS - OWNERS, "secretary"),
    **dict.fromkeys(OWNERS & SECRETARYS, "owner or secretary"),
}
AUTHOR = person("owner", (Role.COORDINATOR, None))
EVERYONE = [OWNER, SECRETARY, BOTH, AUTHOR, *STRANGERS]
NEWS = Announcement("a", Kind.NEWS, State.OUT, Wording({"fi": "Tiedote"}), author="owner")
GUESTS = [replace(one, guest=True) for one in EVERYONE]


KINDS = (CONSULTATION_RULES, DRAFT_RULES, REMINDER_RULES, ANNOUNCEMENT_RULES, SERVICE_RULES)


def expected(actor: Actor, action: str) -> bool:
    secretary = not actor.guest and any(one.role is Role.SECRETARY and one.group for one in actor.grants)
    ours = not actor.guest and any(one == RoleGrant(actor.object_id, Role.SECRETARY, "one") for one in actor.grants)
    owner = actor.id == "owner"
    held = frozenset() if actor.guest else {one.role for one in actor.grants if one.group is None}
    reads = bool(held & {Role.COORDINATOR, Role.ADMINISTRATOR}) and not owner
    administrator = Role.ADMINISTRATOR in held
    table = {
        "anyone": True,
        "any secretary or administrator": secretary or administrator,
        "owner": owner,
        "secretary": ours,
        "second reader": reads,
    }
    table |= {"coordinator": Role.COORDINATOR in held, "reader": True, "administrator": administrator}
    return (table | {"owner or secretary": owner or ours})[EXPECTED[action]]


def test_every_action_stands_in_the_table_and_belongs_to_one_kind_of_thing() -> None:
    assert set(EXPECTED) == set(RULES)
    assert len(RULES) == sum(map(len, KINDS))


@pytest.mark.parametrize("action", RULES)
@pytest.mark.parametrize("actor", EVERYONE + GUESTS, ids=lambda one: one.id + (" as a guest" if one.guest else ""))
def test_each_may_do_what_the_table_says_and_nothing_else(actor: Actor, action: str) -> None:
    subject = SERVICE if action in SERVICE_RULES else NEWS if action in ANNOUNCEMENT_RULES else REQUEST
    if expected(actor, action):
        assert authorize(actor, action, subject) is subject
        return
    with pytest.raises(Refused):
        authorize(actor, action, subject)


@pytest.mark.parametrize("actor", EVERYONE, ids=lambda one: one.id)
def test_what_is_free_to_all_of_the_service_opens_no_request_and_the_other_way_round(actor: Actor) -> None:
    for action in SERVICE_RULES:
        with pytest.raises(Refused):
            authorize(actor, action, REQUEST)
    for action in [*CONSULTATION_RULES, *DRAFT_RULES, *REMINDER_RULES, *ANNOUNCEMENT_RULES]:
        with pytest.raises(Refused):
            authorize(actor, action, SERVICE)
    for action in ANNOUNCEMENT_RULES:
        with pytest.raises(Refused):
            authorize(actor, action, REQUEST)
    for action in [*CONSULTATION_RULES, *DRAFT_RULES, *REMINDER_RULES]:
        with pytest.raises(Refused):
            authorize(actor, action, NEWS)


@pytest.mark.parametrize("state", State)
def test_what_cannot_be_found_yet_or_any_more_is_read_by_coordinators_alone(state: State) -> None:
    one = replace(NEWS, state=state)
    for actor in EVERYONE + GUESTS:
        makes_them = not actor.guest and any(grant.role is Role.COORDINATOR for grant in actor.grants)
        for action in ("read-announcement", "register"):
            assert may(actor, action, one) is (state in FOUND or makes_them)


def test_what_is_not_announced_is_for_coordinators_alone_and_no_request_passes_for_it() -> None:
    waiting = replace(NEWS, state=State.WAITING)
    assert authorize(COORDINATOR, "announce", NEWS) is NEWS
    assert authorize(COORDINATOR, "register", waiting) is waiting
    for actor, action, subject in (
        (STRANGERS[0], "register", waiting),
        (COORDINATOR, "register", REQUEST),
        (replace(COORDINATOR, guest=True), "announce", NEWS),
    ):
        with pytest.raises(Refused):
            authorize(actor, action, subject)


def test_what_is_done_to_nothing_else_is_judged_before_anything_is_loaded() -> None:
    admit(STRANGERS[0], "home")
    admit(STRANGERS[0], "open")
    for action in ("queue", "erase", ""):
        with pytest.raises(Refused):
            admit(STRANGERS[0], action)


def test_a_guest_holds_no_role_whatever_the_tables_say() -> None:
    guest = replace(SECRETARY, guest=True)
    assert not guest.is_(Role.SECRETARY, "one")
    assert guest.groups(Role.SECRETARY) == frozenset()


def test_a_draft_that_is_not_there_is_refused_by_its_own_sentence() -> None:
    draft = replace(REQUEST, owner="owner")
    assert authorize(OWNER, "draft", draft) is draft
    for subject in (None, replace(REQUEST, owner="other")):
        with pytest.raises(Refused, match="refused-draft"):
            authorize(OWNER, "draft", subject)
    assert (Service().owner, Service().group) == (None, "")


@pytest.mark.parametrize("action", ["", "delete", "OPEN", "open "])
def test_an_action_without_a_rule_is_nobodys(action: str) -> None:
    with pytest.raises(Refused):
        authorize(BOTH, action, REQUEST)


def test_a_secretary_sees_the_queue_of_all_of_her_groups() -> None:
    assert require_secretary(person("s", (Role.SECRETARY, "one"), (Role.SECRETARY, "two"))) == {"one", "two"}


@pytest.mark.parametrize("actor", [OWNER, *(one for one in STRANGERS if one.id != "neighbour")], ids=lambda one: one.id)
def test_the_queue_is_for_secretaries_alone(actor: Actor) -> None:
    with pytest.raises(Refused) as refused:
        require_secretary(actor)
    assert refused.value.key == "refused-queue"
