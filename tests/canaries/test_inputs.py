"""No input of any form takes an identity code, whatever it asks for."""

import pytest

from dialogs.fields import IDENTITY_CODE, Situation, read
from dialogs.forms import Field, Form, Kind
from tests.browser.samples import CONTENT, NOW
from tests.canaries.inputs import forms
from tests.domain.codes import code

ASKED = [(form, one) for form in forms() for one in form.fields()]
SPELLINGS = (code(), code().lower(), f"Lapsi {code(sign='A')} tuli.", " ".join(code()), f"{code()}@kunta.example")


def test_the_forms_of_announcements_and_feedback_are_among_them() -> None:
    assert {"session", "news", "newsletter", "feedback", *CONTENT.forms} <= {form.key for form, _ in ASKED}
    assert sum(one.kind is Kind.TEXT for _, one in ASKED) > 80


@pytest.mark.parametrize(("form", "asked"), ASKED, ids=[f"{form.key}.{one.key}" for form, one in ASKED])
def test_an_identity_code_is_refused_in_every_input_and_nothing_of_it_kept(form: Form, asked: Field) -> None:
    assert asked in form.fields()
    situation = Situation(NOW.date(), hosts=CONTENT.centre.link_hosts)
    for key in asked.keys:
        for spelled in SPELLINGS:
            kept, problems = read(asked, {key: spelled}, situation)
            assert problems[key] == IDENTITY_CODE and key not in kept
