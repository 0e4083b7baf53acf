"""The Teams app package: is it one that Teams accepts, and is it the same every time?"""

import json
import re
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from manifest.build import build

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT.parent / "shared" / "schemas" / "teams-manifest"
APP_ID = "11111111-2222-4333-8444-555555555555"
LANGUAGES = {"fi": "manifest.json", "sv": "sv.json", "en": "en.json"}
LONGEST = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}


@pytest.fixture
def package(tmp_path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(build(APP_ID, tmp_path / "build" / "ot-botti.zip"))


def parsed(package: zipfile.ZipFile, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(package.read(name))
    return content


def schema(name: str) -> Draft7Validator:
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"not checked: the package against {name}, because that schema is not on this machine")
    # The schemas call themselves draft-04 but use `const`, which came with draft-06.
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def at(manifest: Any, key: str) -> Any:
    for part in re.findall(r"[^.\[\]]+", key):
        manifest = manifest[int(part)] if part.isdigit() else manifest[part]
    return manifest


def texts(package: zipfile.ZipFile, language: str) -> dict[str, str]:
    """The localised texts of a language by their keys; the default language's stand in the manifest."""
    keys = [key for key in parsed(package, "sv.json") if key != "$schema"]
    if language == "fi":
        manifest = parsed(package, "manifest.json")
        return {key: at(manifest, key) for key in keys}
    return {key: text for key, text in parsed(package, f"{language}.json").items() if key != "$schema"}


def test_the_manifest_is_valid_by_the_schema_of_its_version(package: zipfile.ZipFile) -> None:
    manifest = parsed(package, "manifest.json")
    validator = schema(f"MicrosoftTeams-{manifest['manifestVersion']}.schema.json")
    assert [mistake.message for mistake in validator.iter_errors(manifest)] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_language_file_is_valid_by_the_localisation_schema(package: zipfile.ZipFile, language: str) -> None:
    validator = schema("MicrosoftTeams.Localization-1.30.schema.json")
    content = parsed(package, f"{language}.json")
    assert [mistake.message for mistake in validator.iter_errors(content)] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_language_file_names_the_schema_version_of_the_manifest(package: zipfile.ZipFile, language: str) -> None:
    version = f"/v{parsed(package, 'manifest.json')['manifestVersion']}/"
    assert version in parsed(package, "manifest.json")["$schema"]
    assert version in parsed(package, f"{language}.json")["$schema"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_localised_key_points_at_a_text_of_the_manifest(package: zipfile.ZipFile, language: str) -> None:
    manifest = parsed(package, "manifest.json")
    for key in texts(package, language):
        assert isinstance(at(manifest, key), str), key


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_text_of_the_manifest_is_localised(package: zipfile.ZipFile, language: str) -> None:
    lists = parsed(package, "manifest.json")["bots"][0]["commandLists"]
    expected = {
        f"bots[0].commandLists[{i}].commands[{j}].{name}"
        for i, one in enumerate(lists)
        for j, _ in enumerate(one["commands"])
        for name in ("title", "description")
    }
    assert set(texts(package, language)) == expected | set(LONGEST)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_neither_empty_nor_longer_than_teams_shows(package: zipfile.ZipFile, language: str) -> None:
    for key, text in texts(package, language).items():
        assert 0 < len(text.strip()) <= LONGEST.get(key, 128), key


def test_there_are_at_most_ten_commands_in_a_scope_and_none_twice(package: zipfile.ZipFile) -> None:
    for one in parsed(package, "manifest.json")["bots"][0]["commandLists"]:
        titles = [command["title"] for command in one["commands"]]
        assert len(titles) == len(set(titles)) <= 10


def test_teams_is_told_that_the_bot_takes_files(package: zipfile.ZipFile) -> None:
    # Without it Teams offers no way to attach one; it hands them over in the personal chat only.
    bot = parsed(package, "manifest.json")["bots"][0]
    assert bot["supportsFiles"] is True and "personal" in bot["scopes"]


def test_every_scope_of_the_bot_has_one_command_list(package: zipfile.ZipFile) -> None:
    bot = parsed(package, "manifest.json")["bots"][0]
    listed = [scope for one in bot["commandLists"] for scope in one["scopes"]]
    assert sorted(listed) == sorted(bot["scopes"]) == ["personal", "team"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_is_a_word_that_the_bot_understands(package: zipfile.ZipFile, language: str) -> None:
    path = ROOT / "texts" / "locales" / f"{language}.ftl"
    if not path.exists():
        pytest.skip(f"not checked: the commands against the bot's words, because {path.name} is not there")
    lines = re.findall(r"(?m)^word-[a-z-]+ *= *(.+)$", path.read_text(encoding="utf-8"))
    words = {word.strip() for line in lines for word in line.split(",")}
    titles = {text for key, text in texts(package, language).items() if key.endswith("].title")}
    assert titles <= words


def test_the_app_id_stands_in_every_place_where_it_is_needed(package: zipfile.ZipFile) -> None:
    manifest = parsed(package, "manifest.json")
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP_ID
    assert b"${" not in package.read("manifest.json")


def test_the_package_holds_every_file_that_the_manifest_names_and_no_other(package: zipfile.ZipFile) -> None:
    manifest = parsed(package, "manifest.json")
    languages = [one["file"] for one in manifest["localizationInfo"]["additionalLanguages"]]
    assert sorted(package.namelist()) == sorted(["manifest.json", *languages, *manifest["icons"].values()])


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_an_icon_has_the_size_that_teams_asks_for(package: zipfile.ZipFile, name: str, size: int) -> None:
    content = package.read(name)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (size, size)


def test_the_same_source_makes_the_same_bytes(tmp_path: Path) -> None:
    first, second = build(APP_ID, tmp_path / "first.zip"), build(APP_ID, tmp_path / "second.zip")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("app_id", ["", "ot-botti", APP_ID[:-1], f"{APP_ID} ", "${MicrosoftAppId}"])
def test_an_app_id_that_is_no_guid_is_refused_in_a_sentence(tmp_path: Path, app_id: str) -> None:
    with pytest.raises(ValueError, match="has to be a GUID"):
        build(app_id, tmp_path / "ot-botti.zip")
    assert not (tmp_path / "ot-botti.zip").exists()
