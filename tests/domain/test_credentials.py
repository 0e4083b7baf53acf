"""What expires, as the administrators write it."""

from datetime import date

import pytest

from domain.credentials import read_expiring


def test_each_name_has_its_day() -> None:
    found = read_expiring("app-password=2026-12-01, tls = 2027-01-15")
    assert found == {"app-password": date(2026, 12, 1), "tls": date(2027, 1, 15)}


def test_nothing_said_is_nothing_that_expires() -> None:
    assert read_expiring("") == {}


@pytest.mark.parametrize(
    "text",
    [
        "tls",
        "tls=soon",
        "tls=2027-02-30",
        "tls=20270115",
        "TLS=2027-01-15",
        "a|b=2027-01-15",
        "=2027-01-15",
        "tls=2027-01-15,",
        "tls=2027-01-15,tls=2027-01-16",
        f"{'a' * 61}=2027-01-15",
    ],
)
def test_what_is_no_such_list_is_not_half_read(text: str) -> None:
    assert read_expiring(text) is None
