"""How many identity codes are found however they are spelled, and how often an ordinary sentence is taken amiss."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from domain.identity_codes import cut_out, identity_codes
from domain.sensitive import Likely, findings
from tests.domain.codes import codes, spellings
from tests.domain.sentences import sentences
from tests.house import read_sample_content

ALLOWED = 0.005


@dataclass
class Found:
    """Every spelling of every code, within a sentence."""

    codes: int = 0
    spellings: int = 0
    found: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass
class Alarms:
    """Ordinary sentences, those of them that seem to hold a code, and those that are asked about."""

    sentences: int = 0
    taken_for_codes: int = 0
    asked_about: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def look_for(sought: Iterable[str]) -> Found:
    """Whether each of these codes is found, whole, and nothing of it stays when it is cut out."""
    figures = Found()
    for code in sought:
        made = list(spellings(code))
        lost = [one for one in made if not _is_found(one)]
        figures.codes += 1
        figures.spellings += len(made)
        figures.found += len(made) - len(lost)
        figures.problems += [f"not found, or not whole: {one!r}" for one in lost]
    return figures


def _is_found(one: str) -> bool:
    text = f"Lapsi ({one}) oireilee."
    return identity_codes(text) == [(7, 7 + len(one))] and cut_out(text) == "Lapsi ([…]) oireilee."


def listen_to_sentences() -> Alarms:
    """What is made of sentences in which there is nothing to find."""
    names = read_sample_content().names
    figures = Alarms()
    kinds = Counter[str]()
    for one in sentences():
        figures.sentences += 1
        figures.taken_for_codes += bool(identity_codes(one))
        here = {found.kind.value for found in findings(one, names)}
        figures.asked_about += bool(here)
        kinds.update(here)
    figures.kinds = {kind.value: kinds[kind.value] for kind in Likely}
    if figures.taken_for_codes >= ALLOWED * figures.sentences:
        figures.problems.append("too many ordinary sentences are taken for identity codes")
    return figures


def figures() -> list[tuple[str, dict[str, object], list[str]]]:
    """Both, with a name for each."""
    found, alarms = look_for(codes()), listen_to_sentences()
    told = asdict(alarms) | {"kinds": ", ".join(f"{kind} {count}" for kind, count in alarms.kinds.items())}
    return [("identity codes", asdict(found), found.problems), ("false alarms", told, alarms.problems)]
