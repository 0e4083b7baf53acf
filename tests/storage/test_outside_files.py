"""What the centre writes for people of other organisations."""

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from storage.content import read_content
from storage.outside_files import OutsideTable
from storage.toml_files import ContentError
from tests.house import ROOT, read_sample_content

WRITTEN = {"who": {"fi": "Kuka vain."}, "steps": {"fi": ["Ensin.", "Sitten."]}}


def test_it_becomes_the_way_in_from_outside() -> None:
    outside = OutsideTable.model_validate(WRITTEN).fact()
    assert (outside.who, outside.steps, outside.secure_mail) == (
        {"fi": "Kuka vain."},
        {"fi": ["Ensin.", "Sitten."]},
        "",
    )


@pytest.mark.parametrize("wrong", [{"steps": {"fi": []}}, {"who": {}}, {"secure_mail": "http://x.fi/"}, {"form": "x"}])
def test_what_is_missing_or_unknown_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OutsideTable.model_validate(WRITTEN | wrong)


def test_the_sample_content_tells_it_in_all_languages_in_as_many_steps() -> None:
    outside = read_sample_content().centre.outside
    assert outside and set(outside.who) == set(outside.steps) == {"fi", "sv", "en"}
    assert len({len(steps) for steps in outside.steps.values()}) == 1


def test_its_address_leads_to_a_listed_host_only(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "content" / "keski-suomi", tmp_path / "content"))
    centre = folder / "centre.toml"
    text = centre.read_text(encoding="utf-8")
    centre.write_text(
        text.replace("[outside]\n", '[outside]\nsecure_mail = "https://example.com/"\n'), encoding="utf-8"
    )
    with pytest.raises(ContentError, match=r"outside\.secure_mail"):
        read_content(folder)
