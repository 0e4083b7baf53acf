"""Master keys: read from a file or from the environment, refused when they are wrong, and never told."""

import base64
import os
import re
from datetime import date
from pathlib import Path

import pytest

from storage.keys import KeyMistake, Keyring, Tampered, make_key_file, new_line, read_key_file, read_keys, seal, unseal

TODAY = date(2022, 9, 20)
ONE, TWO = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))


def key_file(folder: Path, text: str | bytes, mode: int = 0o600) -> Path:
    path = folder / "master.key"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)
    return path


def test_what_is_sealed_is_opened_at_its_place_only() -> None:
    key = bytes(32)
    sealed = seal(key, "t|1|c|k", b"words")
    assert unseal(key, "t|1|c|k", sealed) == b"words"
    assert b"words" not in sealed and seal(key, "t|1|c|k", b"words") != sealed
    for place in ("t|2|c|k", "t|1|d|k", "u|1|c|k", "t|1|c|l", ""):
        with pytest.raises(Tampered):
            unseal(key, place, sealed)
    with pytest.raises(Tampered):
        unseal(bytes(31) + b"\x01", "t|1|c|k", sealed)


@pytest.mark.parametrize("at", [0, 1, 12, 13, 17, -1])
def test_one_changed_bit_is_noticed(at: int) -> None:
    sealed = bytearray(seal(bytes(32), "place", b"words"))
    sealed[at] ^= 1
    with pytest.raises(Tampered):
        unseal(bytes(32), "place", bytes(sealed))


@pytest.mark.parametrize("length", [0, 1, 5, 13, 28])
def test_what_is_cut_short_is_noticed(length: int) -> None:
    with pytest.raises(Tampered):
        unseal(bytes(32), "place", seal(bytes(32), "place", b"words")[:length])


def test_all_keys_can_be_read_and_the_first_writes(tmp_path: Path) -> None:
    lines = f"# of this year\nb {TWO}\n\n  a\t{ONE}   # of last year\n"
    for ring in (read_keys(f" b:{TWO}, a:{ONE},"), read_key_file(key_file(tmp_path, lines))):
        assert ring.writing == "b"
        assert dict(ring.masters) == {"a": b"\x01" * 32, "b": b"\x02" * 32}
        assert ONE not in repr(ring) and "\\x01" not in repr(ring)


def test_a_data_key_is_unwrapped_by_the_master_key_that_wrapped_it_and_as_itself_only() -> None:
    old, both = read_keys(f"a:{ONE}"), read_keys(f"b:{TWO},a:{ONE}")
    master, wrapped = old.wrap("key", b"k" * 32)
    assert master == "a" and both.unwrap("key", "a", wrapped) == b"k" * 32
    for key_id, by in (("other", "a"), ("key", "b")):
        with pytest.raises(Tampered):
            both.unwrap(key_id, by, wrapped)
    with pytest.raises(KeyMistake, match="the master key a, which OT_MASTER_KEYS does not hold"):
        read_keys(f"b:{TWO}").unwrap("key", "a", wrapped)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "holds no key"),
        (" , ,", "holds no key"),
        ("a:not base64!", "base64"),
        ("a", "0 bytes long"),
        (f"a:{base64.b64encode(bytes(16)).decode()}", "16 bytes long and must be 32"),
        (f"a:{ONE},a:{TWO}", "two keys have the id a"),
        (ONE, "needs an id"),
        (f"a b:{ONE}", "needs an id"),
        (f"{'a' * 33}:{ONE}", "needs an id"),
    ],
)
def test_keys_that_are_wrong_are_refused_in_one_sentence_without_the_key(text: str, told: str) -> None:
    with pytest.raises(KeyMistake, match=told) as refused:
        read_keys(text)
    assert "OT_MASTER_KEYS" in str(refused.value) and "\n" not in str(refused.value)
    assert ONE not in str(refused.value)


def test_a_key_file_that_is_wrong_is_refused_by_its_name(tmp_path: Path) -> None:
    for text, told in (("", "holds no key"), (ONE, "needs an id"), ("a x y", "base64"), (b"\xff\xfe", "not a text")):
        with pytest.raises(KeyMistake, match=told) as refused:
            read_key_file(key_file(tmp_path, text))
        assert f"OT_MASTER_KEY_FILE ({tmp_path / 'master.key'})" in str(refused.value)
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(KeyMistake, match="cannot be read"):
            read_key_file(path)


@pytest.mark.parametrize(("mode", "good"), [(0o400, True), (0o640, True), (0o644, False), (0o602, False)])
def test_a_key_file_that_everybody_can_read_is_refused(tmp_path: Path, mode: int, good: bool) -> None:
    path = key_file(tmp_path, f"a {ONE}", mode)
    if good:
        assert read_key_file(path).writing == "a"
        return
    with pytest.raises(KeyMistake, match="chmod 600"):
        read_key_file(path)


def test_a_new_key_has_an_id_of_its_day_and_is_never_the_same(tmp_path: Path) -> None:
    lines = {new_line(TODAY) for _ in range(50)}
    assert len({line.partition(" ")[2] for line in lines}) == 50
    assert all(re.fullmatch(r"2022-09-20-[0-9a-f]{4} [A-Za-z0-9+/]{43}=", line) for line in lines)
    assert len(read_key_file(key_file(tmp_path, lines.pop())).masters) == 1


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "master.key"
    make_key_file(path, TODAY)
    made = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    make_key_file(path, TODAY)
    assert path.read_text() == made
    assert list(path.parent.iterdir()) == [path]
    assert isinstance(read_key_file(path), Keyring)


def test_where_no_key_file_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyMistake, match="No key file can be made"):
        make_key_file(tmp_path / "file" / "master.key", TODAY)
    assert os.listdir(tmp_path) == ["file"]
