"""The file of names: as the centre writes it, and as it is compared."""

import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.person_names import Names
from storage.content import read_content
from storage.name_files import NamesFile
from storage.toml_files import ContentError
from tests.domain.centres import write_centre
from tests.house import ROOT, read_sample_content

REAL = ROOT / "content" / "keski-suomi" / "names.toml"


def test_names_are_compared_in_small_letters() -> None:
    made = NamesFile.model_validate({"first": ["Matti"], "words": ["Toivo"], "allowed": ["WILMA"]}).fact()
    assert made == Names(frozenset(["matti"]), frozenset(["toivo"]), frozenset(), frozenset(["wilma"]))


@pytest.mark.parametrize("name", ["Anna-Liisa", "Anna Liisa", "", "A", "Matti1", "Matti."])
def test_a_name_is_one_word(name: str) -> None:
    with pytest.raises(ValidationError):
        NamesFile.model_validate({"first": [name]})


def test_the_list_is_needed(tmp_path: Path) -> None:
    folder = write_centre(tmp_path)
    assert read_content(folder).names.first == {"matti"}
    (folder / "names.toml").unlink()
    with pytest.raises(ContentError, match=r"names\.toml: file: 'missing'"):
        read_content(folder)


def test_a_mistake_in_the_list_is_told_with_its_place(tmp_path: Path) -> None:
    folder = write_centre(tmp_path)
    (folder / "names.toml").write_text('first = ["Matti", "Anna-Liisa"]\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"names\.toml: first\.1: 'Anna-Liisa'"):
        read_content(folder)


def test_the_sample_list_is_long_and_says_nothing_twice() -> None:
    lists = tomllib.loads(REAL.read_text(encoding="utf-8"))
    assert len(lists["first"]) >= 400
    every = [one.casefold() for names in lists.values() for one in names]
    assert sorted({one for one in every if every.count(one) > 1}) == []
    assert "matti" in read_sample_content().names.first
