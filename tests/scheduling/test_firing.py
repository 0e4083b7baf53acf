"""The job store names one function, and that says only what is due."""

import pickle

from scheduling.firing import Due, fire


def test_what_is_due_has_the_name_of_its_occurrence() -> None:
    due = fire("draft-deadline", "d1", "2022-10-06/5")
    assert (due, due.id) == (Due("draft-deadline", "d1", "2022-10-06/5"), "draft-deadline|d1|2022-10-06/5")


def test_the_function_can_be_named_in_a_store() -> None:
    assert pickle.loads(pickle.dumps(fire)) is fire
