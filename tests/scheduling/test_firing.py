"""The one function that the job store names."""

from apscheduler.util import obj_to_ref, ref_to_obj

from scheduling.firing import Due, fire


def test_what_is_handed_over_is_called_like_its_job() -> None:
    assert fire("feedback", "a", "2022-10-05/1") == Due("feedback", "a", "2022-10-05/1")
    assert fire("feedback", "a", "2022-10-05/1").id == "feedback|a|2022-10-05/1"


def test_the_job_store_finds_the_function_by_its_name() -> None:
    assert ref_to_obj(obj_to_ref(fire)) is fire
