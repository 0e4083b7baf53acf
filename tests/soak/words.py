"""How many identity codes are found however they are spelled, and how often an ordinary sentence is taken amiss."""

from collections import Counter
from collections.abc import Iterable

from domain.identity_codes import cut_out, identity_codes
from domain.sensitive import Likely, findings
from tests.domain.codes import codes, spellings
from tests.domain.sentences import sentences
from tests.figures import Figures
from tests.house import read_sample_content

ALLOWED = 0.005


def look_for(sought: Iterable[str]) -> Figures:
    """Whether each of these codes is found, whole, and nothing of it stays when it is cut out."""
    figures = Figures("codes", "spellings", "found")
    for code in sought:
        made = list(spellings(code))
        lost = [one for one in made if not _is_found(one)]
        figures["codes"] += 1
        figures["spellings"] += len(made)
        figures["found"] += len(made) - len(lost)
        figures.problems += [f"not found, or not whole: {one!r}" for one in lost]
    return figures


def _is_found(one: str) -> bool:
    text = f"Lapsi ({one}) oireilee."
    return identity_codes(text) == [(7, 7 + len(one))] and cut_out(text) == "Lapsi ([…]) oireilee."


def listen_to_sentences() -> Figures:
    """What is made of sentences in which there is nothing to find."""
    names = read_sample_content().names
    figures = Figures("sentences", "taken_for_codes", "asked_about")
    kinds = Counter[str]()
    for one in sentences():
        figures["sentences"] += 1
        figures["taken_for_codes"] += bool(identity_codes(one))
        here = {found.kind.value for found in findings(one, names)}
        figures["asked_about"] += bool(here)
        kinds.update(here)
    figures |= {kind.value: kinds[kind.value] for kind in Likely}
    if figures["taken_for_codes"] >= ALLOWED * figures["sentences"]:
        figures.problems.append("too many ordinary sentences are taken for identity codes")
    return figures


def figures() -> list[tuple[str, Figures]]:
    """Both, with a name for each."""
    return [("identity codes", look_for(codes())), ("false alarms", listen_to_sentences())]
