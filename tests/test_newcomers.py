"""What a newcomer adds, by writing only the files that `design.md` names, appears in the running service."""

import shutil
from pathlib import Path

import pytest

from playground import Client
from tests.e2e.walks import SINGLE, begin_dialog, fill, inputs_by_id, titles, walk_dialog, words_on
from tests.house import ROOT, read_sample_content, standing
from texts.locales import FOLDER, Texts

FIELD = """
[[steps.fields]]
key = "interpreter"
kind = "text"
label.fi = "Tarvitaanko tulkki ja millä kielellä?"
label.sv = "Behövs tolk, och på vilket språk?"
label.en = "Is an interpreter needed, and in which language?"
required = false

[[steps.fields]]
key = "matter"
"""

GROUP = """
[[groups]]
key = "joka-toinen"
code = "JT"
name.fi = "Joka toinen torstai -ryhmä"
name.sv = "Gruppen varannan torsdag"
name.en = "Every other Thursday group"
description.fi = "Ryhmä, jonka tulokas lisäsi."
description.sv = "En grupp som en nykomling lade till."
description.en = "A group that a newcomer added."
form = "joka-toinen"
languages = ["fi"]

[groups.meetings]
rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
since = 2022-09-29
start = 09:00:00
end = 10:00:00
deadline_days = 2

[[groups]]
key = "haastavat-erot"
"""

FORM = """
title.fi = "Joka toinen torstai"

[[steps]]
key = "matter"
title.fi = "Mistä on kyse?"

[[steps.fields]]
key = "words"
kind = "text"
lines = "many"
label.fi = "Kerro omin sanoin"

[[steps.fields]]
key = "meeting"
kind = "choice"
options_from = "meetings"
label.fi = "Mikä kokous sopii?"
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample content, to be written into."""
    return Path(shutil.copytree(ROOT / "content" / "keski-suomi", tmp_path / "content"))


def put(path: Path, before: str, text: str) -> None:
    """Write `text`, which ends in `before`, in the place of the first `before`."""
    source = path.read_text(encoding="utf-8")
    assert before in source
    path.write_text(source.replace(before, text.lstrip("\n"), 1), encoding="utf-8")


async def test_a_field_is_added_in_one_file(content: Path, sqlite_url: str) -> None:
    put(content / "forms" / "haastavat-erot.toml", '[[steps.fields]]\nkey = "matter"\n', FIELD)
    async with standing(sqlite_url, read_sample_content(content)) as house:
        worker = await house.person(1)
        dialog = await begin_dialog(worker)
        asked = inputs_by_id(dialog.card)["interpreter"]
        assert asked["label"] == "Tarvitaanko tulkki ja millä kielellä? (vapaaehtoinen)"
        answers = SINGLE | {"matter": {**SINGLE["matter"], "interpreter": "Kyllä, arabia."}}
        await walk_dialog(dialog, answers=answers)
        assert "Kyllä, arabia." in words_on(dialog.card)


async def test_a_group_is_added_in_two_files(content: Path, sqlite_url: str) -> None:
    put(content / "centre.toml", '[[groups]]\nkey = "haastavat-erot"\n', GROUP)
    (content / "forms" / "joka-toinen.toml").write_text(FORM, encoding="utf-8")
    async with standing(sqlite_url, read_sample_content(content)) as house:
        worker = await house.person(1)
        dialog = await begin_dialog(worker, group=0)
        offered = [one["value"] for one in inputs_by_id(dialog.card)["meeting"]["choices"]]
        assert offered == ["2022-09-29", "2022-10-13", "2022-10-27"]
        typed = fill(dialog.card, {"words": "Yleinen kysymys.", "meeting": "2022-10-13"})
        await dialog.submit("Seuraava", typed)
        assert titles(dialog.card).count("Lähetä") == 1
        await dialog.submit("Lähetä")
        assert "JT-2022-0001" in words_on(dialog.card)


async def test_a_form_that_lacks_the_readers_language_is_shown_whole_in_the_groups_own_and_says_so(
    content: Path, sqlite_url: str
) -> None:
    put(content / "centre.toml", '[[groups]]\nkey = "haastavat-erot"\n', GROUP)
    (content / "forms" / "joka-toinen.toml").write_text(FORM, encoding="utf-8")
    async with standing(sqlite_url, read_sample_content(content)) as house:
        reader = await house.person(1, locale="sv-FI")
        await reader.say("konsultation")
        choose = [one for one in Client.actions_of(reader.card_of(reader.last)) if one.get("verb") == "ask-group"]
        await reader.execute(reader.last, choose[0])
        dialog = await reader.open(reader.last, "Fyll i blanketten")
        assert "Mistä on kyse?" in words_on(dialog.card)
        assert "Seuraava" in titles(dialog.card)
        assert "Nästa" not in titles(dialog.card)
        assert house.desk.speech("sv").say("form-other-language") in words_on(dialog.card)


async def test_a_language_is_added_in_one_file(tmp_path: Path, sqlite_url: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "locales"))
    finnish = (folder / "fi.ftl").read_text(encoding="utf-8")
    new = finnish.replace("language-name = suomi", "language-name = davvisámegiella")
    new = new.replace("home-title = Hei, tässä on OT-botti", "home-title = Bures, dát lea OT-botti")
    (folder / "se.ftl").write_text(new.replace("word-own = omat", "word-own = mu ohcamat"), encoding="utf-8")
    async with standing(sqlite_url, texts=Texts(folder)) as house:
        reader = await house.person(1, locale="se-FI")
        assert "Bures, dát lea OT-botti" in words_on(reader.card_of(reader.last))
        await reader.say("Mu ohcamat")
        assert "Omat pyynnöt" in words_on(reader.card_of(reader.last))
        await reader.say("asetukset")
        assert "davvisámegiella" in words_on(reader.card_of(reader.last))
