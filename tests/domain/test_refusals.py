"""A refusal carries the key of its sentence and what fills it."""

from domain.refusals import Refused


def test_a_refusal_names_its_sentence_and_what_fills_it() -> None:
    refused = Refused("refused-already-taken", name="Sihteeri", count=2)
    assert refused.key == "refused-already-taken"
    assert dict(refused.values) == {"name": "Sihteeri", "count": 2}


def test_a_refusal_reads_as_its_key_and_never_as_its_values() -> None:
    assert str(Refused("refused-already-taken", name="Sihteeri")) == "refused-already-taken"
