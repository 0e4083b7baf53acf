"""One table holds all rules, and each is a whole one."""

from datetime import timedelta

from domain.reminders import RULES, Reader, Unit, alike


def test_every_rule_is_found_by_its_own_name() -> None:
    assert [one.key for one in RULES.values()] == list(RULES)


def test_only_what_comes_minutes_before_is_free_from_closed_hours() -> None:
    assert {one.key for one in RULES.values() if one.free} == {"session-soon"}
    assert all(one.unit is Unit.MINUTES for one in RULES.values() if one.free)


def test_what_is_work_or_was_asked_for_can_not_be_switched_off_and_what_is_a_service_can() -> None:
    at_work = {Reader.SECRETARY, Reader.SECOND_READERS, Reader.ADMINISTRATORS}
    assert all(bool(one.switch) is not bool(one.readers & at_work or one.free) for one in RULES.values())


def test_nothing_comes_for_ever_late() -> None:
    assert all(timedelta(0) < one.late <= timedelta(days=28) for one in RULES.values())


def test_rules_are_alike_that_count_from_the_same_date() -> None:
    assert alike("draft-deadline") == alike("draft-late") == ["draft-deadline", "draft-late"]
    assert alike("session-soon") == ["session-tomorrow", "session-soon"]
    assert alike("feedback") == ["feedback"]
    assert alike("no-more") == []
    assert all(key in alike(key) for key in RULES)
