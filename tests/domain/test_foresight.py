"""What will be told is what is told when the time comes."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from domain.foresight import Foreseen, foresee
from domain.manners import Manners
from domain.nudging import Nudge, Reader
from domain.preferences import Preferences

HELSINKI = ZoneInfo("Europe/Helsinki")
MANNERS = Manners(HELSINKI, "FI", most_a_week=2)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def nudge(number: int, due: str, rule: str = "meeting-tomorrow", **given: object) -> Nudge:
    told = {"subject": f"s{number}", "day": date(2022, 10, 31), "until": at("2022-10-31T00:00")} | given
    return Nudge(f"n{number}", f"{rule}|r{number}", rule, due=at(due), **told)  # type: ignore[arg-type]


def foreseen(*nudges: Nudge, cards: tuple[str, ...] = (), **known: object) -> list[Foreseen]:
    reader = Reader(true=frozenset(one.id for one in nudges), **known)  # type: ignore[arg-type]
    return foresee(nudges, reader, MANNERS, [at(one) for one in cards])


def test_what_falls_due_in_the_same_moment_comes_on_one_card() -> None:
    found = foreseen(nudge(1, "2022-10-05T09:00"), nudge(2, "2022-10-05T09:00"), nudge(3, "2022-10-06T09:00"))
    assert [(one.nudge.id, one.others, one.dropped) for one in found] == [("n1", 1, ""), ("n2", 1, ""), ("n3", 0, "")]


def test_what_falls_due_within_the_window_after_the_first_comes_with_it() -> None:
    hours = ("2022-10-05T09:00", "2022-10-05T09:20", "2022-10-05T09:40", "2022-10-06T09:00")
    found = foreseen(*(nudge(number, hour) for number, hour in enumerate(hours, 1)))
    assert [(one.nudge.id, one.at, one.others) for one in found[:3]] == [
        ("n1", at("2022-10-05T09:00"), 1),
        ("n2", at("2022-10-05T09:00"), 1),
        ("n3", at("2022-10-05T09:40"), 0),
    ]
    # Those were two cards, and not three: a third one in the week is too much.
    assert (found[3].nudge.id, found[3].put_off) == ("n4", "enough")


def test_of_several_about_one_subject_only_the_last_is_told() -> None:
    earlier = nudge(1, "2022-10-05T09:00", subject="s", until=at("2022-10-10T00:00"))
    found = foreseen(earlier, nudge(2, "2022-10-05T09:00", subject="s"))
    assert [(one.nudge.id, one.dropped, one.others) for one in found] == [("n1", "merged", 0), ("n2", "", 0)]


def test_what_she_put_off_herself_takes_the_place_of_what_falls_due_before_her_day() -> None:
    hers = nudge(1, "2022-10-06T09:00", subject="s", chosen=True)
    found = foreseen(hers, nudge(2, "2022-10-05T09:00", subject="s"), nudge(3, "2022-10-07T09:00", subject="s"))
    assert [(one.nudge.id, one.dropped) for one in found] == [("n2", "merged"), ("n1", ""), ("n3", "")]


def test_quiet_hours_put_it_off_and_it_joins_what_is_due_then() -> None:
    quiet = Preferences(quiet_from=time(7), quiet_until=time(10))
    found = foreseen(nudge(1, "2022-10-05T09:00"), nudge(2, "2022-10-05T10:00"), wishes=quiet)
    assert {(one.nudge.id, one.at, one.put_off, one.others) for one in found} == {
        ("n1", at("2022-10-05T10:00"), "closed", 1),
        ("n2", at("2022-10-05T10:00"), "", 1),
    }


def test_the_third_card_of_a_week_waits_until_there_is_room_for_it() -> None:
    found = foreseen(nudge(1, "2022-10-05T09:00"), nudge(2, "2022-10-06T09:00"), cards=("2022-10-04T09:00",))
    assert [(one.nudge.id, one.at, one.put_off) for one in found] == [
        ("n1", at("2022-10-05T09:00"), ""),
        ("n2", at("2022-10-11T09:00"), "enough"),
    ]


def test_what_is_of_no_use_by_then_is_dropped_for_the_reason_that_held_it_back() -> None:
    late = nudge(3, "2022-10-06T09:00", until=at("2022-10-07T00:00"))
    [found] = foreseen(late, cards=("2022-10-04T09:00", "2022-10-05T09:00"))
    assert (found.dropped, found.at) == ("enough", at("2022-10-06T09:00"))


def test_who_wants_no_reminders_is_told_of_none_that_can_be_switched_off() -> None:
    both = nudge(1, "2022-10-05T09:00"), nudge(2, "2022-10-05T09:00", "request-untouched")
    found = foreseen(*both, wishes=Preferences(reminders=False))
    assert [(one.nudge.id, one.dropped) for one in found] == [("n1", "off"), ("n2", "")]
