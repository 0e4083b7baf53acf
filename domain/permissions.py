"""Who may do what. Deny by default: a verb without a rule here is nobody's."""

from collections.abc import Callable, Mapping

from domain.consultations import Consultation
from domain.people import Actor, Role
from domain.refusals import Refused

Rule = Callable[[Actor, Consultation], bool]


def _owner(actor: Actor, consultation: Consultation) -> bool:
    return actor.id == consultation.owner


def _secretary(actor: Actor, consultation: Consultation) -> bool:
    return actor.is_(Role.SECRETARY, consultation.group)


def _either(actor: Actor, consultation: Consultation) -> bool:
    return _owner(actor, consultation) or _secretary(actor, consultation)


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


def authorize(actor: Actor, action: str, consultation: Consultation | None) -> Consultation:
    """The consultation, when `actor` may do `action` to it; the same refusal when it is missing or another's.

    One answer for both, so that nobody learns which reference numbers exist.
    """
    rule = CONSULTATION_RULES.get(action)
    if consultation is None or rule is None or not rule(actor, consultation):
        raise Refused("refused-not-found")
    return consultation


def may(actor: Actor, action: str, consultation: Consultation) -> bool:
    """Whether to offer `action` at all; the press itself is judged again by `authorize`."""
    return CONSULTATION_RULES[action](actor, consultation)


def require_secretary(actor: Actor) -> frozenset[str]:
    """The groups whose queue the actor may see; refused when there is none."""
    groups = actor.groups(Role.SECRETARY)
    if not groups:
        raise Refused("refused-queue")
    return groups
