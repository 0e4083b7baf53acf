"""What was erased stays erased, whatever is restored."""

import resource
from pathlib import Path

import pytest

from storage.erasures import Erasure, Erasures
from tests.storage.facts import NOW


def test_what_was_noted_is_read_again_in_order(tmp_path: Path) -> None:
    erasures = Erasures(tmp_path / "var" / "list")
    erasures.prepare()
    assert list(erasures.read()) == []
    noted = [Erasure("person", "a1"), Erasure("consultation", "b2"), Erasure("person", "a1")]
    for one in noted:
        erasures.note(one, NOW)
    assert list(Erasures(tmp_path / "var" / "list").read()) == noted


def test_a_list_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list(Erasures(tmp_path / "list").read()) == []


def test_a_line_that_a_crash_cut_short_hides_none_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "list"
    Erasures(path).note(Erasure("draft", "c3"), NOW)
    with path.open("a") as cut:
        cut.write('{"at": "2022-09-20T05:00:00+00:00", "kin')
    assert list(Erasures(path).read()) == [Erasure("draft", "c3")]


def test_what_is_noted_after_a_line_that_was_cut_short_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text('{"at": "2022-09-20T05:00:00+00:00", "kin')
    noted = [Erasure("person", "a1"), Erasure("draft", "c3")]
    for one in noted:
        Erasures(path).note(one, NOW)
    assert list(Erasures(path).read()) == noted


def test_a_line_that_says_too_little_hides_none_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text('{"id": "b2"}\n[]\n')
    Erasures(path).note(Erasure("draft", "c3"), NOW)
    assert list(Erasures(path).read()) == [Erasure("draft", "c3")]


def test_an_erasure_that_a_full_disk_takes_by_half_is_not_said_to_be_noted(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(OSError, match="No space"):
            Erasures(tmp_path / "list").note(Erasure("draft", "c3"), NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (tmp_path / "list").stat().st_size == 10


def test_the_list_is_for_its_owner_alone_and_holds_ids_only(tmp_path: Path) -> None:
    path = tmp_path / "list"
    Erasures(path).note(Erasure("draft", "c3"), NOW)
    assert path.stat().st_mode & 0o077 == 0
    assert path.read_text() == f'{{"at": "{NOW.isoformat()}", "kind": "draft", "id": "c3"}}\n'
