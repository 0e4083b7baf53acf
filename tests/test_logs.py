"""Whatever is logged, and by whomever: only what is listed comes out."""

import ast
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from logs import EVENTS, FIELDS, LARGEST, configure
from tests.house import ROOT
from tests.test_shape import sources

CANARY = "Kanarjalinna"
CODE = "131052-308t"
# As little as a name in small letters, as a code in digits, as a whole sentence.
SECRETS = (
    CANARY,
    CANARY.lower(),
    CODE,
    CODE.upper(),
    f"{CANARY} muutti Kuopioon.",
    131052308123,
    [CANARY],
    {"a": CANARY},
)
GOOD: dict[str, Any] = {
    "count": 3,
    "fence": 2,
    "delivery": "0123456789abcdef0123456789abcdef",
    "error": "ValueError from KeyError",
    "grant": "0123456789abcdef0123456789abcdef",
    "group": "haastavat-erot",
    "head": "0123456789abcdef" * 4,
    "host": "127.0.0.1",
    "kept": 2,
    "kind": "arrived",
    "library": "aiohttp.server",
    "local": True,
    "moment": "2022-09-20T05:00:00+00:00",
    "person": "11111111-2222-4333-8444-555555555555",
    "port": 3978,
    "reference": "0123abcd",
    "role": "secretary",
    "seq": 17,
    "status": 403,
    "where": "bot/teams.py:12 on_turn, json/decoder.py:3 <lambda>",
    "why": "status 403",
    "wished": "2022-09-20T08:00:00.5Z",
    "worker": "outbox",
}
# These have room for a single word: a class has any name, and so have a group and a kind of notice.
WORDS = frozenset({"error", "group", "kind"})


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """Where the log goes."""
    stream = io.StringIO()
    configure(stream)
    yield stream
    structlog.reset_defaults()


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    """What was logged."""
    return [json.loads(one) for one in out.getvalue().splitlines()]


def test_what_is_listed_is_logged_as_it_is(out: io.StringIO) -> None:
    structlog.get_logger().info("serving", **GOOD)
    [line] = lines(out)
    assert {name: line[name] for name in GOOD} == GOOD
    assert (line["event"], line["level"]) == ("serving", "info")
    assert line["timestamp"] and "dropped" not in line
    assert set(GOOD) == set(FIELDS)


@pytest.mark.parametrize("secret", SECRETS, ids=str)
@pytest.mark.parametrize("name", [*FIELDS, "answer", "exc_info", "stack_info", "_record", "positional_args"])
def test_what_is_not_of_its_shape_is_left_out_and_counted(out: io.StringIO, name: str, secret: object) -> None:
    if name in WORDS and secret in (CANARY, CANARY.lower()):
        return
    structlog.get_logger().info("serving", **{name: secret})
    assert CANARY.lower() not in out.getvalue().lower() and CODE not in out.getvalue().lower()
    assert lines(out)[0].get("dropped") == (None if name == "exc_info" else 1)


@pytest.mark.parametrize("event", [CANARY, CANARY.lower(), f"serving {CANARY}", f"serving\n{CANARY}", ""])
def test_an_event_that_is_not_listed_has_no_words(out: io.StringIO, event: str) -> None:
    structlog.get_logger().info(event)
    structlog.get_logger().info("serving %s", CANARY)
    assert [(one["event"], one["dropped"]) for one in lines(out)] == [("not listed", 1)] * 2
    assert CANARY.lower() not in out.getvalue().lower()


def test_what_was_bound_before_is_judged_as_well(out: io.StringIO) -> None:
    structlog.get_logger().bind(name=CANARY, count=1).warning("serving")
    assert (lines(out)[0]["dropped"], lines(out)[0]["count"]) == (1, 1)
    assert CANARY not in out.getvalue()


def test_an_exception_that_is_logged_has_its_kind_and_its_place(out: io.StringIO) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        structlog.get_logger().exception("turn failed", reference="0123abcd")
    [line] = lines(out)
    assert (line["error"], line["reference"]) == ("ValueError", "0123abcd")
    assert line["where"].startswith("tests/test_logs.py:") and "dropped" not in line
    assert CANARY not in out.getvalue()


def test_nothing_is_said_of_what_is_nothing(out: io.StringIO) -> None:
    structlog.get_logger().info("role ended", group=None, role="")
    assert set(lines(out)[0]) == {"event", "level", "timestamp"}


@pytest.mark.parametrize("value", [LARGEST, -LARGEST, True, 1.5, "3"])
def test_a_count_is_a_whole_number_of_ordinary_size(out: io.StringIO, value: object) -> None:
    structlog.get_logger().info("serving", count=value)
    assert "count" not in lines(out)[0]


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                on = node.func.value
                if isinstance(on, ast.Name) and on.id == "log":
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _events(call: ast.Call) -> list[ast.expr]:
    # `log.log` has its level first.
    return call.args[1:] if isinstance(call.func, ast.Attribute) and call.func.attr == "log" else call.args


def test_every_event_in_the_code_is_a_constant_that_is_listed_and_every_listed_one_is_there() -> None:
    found: dict[str, str] = {}
    for where, call in _calls():
        [event] = _events(call)
        assert isinstance(event, ast.Constant), where
        found[str(event.value)] = where
    assert {name: where for name, where in found.items() if name not in EVENTS} == {}
    assert EVENTS - set(found) == set()


def test_every_field_in_the_code_is_listed() -> None:
    assert {
        where: one.arg for where, call in _calls() for one in call.keywords if one.arg and one.arg not in FIELDS
    } == {}


LEAKS = {
    "a library": "logging.getLogger('aiohttp.server').error('failed for %s', SECRET)",
    "a library with an error": "logging.getLogger('asyncio').error(SECRET, exc_info=ValueError(SECRET))",
    "a library that fails to log": "logging.getLogger('sqlalchemy').error('%d %d', SECRET)",
    "the root logger": "logging.error(SECRET)",
    "a logger with extra values": "logging.getLogger('msal').warning('x', extra={'name_of_person': SECRET})",
    "a logger of that name": "logging.getLogger(SECRET + ' x').warning('x')",
    "a warning": "warnings.warn(SECRET, UserWarning)",
    "a task that nobody awaits": "asyncio.run(forgotten())",
    "a callback that breaks": "asyncio.run(broken_callback())",
    "a thread": "threading.Thread(target=fail).start()",
    "a destructor": "Broken()",
    "nobody": "fail()",
    "nobody, with causes": "exec('try:\\n fail()\\nexcept ValueError as e:\\n raise KeyError(SECRET) from e')",
    "a group of errors": "raise ExceptionGroup(SECRET, [ValueError(SECRET)])",
    "a note": "e = ValueError(SECRET); e.add_note(SECRET); raise e",
}
SCRIPT = """
import asyncio, gc, logging, sys, threading, warnings
from logs import configure, guard
guard()
configure(sys.stderr)
SECRET = "".join(map(chr, {secret}))
def fail(*_): raise ValueError(SECRET)
async def failing(): fail()
async def forgotten():
    task = asyncio.ensure_future(failing())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
async def broken_callback():
    asyncio.get_running_loop().call_soon(fail)
    await asyncio.sleep(0.01)
class Broken:
    def __del__(self): fail()
{leak}
"""


@pytest.mark.parametrize("leak", LEAKS)
def test_no_other_way_out_of_the_process_has_words(leak: str) -> None:
    script = SCRIPT.format(secret=[ord(one) for one in CANARY], leak=LEAKS[leak])
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, text=True)
    logged = [json.loads(line) for line in done.stderr.splitlines()]
    assert [one["event"] for one in logged] in (["library said something"], ["uncaught"])
    assert CANARY.lower() not in (done.stderr + done.stdout).lower()
