"""Secrets and certificates that expire: what the administrators call them, and on which day each does."""

import re
from collections.abc import Mapping
from datetime import date

# The name stands in a job's id, beside the rule and the day.
ENTRY = re.compile(r"([a-z0-9][a-z0-9-]{0,59})\s*=\s*(\d{4}-\d{2}-\d{2})", re.ASCII)
Expiring = Mapping[str, date]


def read_expiring(text: str) -> Expiring | None:
    """Read such as `app-password=2026-12-01, tls=2027-01-15`; None where it is no such list, or names one twice."""
    listed = [ENTRY.fullmatch(one.strip()) for one in text.split(",")] if text else []
    found = [one.groups() for one in listed if one]
    try:
        expiring = {name: date.fromisoformat(day) for name, day in found}
    except ValueError:
        return None
    return expiring if len(expiring) == len(listed) else None
