"""A mistake in a file is told with the file, the key, what stands there and what was expected."""

from pathlib import Path

import pytest

from storage.shapes import File, Key
from storage.toml_files import ContentError, check_allowed, check_samples, raw_of, read_file


class Row(File):
    key: Key
    size: int


class Shelf(File):
    rows: list[Row]


def written(folder: Path, text: str) -> Path:
    path = folder / "shelf.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_in_its_shape_and_as_it_stands(tmp_path: Path) -> None:
    file, raw = read_file(written(tmp_path, '[[rows]]\nkey = "one"\nsize = 3\n'), Shelf)
    assert (file.rows[0].size, raw) == (3, {"rows": [{"key": "one", "size": 3}]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[rows]]\nkey = "one"\nsize = "wide"\n', "rows.one.size: 'wide': Input should be a valid integer"),
        ('[[rows]]\nkey = "one"\nsize = 1\ncolour = "red"\n', "rows.one.colour: 'red'"),
        ("rows = ", "file: "),
    ],
)
def test_a_mistake_names_the_entry_by_its_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ContentError) as mistake:
        read_file(written(tmp_path, text), Shelf)
    assert f"shelf.toml: {told}" in str(mistake.value)


def test_a_file_that_is_not_there_or_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ContentError, match="needed"):
            raw_of(path)


def test_a_sample_must_name_a_value_and_a_link_an_allowed_host(tmp_path: Path) -> None:
    check_samples(tmp_path, ["rows.one.size"], {"rows": [{"key": "one", "size": 3}]})
    check_allowed(tmp_path, "url", "https://keskus.example/", ["keskus.example"])
    with pytest.raises(ContentError, match="the dotted name"):
        check_samples(tmp_path, ["rows.two.size"], {"rows": [{"key": "one", "size": 3}]})
    with pytest.raises(ContentError, match="url"):
        check_allowed(tmp_path, "url", "https://elsewhere.example/", ["keskus.example"])
