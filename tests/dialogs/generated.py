"""Forms and answers at random: any form that the content could have, and whatever could be sent to it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from dialogs.fields import Situation
from dialogs.forms import OTHER, Check, Condition, Field, Form, Kind, Option, Rule, Step
from domain.person_names import Names

TODAY = date(2022, 9, 20)
MEETINGS = ["2022-10-13", "2022-11-10"]
LABEL = {"fi": "Nimi"}
VALUES = ["a", "b", "c"]
SOME = st.sampled_from(VALUES)
HOSTS = ("teams.microsoft.com", "*.kunta.example")
SOURCES = {"meetings": MEETINGS, "topics": ["info", "nepsy"], "teams": ["19:a@thread.tacv2", "19:b@thread.tacv2"]}

# An identity code, and what may point at a person.
LOOSE = ("Lapsi 131052-308T", "131052\u2013308t", "Soita 040 123 4567", "a@kunta.fi", "Matti ja Liisa", "ABC-123")
TIMES = ("25:00", "08:15", "8.15", "٠٨:١٥")
LINKS = ("https://evil.example/", "https://teams.microsoft.com@evil.example/", "a@b, c")
NAMES = Names(first=frozenset(["matti", "liisa"]))

situations = st.sampled_from(
    [
        Situation(TODAY, SOURCES, hosts=HOSTS),
        Situation(TODAY, {}, hosts=HOSTS),
        Situation(TODAY, hosts=HOSTS, now=datetime(2022, 9, 20, 7, tzinfo=ZoneInfo("Europe/Helsinki"))),
        Situation(TODAY, {}, NAMES, hosts=HOSTS),
    ]
)

# Whatever JSON can hold, and some of what it cannot.
scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**4000),
    st.floats(),
    st.text(max_size=20),
    st.text(st.characters(categories=["Cc", "Cs", "Cf", "Zs", "Nd"]), max_size=20),
    st.just("x" * 100_000),
    st.just("9" * 6000),
    st.sampled_from(
        [
            *LOOSE,
            *TIMES,
            *LINKS,
            "true",
            "false",
            "a,b",
            "a, other",
            ",,",
            "other",
            "today",
            "2022-09-31",
            "-1",
            "1e3",
            "٣",
            "é" * 9,
        ]
    ),
)
garbage = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def options(values: Sequence[str] = VALUES) -> list[Option]:
    """Options with these values."""
    return [Option(value, LABEL) for value in values]


@st.composite
def fields(draw: st.DrawFn, key: str) -> Field:
    """A field of any kind."""
    kind = draw(st.sampled_from(list(Kind)))
    given: dict[str, Any] = {"key": key, "kind": kind, "label": LABEL, "required": draw(st.booleans())}
    if kind is Kind.TEXT:
        given["lines"] = draw(st.sampled_from(["one", "many"]))
        given["format"] = draw(st.sampled_from([None, None, "email", "phone", "link", "addresses"]))
        given["max_length"] = draw(st.sampled_from([40, 200]))
    elif kind in (Kind.CHOICE, Kind.CHOICES) and draw(st.booleans()):
        given["options_from"] = draw(st.sampled_from(sorted(SOURCES)))
    elif kind in (Kind.CHOICE, Kind.CHOICES):
        given["options"], given["other"] = options(), draw(st.booleans())
    elif kind is Kind.NUMBER:
        given["min"], given["max"] = draw(st.sampled_from([(None, None), (1, None), (None, 20), (1, 20)]))
    elif kind is Kind.DAY:
        given["min"], given["max"] = draw(st.sampled_from([(None, None), ("today", None), ("2022-01-01", "today")]))
    return Field(**given)


@st.composite
def conditions(draw: st.DrawFn, earlier: Sequence[Field]) -> list[Condition]:
    """Conditions on what earlier steps have asked."""
    askable = [one for one in earlier if one.values]
    if not askable or draw(st.booleans()):
        return []
    chosen = draw(st.lists(st.sampled_from(askable), min_size=1, max_size=2))
    return [
        Condition(one.key, draw(st.frozensets(st.sampled_from(sorted(one.values or ())), min_size=1))) for one in chosen
    ]


@st.composite
def checks(draw: st.DrawFn, own: Sequence[Field]) -> list[Check]:
    """Rules over the fields of one step, where it has such fields."""
    of = {kind: [one.key for one in own if one.kind is kind] for kind in (Kind.DAY, Kind.TIME, Kind.TEXT)}
    days, times, texts = of.values()
    able = [Check(Rule.IN_ORDER, times[:2])] if len(times) > 1 else []
    able += [Check(rule, (days[0], times[0])) for rule in (Rule.SHOWN, Rule.AHEAD)] if days and times else []
    able += [Check(Rule.ANY, texts)] if len(texts) > 1 else []
    return draw(st.lists(st.sampled_from(able), unique_by=lambda one: one.rule)) if able else []


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """A form of a few steps."""
    steps: list[Step] = []
    asked: list[Field] = []
    for number in range(draw(st.integers(1, 5))):
        when = draw(conditions(asked))
        own = [draw(fields(f"f{number}_{which}")) for which in range(draw(st.integers(1, 3)))]
        steps.append(Step(f"s{number}", LABEL, own, when=when, checks=draw(checks(own))))
        asked += own
    return Form("form", LABEL, steps, languages=("fi",))


WELL_FORMED = {
    "email": "etu.suku@kunta.example",
    "phone": "040 123 4567",
    "link": "https://teams.microsoft.com/l/1",
    "addresses": "a@kunta.example\nb@kunta.example",
}


def good(asked: Field, situation: Situation) -> st.SearchStrategy[dict[str, Any]]:
    """What a person sends who fills in this field as it is meant."""
    key = asked.key
    if asked.kind is Kind.TEXT:
        return st.just({key: WELL_FORMED.get(asked.format or "", "Kyllä")})
    if asked.kind is Kind.TIME:
        # Later for each field, so that they are in order.
        return st.just({key: f"{8 + int(key[-1:].replace('t', '0')):02}:15"})
    if asked.kind is Kind.DAY:
        return st.just({key: "2022-09-20"})
    if asked.kind is Kind.NUMBER:
        return st.integers(1, 20).map(lambda number: {key: str(number)})
    if asked.kind is Kind.TOGGLE:
        return st.sampled_from([{key: "true"}, {key: "false"}])
    if asked.kind is Kind.ACKNOWLEDGEMENT:
        return st.just({key: "true"})
    return _chosen(asked, [one for one in situation.options(asked) if one != OTHER])


def _chosen(asked: Field, values: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    if not values:
        return st.just({})
    if asked.kind is Kind.CHOICE:
        plain = st.sampled_from(values).map(lambda one: {asked.key: one})
        other = {asked.key: OTHER, asked.other_key: "Muuta"}
    else:
        plain = st.sets(st.sampled_from(values), min_size=1).map(lambda some: {asked.key: ",".join(sorted(some))})
        other = {asked.key: f"{values[0]},{OTHER}", asked.other_key: "Muuta"}
    return plain | st.just(other) if asked.other else plain


@st.composite
def typed(draw: st.DrawFn, step: Step, situation: Situation, careful: bool = False) -> dict[str, Any]:
    """What is sent from a step: all of it good, or some of it left out or wrong."""
    sent: dict[str, Any] = {}
    for one in step.fields:
        way = "good" if careful else draw(st.sampled_from(["good", "good", "good", "nothing", "garbage"]))
        if way == "good":
            sent |= draw(good(one, situation))
        elif way == "garbage":
            sent |= {key: draw(garbage) for key in one.keys}
    return sent
