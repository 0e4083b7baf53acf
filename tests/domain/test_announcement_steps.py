"""What may be done to an announcement in each state, and what not."""

from dataclasses import replace

import pytest

from domain.announcement_steps import NEXT, allows, check
from domain.announcements import State
from domain.refusals import Refused
from tests.domain.test_announcements import LISTED


@pytest.mark.parametrize(("action", "state"), [(a, s) for a in NEXT for s in State])
def test_what_a_state_does_not_allow_is_refused(action: str, state: State) -> None:
    one = replace(LISTED, state=state)
    if allows(one, action):
        assert state in NEXT[action]
        check(one, action)
        assert state is not State.RECALLED
        return
    with pytest.raises(Refused):
        check(one, action)


@pytest.mark.parametrize("state", [State.WAITING, State.PLANNED])
def test_what_people_have_found_is_called_off_and_what_nobody_knows_of_is_dropped(state: State) -> None:
    known, new = replace(LISTED, state=state, origin="first"), replace(LISTED, state=state)
    assert (known.is_found, known.takes_place, new.is_found, new.takes_place) == (True, True, False, False)
    assert [allows(known, action) for action in ("call-off", "recall")] == [True, False]
    assert [allows(new, action) for action in ("call-off", "recall")] == [False, True]
