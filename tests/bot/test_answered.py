"""What the Connector's refusals mean."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.answered import Gone, Throttled, raise_for


def throttled(status: int, **headers: str) -> Throttled:
    with pytest.raises(Throttled) as raised:
        raise_for(status, {name.replace("_", "-"): value for name, value in headers.items()}, {})
    return raised.value


@pytest.mark.parametrize(
    ("status", "whole"),
    [(401, True), (429, True), (412, False), (500, False), (502, False), (503, False), (504, False)],
)
def test_a_tenant_waits_as_a_whole_only_for_what_is_about_all_of_it(status: int, whole: bool) -> None:
    assert throttled(status).whole is whole


@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirection_is_tried_again(status: int) -> None:
    assert not throttled(status).whole


@pytest.mark.parametrize("told", ["", "soon", "Wed, 99 Foo 2026 07:28:00 GMT", "-"])
def test_what_cannot_be_read_is_a_short_wait(told: str) -> None:
    assert throttled(429, Retry_After=told).wait == 5


def test_a_date_is_waited_for_by_the_clock_of_who_names_it_or_else_by_ours() -> None:
    told, date = "Wed, 21 Oct 2015 07:28:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"
    assert throttled(503, Retry_After=told, Date=date).wait == 30
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 85 < throttled(503, Retry_After=soon).wait <= 91
    assert throttled(503, Retry_After=told).wait == 0


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (403, "BotNotInConversationRoster", "not-installed"),
        (403, "MessageWritesBlocked", "blocked"),
        (403, "", "blocked"),
        (404, "ConversationNotFound", "left"),
        (404, "ActivityNotFoundInConversation", "message-gone"),
        (413, "MessageSizeTooBig", "too-large"),
        (400, "BotNotInConversationRoster", "refused"),
        (405, "", "refused"),
    ],
)
@pytest.mark.parametrize("body", [True, False])
def test_why_it_is_over_has_a_key(status: int, code: str, reason: str, body: bool) -> None:
    with pytest.raises(Gone) as gone:
        raise_for(status, {}, {"error": {"code": code}} if body or code else {"error": "x"})
    assert gone.value.reason == reason
    assert str(gone.value) == f"status {status}"
