"""Roles: those of a group hold for that group alone, the others for the centre."""

import pytest

from domain.people import GROUP_ROLES, Actor, Role, RoleGrant


def actor(*grants: RoleGrant) -> Actor:
    return Actor("a", "tenant", "object", "Nimi", grants=frozenset(grants))


def grant(role: Role, group: str | None = None) -> RoleGrant:
    return RoleGrant("object", role, group)


def test_whoever_is_named_for_nothing_holds_no_role() -> None:
    assert not any(actor().is_(role, group) for role in Role for group in (None, "one"))
    assert all(actor().groups(role) == frozenset() for role in Role)


@pytest.mark.parametrize("role", sorted(GROUP_ROLES))
def test_a_role_of_one_group_is_no_role_in_another_nor_in_the_centre(role: Role) -> None:
    one = actor(grant(role, "one"))
    assert one.is_(role, "one")
    assert not one.is_(role, "two")
    assert not one.is_(role)
    assert one.groups(role) == {"one"}


@pytest.mark.parametrize("role", sorted(set(Role) - GROUP_ROLES))
def test_a_role_of_the_centre_belongs_to_no_group(role: Role) -> None:
    one = actor(grant(role))
    assert one.is_(role)
    assert not one.is_(role, "one")
    assert one.groups(role) == frozenset()


def test_one_role_is_not_another() -> None:
    one = actor(grant(Role.MEMBER, "one"))
    assert [role for role in Role if one.is_(role, "one")] == [Role.MEMBER]


def test_one_person_may_be_the_coordinator_and_a_secretary_of_two_groups() -> None:
    one = actor(grant(Role.COORDINATOR), grant(Role.SECRETARY, "one"), grant(Role.SECRETARY, "two"))
    assert one.is_(Role.COORDINATOR)
    assert one.groups(Role.SECRETARY) == {"one", "two"}
    assert one.groups(Role.CHAIR) == frozenset()


def test_the_roles_of_a_group_are_secretary_chair_and_member() -> None:
    assert {Role.SECRETARY, Role.CHAIR, Role.MEMBER} == GROUP_ROLES
