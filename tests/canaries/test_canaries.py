"""What people write is found where they may read it, and nowhere else. All faults: `python -m tests.soak`."""

import asyncio
from base64 import b64encode
from pathlib import Path

import pytest

from playground import Teams
from tests.canaries.canaries import ANNOUNCED, CODE, NAME, PHRASE, SIGNATURE, TEXT, found_in
from tests.canaries.inputs import DEAF, places
from tests.canaries.places import AT_REST, PLACES
from tests.canaries.play import Figures, play
from tests.canaries.stage import Stage
from tests.canaries.troubles import TROUBLES
from tests.soak.service import Service

HERE = ("nothing", "connector 403", "handler bug", "broken rows", "kill -9")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    """What came of one run, for all that is asked about it."""
    return asyncio.run(play(tmp_path_factory.mktemp("canaries"), HERE))


def test_enough_was_written_and_read_and_went_wrong_to_judge_by(figures: Figures) -> None:
    assert set(TROUBLES) >= set(HERE)
    assert figures.unread == set()
    assert figures.writings > 500 and figures.notices > 5 and figures.failures > 5
    assert set(figures.hits) == {*PLACES, *AT_REST}


def test_every_input_of_the_service_was_written_into_and_its_words_taken(figures: Figures) -> None:
    assert sorted(places() - figures.reached - set(DEAF)) == []
    assert sorted(set(DEAF) - places()) == []
    assert len(places()) > 140 and figures.codes > 5


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_was_written_is_found_outside_the_database(figures: Figures, place: str) -> None:
    assert figures.hits[place] == set()


def test_nothing_that_was_written_is_found_at_rest(figures: Figures) -> None:
    assert {place: figures.hits[place] for place in AT_REST if figures.hits[place]} == {}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.upper().encode(),
        f'{{"a":"{NAME}"}}'.encode(),
        NAME.encode("utf-16-le"),
        PHRASE.encode("utf-16-be"),
        CODE.lower().encode(),
        *(b64encode(b"x" * shift + TEXT.encode()) for shift in range(3)),
        b64encode(f'{{"name":"{SIGNATURE}"}}'.encode()),
    ],
)
def test_a_canary_is_found_in_whatever_spelling(data: bytes) -> None:
    assert found_in(b"..." + data + b"...")


@pytest.mark.parametrize("written", ["ABCD-EFGH-JKLM-NPQR", "koodi=abcdefghjklmnpqr", ANNOUNCED])
async def test_a_claim_code_is_found_wherever_it_lies_and_what_is_announced_in_the_log(
    tmp_path: Path, written: str
) -> None:
    service = Service(tmp_path)
    stage = Stage(service, Teams(service.url), tmp_path, codes={"ABCD-EFGH-JKLM-NPQR"})
    assert await PLACES["log"](stage) == []
    (tmp_path / "service.log").write_text(f"... {written} ...", encoding="utf-8")
    assert await PLACES["log"](stage)
    assert bool(await PLACES["other files"](stage)) == (written != ANNOUNCED)


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert found_in(readme.read_bytes()) == []
