"""People of the service and what they are to a group."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may be; everyone of the tenant is a professional without being named."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    MEMBER = "member"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


# These hold for one group; the others for the whole centre.
GROUP_ROLES = frozenset({Role.SECRETARY, Role.CHAIR, Role.MEMBER})


@dataclass(frozen=True)
class RoleGrant:
    """One role of one person, by Entra object id; `group` None means the whole centre."""

    object_id: str
    role: Role
    group: str | None = None


@dataclass(frozen=True)
class Actor:
    """Who presses: taken from the signed activity, with the roles that our own tables give at this moment.

    A guest is of another tenant than the service's own, and never holds a role.
    """

    id: str
    tenant: str
    object_id: str
    name: str
    language: str | None = None
    grants: frozenset[RoleGrant] = frozenset()
    guest: bool = False

    # Roles are compared with their group: a secretary of one group is nobody in another.
    def is_(self, role: Role, group: str | None = None) -> bool:
        """Whether the actor holds `role`, for `group` where it is a role of a group."""
        return any(one.role is role and one.group == group for one in self.grants)

    def groups(self, role: Role) -> frozenset[str]:
        """The groups in which the actor holds `role`."""
        return frozenset(one.group for one in self.grants if one.role is role and one.group)
