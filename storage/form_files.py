"""The shape of a form's file, checked key by key, and the form that it becomes."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dialogs import forms
from storage.shapes import File, Key, Text


class OptionTable(File):
    """`[[steps.fields.options]]`."""

    value: Key
    label: Text


class FieldTable(File):
    """`[[steps.fields]]`."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: forms.Kind
    label: Text
    hint: Text = Field(default_factory=dict)
    error: Text = Field(default_factory=dict)
    required: bool = True
    compartment: forms.Compartment = forms.Compartment.CASE
    lines: Literal["one", "many"] = "one"
    max_length: Annotated[int, Field(ge=1, le=4000)] | None = None
    format: Literal["email", "phone", "link", "addresses"] | None = None
    options: list[OptionTable] = []
    options_from: Literal["meetings", "topics", "teams", "channels", "languages"] | None = None
    other: bool = False
    style: Literal["buttons", "list"] = "buttons"
    min: int | str | date | None = None
    max: int | str | date | None = None
    prefill: bool = False
    keep_days: Annotated[int, Field(ge=1, le=1826)] | None = None

    def fact(self) -> forms.Field:
        """The field."""
        length = self.max_length or (2000 if self.lines == "many" else 200)
        options = [forms.Option(one.value, one.label) for one in self.options]
        given = self.model_dump(exclude={"options", "max_length", "min", "max"})
        return forms.Field(**given, max_length=length, options=options, min=_bound(self.min), max=_bound(self.max))


def _bound(bound: int | str | date | None) -> int | str | None:
    return bound.isoformat() if isinstance(bound, date) else bound


class ConditionTable(File):
    """One entry of a step's `when`."""

    field: str
    values: Annotated[list[str], Field(alias="in", min_length=1)]


class CheckTable(File):
    """One entry of a step's `checks`."""

    rule: forms.Rule
    fields: Annotated[list[str], Field(min_length=2)]


class StepTable(File):
    """`[[steps]]`."""

    key: Key
    title: Text
    text: Text = Field(default_factory=dict)
    shows: Literal["emergency"] | None = None
    when: list[ConditionTable] = []
    checks: list[CheckTable] = []
    fields: Annotated[list[FieldTable], Field(min_length=1, max_length=6)]

    def fact(self) -> forms.Step:
        """The step."""
        conditions = [forms.Condition(one.field, frozenset(one.values)) for one in self.when]
        asked = [one.fact() for one in self.fields]
        checks = [forms.Check(one.rule, tuple(one.fields)) for one in self.checks]
        return forms.Step(self.key, self.title, asked, self.text, self.shows, conditions, checks)


class FormFile(File):
    """`forms/<key>.toml`."""

    title: Text
    intro: Text = Field(default_factory=dict)
    steps: Annotated[list[StepTable], Field(min_length=1)]

    def fact(self, key: str) -> forms.Form:
        """The form; its languages are those that all of its texts have."""
        steps = [one.fact() for one in self.steps]
        form = forms.Form(key, self.title, steps, self.intro)
        languages = [code for code in self.title if not forms.untranslated(form, code)]
        return forms.Form(key, self.title, steps, self.intro, languages)
