"""The file of announcements, and what stands in ours."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.announcements import Kind, State
from storage.content import read_content, samples
from storage.toml_files import ContentError
from tests.domain.centres import write_centre
from tests.house import ROOT, read_sample_content

SESSION = """
[[sessions]]
key = "info"
title.fi = "Info"
day = 2022-10-05
start = 08:15:00
end = 09:15:00
link = "https://teams.microsoft.com/l/meetup-join/one"
organiser = "Keskus"
topics = ["info"]
"""


def _with(tmp_path: Path, text: str) -> Path:
    folder = write_centre(tmp_path)
    (folder / "announcements.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_sample_content_brings_the_sessions_of_the_sources_and_the_forum() -> None:
    brought = read_sample_content().announcements
    sessions = [one.session for one in brought if one.session]
    assert [(one.start, one.end) for one in sessions] == [
        (datetime(2022, 9, 20, 9, 0, tzinfo=UTC), datetime(2022, 9, 20, 12, 0, tzinfo=UTC)),
        (datetime(2022, 10, 5, 5, 15, tzinfo=UTC), datetime(2022, 10, 5, 6, 15, tzinfo=UTC)),
        (datetime(2022, 12, 7, 13, 0, tzinfo=UTC), datetime(2022, 12, 7, 14, 0, tzinfo=UTC)),
    ]
    letters = [one for one in brought if one.kind is Kind.NEWSLETTER]
    assert [one.origin for one in letters] == ["mika-ihmeen-ot-1-22", "mika-ihmeen-ot-2-22"]
    assert {one.state for one in brought} == {State.LISTED}


def test_made_up_join_links_are_marked_as_samples() -> None:
    told = [line for line in samples(ROOT / "content" / "keski-suomi") if line.startswith("sessions.")]
    assert len([line for line in told if "/l/meetup-join/sample" in line]) == 3


def test_a_centre_may_have_no_such_file(tmp_path: Path) -> None:
    assert read_content(write_centre(tmp_path)).announcements == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("end = 09:15:00", "end = 08:15:00", "an end after the start"),
        ('topics = ["info"]', 'topics = ["other"]', "info.topics"),
        ('topics = ["info"]', "topics = []", "topics"),
        ("https://teams.microsoft.com/", "https://teams.example.com/", "info.link"),
        ('title.fi = "Info"', "", "title"),
        ("day = 2022-10-05", 'day = "5.10.2022"', "day"),
        ("[[sessions]]", 'samples = ["sessions.other.link"]\n[[sessions]]', "samples"),
    ],
)
def test_a_mistake_names_the_file_and_the_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SESSION
    with pytest.raises(ContentError, match=said) as mistake:
        read_content(_with(tmp_path, SESSION.replace(old, new)))
    assert "announcements.toml" in str(mistake.value)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    [one] = read_content(_with(tmp_path, SESSION)).announcements
    assert (one.origin, one.topics, one.session is not None) == ("info", ("info",), True)
