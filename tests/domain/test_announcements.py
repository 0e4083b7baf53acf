"""What may happen to an announcement, and what a reader is then told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.announcements import (
    EARLIER,
    Announcement,
    Item,
    Kind,
    Session,
    State,
    Wording,
    differences,
    is_soon,
    is_undone,
    moved_from,
    moved_to,
    reworded,
    sent,
    since,
)

NOW = datetime(2022, 9, 20, 5, 0, tzinfo=UTC)
START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)
SESSION = Session(START, START + timedelta(hours=1), "https://teams.microsoft.com/l/meetup-join/one", "Koske")
WORDING = Wording({"fi": "OT-info"}, {"fi": "Avoin kaikille."}, (), SESSION)
LISTED = Announcement("a", Kind.SESSION, State.LISTED, WORDING, ("ot-info",))


def _moved(hours: int) -> Wording:
    later = timedelta(hours=hours)
    return replace(WORDING, session=replace(SESSION, start=START + later, end=SESSION.end + later))


def test_what_differs_is_named_in_the_order_in_which_it_is_said() -> None:
    assert differences(WORDING, WORDING) == []
    assert differences(None, WORDING) == []
    assert differences(WORDING, _moved(1)) == ["time"]
    other = replace(SESSION, link="https://teams.microsoft.com/l/meetup-join/two", organiser="ISO", language="sv")
    renamed = Wording({"fi": "OT-foorumi"}, {"fi": "Muuta."}, (), other)
    assert differences(WORDING, renamed) == ["title", "link", "organiser", "language", "text"]
    news = Wording({"fi": "Kirje"}, items=(Item({"fi": "Yksi"}),))
    assert differences(news, replace(news, items=())) == ["text"]


def test_seats_alone_are_no_news_for_those_who_have_the_card() -> None:
    assert differences(WORDING, replace(WORDING, session=replace(SESSION, seats=5))) == []


def test_before_it_is_sent_a_change_has_nothing_to_be_compared_with() -> None:
    changed = reworded(replace(LISTED, state=State.WRITTEN), _moved(1), NOW)
    assert (changed.previous, changed.original, changed.version, changed.sequence) == (None, None, 2, 1)


def test_after_it_is_sent_every_change_is_measured_by_what_was_first_read() -> None:
    out = sent(LISTED, NOW)
    assert (out.state, out.original, out.sent_at, out.version) == (State.OUT, WORDING, NOW, 2)
    once = reworded(out, _moved(1), NOW + timedelta(days=1))
    twice = reworded(once, _moved(2), NOW + timedelta(days=2))
    assert twice.original == WORDING
    assert twice.previous == _moved(1)
    assert twice.sequence == 2
    assert sent(moved_to(twice, State.STOPPED, NOW), NOW + timedelta(days=3)).sent_at == NOW


def test_what_is_only_listed_has_been_read_too_and_sent_out_it_begins_anew() -> None:
    moved = reworded(LISTED, _moved(1), NOW)
    assert (moved.original, moved.previous) == (WORDING, WORDING)
    assert moved_from(moved) == SESSION
    assert sent(moved, NOW).original == _moved(1)


def test_a_message_about_a_change_that_comes_late_tells_of_all_since() -> None:
    once = reworded(sent(LISTED, NOW), _moved(1), NOW)
    twice = reworded(once, _moved(2), NOW)
    assert since(twice, str(once.version)).previous == WORDING
    assert since(twice, str(twice.version)).previous == since(twice, "unknown").previous == _moved(1)
    back = reworded(twice, WORDING, NOW)
    assert is_undone(since(back, str(once.version))) and not is_undone(since(back, str(back.version)))
    assert not is_undone(moved_to(back, State.CALLED_OFF, NOW)) and not is_undone(LISTED)
    for hours in range(EARLIER + 3):
        back = reworded(back, _moved(hours + 1), NOW)
    assert len(back.earlier) == EARLIER and since(back, str(back.version)).previous == back.previous


def test_a_change_of_words_alone_is_no_change_of_the_calendar_entry_s_time() -> None:
    out = sent(LISTED, NOW)
    assert reworded(out, replace(WORDING, text={"fi": "Uusi kuvaus."}), NOW).sequence == 0


def test_calling_off_and_recalling_raise_the_calendar_s_sequence() -> None:
    assert moved_to(LISTED, State.CALLED_OFF, NOW).sequence == 1
    assert moved_to(LISTED, State.RECALLED, NOW).sequence == 1
    assert moved_to(LISTED, State.STOPPED, NOW).sequence == 0


def test_a_session_within_a_day_cannot_wait_for_the_opening() -> None:
    assert not is_soon(LISTED, START - timedelta(hours=25))
    assert is_soon(LISTED, START - timedelta(hours=24))
    assert is_soon(LISTED, START + timedelta(minutes=59))
    assert not is_soon(LISTED, START + timedelta(hours=1))
    assert not is_soon(replace(LISTED, wording=Wording({"fi": "Kirje"})), NOW)


def test_a_session_takes_place_while_it_can_be_found_and_is_not_called_off() -> None:
    assert [state for state in State if replace(LISTED, state=state).takes_place] == [
        State.LISTED,
        State.OUT,
        State.STOPPED,
        State.HELD,
    ]
    assert not replace(LISTED, wording=Wording({"fi": "Kirje"})).takes_place
