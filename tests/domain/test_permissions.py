"""Who may do what: each action for each kind of person, and one answer for what is not there and what is not hers."""

from datetime import UTC, datetime

import pytest

from domain.consultations import Consultation, Status
from domain.people import Actor, Role, RoleGrant
from domain.permissions import CONSULTATION_RULES, authorize, may, require_secretary
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
