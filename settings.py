"""The settings: what the environment says, typed and checked. Read by `app.py`, which hands the environment in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from domain.credentials import Expiring, read_expiring

ROOT = Path(__file__).parent
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
SMTP = re.compile(r"smtp://((?P<user>[^@:/\s]+)@)?(?P<host>[a-zA-Z0-9.-]+)(:(?P<port>\d{1,5}))?/?", re.ASCII)
MAIL_ADDRESS = re.compile(r"[^<>@\r\n]{0,80}<[^<>@\s]+@[a-z0-9.-]+>|[^<>@\s]+@[a-z0-9.-]+", re.IGNORECASE)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# The tenant of the playground's people (`playground/teams.py`): the home of local mode.
PLAYGROUND = "00000000-0000-4000-8000-0000000000aa"


class SettingError(Exception):
    """A setting is missing or wrong; the message says which and how to mend it."""


@dataclass(frozen=True)
class Mail:
    """The organisation's mail server; `sender` is what stands in From."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str


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
    guests: frozenset[str]
    metadata_url: str
    service_urls: tuple[str, ...]
    master_keys: str = field(repr=False)
    master_key_file: Path | None
    erasures: Path | None
    public_url: str
    public_page: bool
    mail: Mail | None
    sends_per_second: float
    sends_at_once: int
    expires: Expiring


def _rate(text: str) -> float:
    if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", text) and float(text):
        return float(text)
    raise SettingError(f"OT_CLOCK_RATE is {text!r}: a number such as 1 or 60 is needed.")


def _per_second(text: str) -> float:
    if re.fullmatch(r"\d{1,5}(\.\d{1,2})?", text) and 0.1 <= float(text) <= 10_000:
        return float(text)
    raise SettingError(f"OT_SENDS_PER_SECOND is {text!r}: a number from 0.1 to 10000, such as 20, is needed.")


def _at_once(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 500:
        return int(text)
    raise SettingError(f"OT_SENDS_AT_ONCE is {text!r}: a whole number from 1 to 500, such as 50, is needed.")


def _expires(text: str) -> Expiring:
    found = read_expiring(text)
    if found is None:
        raise SettingError(f"OT_EXPIRES is {text!r}: app-password=2026-12-01, tls=2027-01-15 or the like is needed.")
    return found


def _host(text: str, *, local: bool) -> str:
    if local and text not in ("", *LOOPBACK):
        raise SettingError(f"OT_HOST is {text!r}: local mode takes no tokens and binds to 127.0.0.1 only.")
    return text or ("127.0.0.1" if local else "0.0.0.0")  # noqa: S104


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise SettingError(f"OT_PORT is {text!r}: a whole number between 0 and 65535 is needed.")


def _guid(name: str, value: str) -> str:
    if value and not GUID.fullmatch(value):
        raise SettingError(f"{name} is {value!r}: a GUID from the app registration is needed.")
    return value.lower()


def _guests(text: str) -> frozenset[str]:
    listed = [one.strip() for one in text.split(",")] if text else []
    if not all(GUID.fullmatch(one) for one in listed):
        raise SettingError(f"OT_GUEST_TENANTS is {text!r}: GUIDs of tenants, with commas between, are needed.")
    return frozenset(one.lower() for one in listed)


def _is_web(url: str, *, local: bool) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = not parts.username and not parts.query and not parts.fragment and not re.search(r"\s", url)
    return plain and (
        (host in LOOPBACK and parts.scheme in ("http", "https"))
        or (not local and bool(host) and parts.scheme == "https")
    )


def _metadata(url: str) -> str:
    if url and not _is_web(url, local=False):
        raise SettingError(f"OT_OPENID_METADATA_URL is {url!r}: https://… or a loopback http://… is needed.")
    return url


def _service_urls(text: str) -> tuple[str, ...]:
    listed = tuple(one.strip() for one in text.split(",")) if text else ()
    if not all(_is_web(one, local=True) for one in listed):
        raise SettingError(f"OT_SERVICE_URLS is {text!r}: addresses such as http://127.0.0.1:3979/ are needed.")
    return listed


def _public_url(url: str, *, local: bool) -> str:
    # By itself: a path of its own would have to be known by every address on the page.
    if url and not (_is_web(url, local=False) and urlsplit(url).path in ("", "/")):
        raise SettingError(f"OT_PUBLIC_URL is {url!r}: an address such as https://ot.example.fi is needed.")
    if url and not local and urlsplit(url).scheme != "https":
        raise SettingError(f"OT_PUBLIC_URL is {url!r}: https://… is needed in production.")
    return url.rstrip("/")


def _public_page(text: str) -> bool:
    if text not in ("", "on", "off"):
        raise SettingError(f"OT_PUBLIC_PAGE is {text!r}: it is on or off.")
    return text != "off"


def _mail(environment: Mapping[str, str]) -> Mail | None:
    url, password, sender = (environment.get(f"OT_{name}", "") for name in ("SMTP_URL", "SMTP_PASSWORD", "MAIL_FROM"))
    if not url and (password or sender):
        raise SettingError("OT_SMTP_URL is missing: OT_SMTP_PASSWORD and OT_MAIL_FROM are of no use without it.")
    if not url:
        return None
    found = SMTP.fullmatch(url)
    if found is None:
        # Not quoted: it may have a password in it, which belongs elsewhere.
        expected = "smtp://user@host:587 is needed, and the password in OT_SMTP_PASSWORD"
        raise SettingError(f"OT_SMTP_URL is no such address: {expected}.")
    if not MAIL_ADDRESS.fullmatch(sender):
        raise SettingError(f"OT_MAIL_FROM is {sender!r}: an address such as OT-keskus <ot@example.fi> is needed.")
    if bool(found["user"]) != bool(password):
        raise SettingError("OT_SMTP_PASSWORD and the user in OT_SMTP_URL belong together: set both, or neither.")
    return Mail(found["host"], int(found["port"] or 587), found["user"] or "", password, sender)


PRETENDING = {
    "OT_NOW": "turns the clock",
    "OT_CLOCK_RATE": "turns the clock",
    "OT_OPENID_METADATA_URL": "changes whose tokens are believed",
    "OT_SERVICE_URLS": "changes where answers go",
}


def _production(environment: Mapping[str, str]) -> None:
    for name, what in PRETENDING.items():
        if environment.get(name):
            raise SettingError(f"{name} {what} and belongs to OT_MODE=local only: remove it.")
    for name in ("MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "OT_DATABASE_URL"):
        if not environment.get(name):
            raise SettingError(f"{name} is missing: production needs it. See README, 'Into a real tenant'.")
    if GUID.fullmatch(environment["MicrosoftAppPassword"]):
        raise SettingError("MicrosoftAppPassword is a GUID: the secret's value is needed, not its id.")


def check_door(settings: Settings) -> None:
    """What `serve` needs besides: in local mode, an app id asks for all that tokens are judged by."""
    needed = {"MicrosoftAppTenantId": settings.tenant, "OT_OPENID_METADATA_URL": settings.metadata_url}
    for name, value in needed.items():
        if settings.local and settings.app_id and not value:
            raise SettingError(f"{name} is missing: local mode with MicrosoftAppId takes tokens and needs it.")
    named = {"OT_OPENID_METADATA_URL": settings.metadata_url, "OT_SERVICE_URLS": settings.service_urls}
    for name, given in named.items():
        if given and not settings.app_id:
            raise SettingError(f"{name} is for local mode with MicrosoftAppId: set that too, or remove this.")


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
    # Blanks alone are nothing: a secret of three spaces is a missing one.
    environment = {name: value.strip() for name, value in environment.items()}
    mode = environment.get("OT_MODE") or "local"
    if mode not in ("local", "production"):
        raise SettingError(f"OT_MODE is {mode!r}: it is local or production.")
    if mode == "production":
        _production(environment)
    app_id = _guid("MicrosoftAppId", environment.get("MicrosoftAppId", ""))
    tenant = _guid("MicrosoftAppTenantId", environment.get("MicrosoftAppTenantId", ""))
    local, port = mode == "local", _port(environment.get("OT_PORT") or "3978")
    here = f"http://127.0.0.1:{port}" if local else ""
    return Settings(
        local=local,
        host=_host(environment.get("OT_HOST", ""), local=local),
        port=port,
        database_url=environment.get("OT_DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'ot-botti.db'}",
        content=ROOT / (environment.get("OT_CONTENT") or "content/keski-suomi"),
        start=environment.get("OT_NOW") or None,
        rate=_rate(environment.get("OT_CLOCK_RATE") or "1"),
        app_id=app_id,
        password=environment.get("MicrosoftAppPassword", ""),
        # With an app id of its own local mode has a tenant of its own: to guess it would let strangers in.
        tenant=tenant or ("" if app_id else PLAYGROUND),
        guests=_guests(environment.get("OT_GUEST_TENANTS", "")),
        metadata_url=_metadata(environment.get("OT_OPENID_METADATA_URL", "")),
        service_urls=_service_urls(environment.get("OT_SERVICE_URLS", "")),
        master_keys=environment.get("OT_MASTER_KEYS", ""),
        master_key_file=_key_file(environment),
        erasures=Path(environment["OT_ERASURES"]) if environment.get("OT_ERASURES") else None,
        public_url=_public_url(environment.get("OT_PUBLIC_URL", ""), local=local) or here,
        public_page=_public_page(environment.get("OT_PUBLIC_PAGE", "")),
        mail=_mail(environment),
        sends_per_second=_per_second(environment.get("OT_SENDS_PER_SECOND") or "20"),
        sends_at_once=_at_once(environment.get("OT_SENDS_AT_ONCE") or "50"),
        expires=_expires(environment.get("OT_EXPIRES", "")),
    )
