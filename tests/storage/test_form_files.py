"""A form's file becomes the form that it describes, or says where it is wrong."""

from typing import Any

import pytest
from pydantic import ValidationError

from dialogs.forms import Compartment, Kind
from storage.form_files import FieldTable, FormFile

FI = {"fi": "Teksti"}


def field(**more: Any) -> dict[str, Any]:
    return {"key": "words", "kind": "text", "label": FI} | more


def form(*fields: dict[str, Any], **step: Any) -> dict[str, Any]:
    return {"title": FI, "steps": [{"key": "one", "title": FI, "fields": list(fields or [field()])} | step]}


def wrong(given: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as told:
        FormFile.model_validate(given)
    return ".".join(str(part) for part in told.value.errors()[0]["loc"])


def test_a_field_without_more_is_required_short_and_part_of_the_case() -> None:
    one = FieldTable.model_validate(field()).fact()
    assert (one.kind, one.required, one.compartment, one.max_length) == (Kind.TEXT, True, Compartment.CASE, 200)


def test_many_lines_are_longer_unless_the_file_says_otherwise() -> None:
    assert FieldTable.model_validate(field(lines="many")).fact().max_length == 2000
    assert FieldTable.model_validate(field(lines="many", max_length=1200)).fact().max_length == 1200


def test_options_conditions_and_what_a_step_shows_come_through() -> None:
    options = [{"value": "yes", "label": FI}, {"value": "no", "label": FI}]
    given = form(field(kind="choice", options=options, other=True, compartment="requester", prefill=True))
    given["steps"].append(
        {"key": "two", "title": FI, "fields": [field(key="more")], "shows": "emergency"}
        | {"when": [{"field": "words", "in": ["yes"]}]}
    )
    first, second = FormFile.model_validate(given).fact("keys").steps
    assert [one.value for one in first.fields[0].options] == ["yes", "no"]
    assert (first.fields[0].other, first.fields[0].prefill) == (True, True)
    assert first.fields[0].compartment is Compartment.REQUESTER
    assert second.shows == "emergency"
    assert second.asked({"words": "yes"}) and not second.asked({"words": "no"})


@pytest.mark.parametrize(("given", "kept"), [(3, 3), ("today", "today"), ("2022-09-20", "2022-09-20"), (None, None)])
def test_a_bound_is_a_number_or_a_day(given: object, kept: object) -> None:
    assert FieldTable.model_validate(field(kind="day", min=given)).fact().min == kept


def test_a_day_that_toml_reads_as_a_date_is_kept_as_a_day() -> None:
    from datetime import date

    assert FieldTable.model_validate(field(kind="day", max=date(2022, 9, 20))).fact().max == "2022-09-20"


def test_the_languages_of_a_form_are_those_that_all_of_its_texts_have() -> None:
    both = {"fi": "Teksti", "sv": "Text"}
    given = form(field(label=both)) | {"title": both}
    given["steps"][0]["title"] = both
    assert FormFile.model_validate(given).fact("x").languages == ["fi", "sv"]
    given["steps"][0]["fields"][0]["hint"] = FI
    assert FormFile.model_validate(given).fact("x").languages == ["fi"]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (form(field(key="Words")), "steps.0.fields.0.key"),
        (form(field(key="a.other")), "steps.0.fields.0.key"),
        (form(field(kind="texts")), "steps.0.fields.0.kind"),
        (form(field(max_length=0)), "steps.0.fields.0.max_length"),
        (form(field(max_length=4001)), "steps.0.fields.0.max_length"),
        (form(field(format="url")), "steps.0.fields.0.format"),
        (form(field(options_from="people")), "steps.0.fields.0.options_from"),
        (form(field(compartment="secret")), "steps.0.fields.0.compartment"),
        (form(field(tittle=FI)), "steps.0.fields.0.tittle"),
        (form(*[field(key=f"f{number}") for number in range(7)]), "steps.0.fields"),
        (form() | {"steps": []}, "steps"),
        (form(shows="weather"), "steps.0.shows"),
        (form(when=[{"field": "words", "in": []}]), "steps.0.when.0.in"),
        (form(key="Two words"), "steps.0.key"),
        ({"steps": form()["steps"]}, "title"),
    ],
)
def test_a_mistake_is_found_where_it_stands(given: dict[str, Any], place: str) -> None:
    assert wrong(given) == place
