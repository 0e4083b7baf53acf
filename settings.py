"""The settings: what the environment says, typed and checked. Read by `app.py`, which hands the environment in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# The playground's, so that there is always a home tenant.
LOCAL_TENANT = "00000000-0000-4000-8000-0000000000aa"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class SettingError(Exception):
    """A setting is missing or wrong; the message says which and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Everything that the environment says, typed."""

    local: bool
    host: str
    port: int
    database_url: str
    content: Path
    start: str | None
    rate: float
    app_id: str
    password: str
    tenant: str
    master_keys: str = field(repr=False)
    master_key_file: Path | None


def _rate(text: str) -> float:
    if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", text) and float(text):
        return float(text)
    raise SettingError(f"OT_CLOCK_RATE is {text!r}: a number such as 1 or 60 is needed.")


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise SettingError(f"OT_PORT is {text!r}: a whole number between 0 and 65535 is needed.")


def _production(environment: Mapping[str, str]) -> None:
    for name in ("OT_NOW", "OT_CLOCK_RATE"):
        if environment.get(name):
            raise SettingError(f"{name} turns the clock and belongs to OT_MODE=local only: remove it.")
    for name in ("MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "OT_DATABASE_URL"):
        if not environment.get(name):
            raise SettingError(f"{name} is missing: production needs it. See README, 'Into a real tenant'.")
    for name in ("MicrosoftAppId", "MicrosoftAppTenantId"):
        if not GUID.fullmatch(environment[name]):
            raise SettingError(f"{name} is {environment[name]!r}: a GUID from the app registration is needed.")


def _key_file(environment: Mapping[str, str]) -> Path | None:
    named, given = environment.get("OT_MASTER_KEY_FILE"), environment.get("OT_MASTER_KEYS")
    if named and given:
        raise SettingError("OT_MASTER_KEY_FILE and OT_MASTER_KEYS are both set: only one of them can hold the keys.")
    if not named and not given and environment.get("OT_MODE") == "production":
        made = "`OT_MODE=local python app.py keys new` makes a key"
        raise SettingError(f"OT_MASTER_KEY_FILE is missing: production needs it, or OT_MASTER_KEYS; {made}.")
    return Path(named) if named else None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings, or a SettingError with one sentence that helps."""
    mode = environment.get("OT_MODE") or "local"
    if mode not in ("local", "production"):
        raise SettingError(f"OT_MODE is {mode!r}: it is local or production.")
    if mode == "production":
        _production(environment)
    host = environment.get("OT_HOST") or ("127.0.0.1" if mode == "local" else "0.0.0.0")  # noqa: S104
    if mode == "local" and host not in LOOPBACK:
        raise SettingError(f"OT_HOST is {host!r}: local mode takes no tokens and binds to 127.0.0.1 only.")
    content = Path(environment.get("OT_CONTENT") or "content/keski-suomi")
    return Settings(
        local=mode == "local",
        host=host,
        port=_port(environment.get("OT_PORT") or "3978"),
        database_url=environment.get("OT_DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'ot-botti.db'}",
        content=content if content.is_absolute() else ROOT / content,
        start=environment.get("OT_NOW") or None,
        rate=_rate(environment.get("OT_CLOCK_RATE") or "1"),
        app_id=environment.get("MicrosoftAppId", ""),
        password=environment.get("MicrosoftAppPassword", ""),
        tenant=environment.get("MicrosoftAppTenantId") or LOCAL_TENANT,
        master_keys=environment.get("OT_MASTER_KEYS", ""),
        master_key_file=_key_file(environment),
    )
