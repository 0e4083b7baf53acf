"""The master keys, which wrap every data key: from a file or from the environment, all readable, the first writing."""

import base64
import binascii
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
VERSION = b"\x01"
ID = re.compile(r"[A-Za-z0-9._-]{1,32}")


class KeyMistake(Exception):
    """The master keys cannot be used; the message is one sentence that says which and how to mend it."""


class Tampered(Exception):
    """What was sealed is not what was sealed there: another row, another column, another key, or changed bytes."""


def seal(key: bytes, place: str, plain: bytes) -> bytes:
    """Encrypt with AES-256-GCM for exactly this place: version, nonce, ciphertext."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def unseal(key: bytes, place: str, sealed: bytes) -> bytes:
    """What was sealed with this key for this place. Raises Tampered for anything else."""
    nonce, rest = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if not sealed.startswith(VERSION) or len(nonce) < NONCE_BYTES:
        raise Tampered(place)
    try:
        return AESGCM(key).decrypt(nonce, rest, place.encode())
    except InvalidTag as wrong:
        raise Tampered(place) from wrong


@dataclass(frozen=True)
class Keyring:
    """Master keys by id; the first writes. `source` names the setting that they came from."""

    masters: Mapping[str, bytes] = field(repr=False)
    source: str

    @property
    def writing(self) -> str:
        """The id of the master key that wraps what is new."""
        return next(iter(self.masters))

    def wrap(self, key_id: str, key: bytes) -> tuple[str, bytes]:
        """A data key under the writing master key: that master's id, and the wrapped bytes."""
        return self.writing, seal(self.masters[self.writing], _place(key_id, self.writing), key)

    def unwrap(self, key_id: str, master: str, wrapped: bytes) -> bytes:
        """The data key. Raises KeyMistake where its master key is not here, Tampered where it is another."""
        if master not in self.masters:
            lacking = f"The database was written with the master key {master}, which {self.source} does not hold"
            raise KeyMistake(f"{lacking}: add it there.")
        return unseal(self.masters[master], _place(key_id, master), wrapped)


def _place(key_id: str, master: str) -> str:
    return f"data_keys|{key_id}|wrapped|{master}"


def _key(source: str, key_id: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as mistake:
        raise KeyMistake(
            f"{source}: the key {key_id} is not written in base64; `app.py keys new` makes one."
        ) from mistake
    if len(key) != KEY_BYTES:
        made = f"{len(key)} bytes long and must be {KEY_BYTES}"
        raise KeyMistake(f"{source}: the key {key_id} is {made}; `app.py keys new` makes one.")
    return key


def _keyring(source: str, pairs: Iterable[tuple[str, str]]) -> Keyring:
    masters: dict[str, bytes] = {}
    for key_id, text in pairs:
        # What does not look like an id may be a key that slipped: it is not repeated.
        if not ID.fullmatch(key_id):
            raise KeyMistake(f"{source}: a key needs an id before it; `app.py keys new` makes a whole line.")
        if key_id in masters:
            raise KeyMistake(f"{source}: two keys have the id {key_id}; each needs its own.")
        masters[key_id] = _key(source, key_id, text)
    if not masters:
        raise KeyMistake(f"{source} holds no key; `app.py keys new` makes one.")
    return Keyring(masters, source)


def read_keys(text: str) -> Keyring:
    """The keys of OT_MASTER_KEYS, `id:base64,id:base64`. Raises KeyMistake."""
    parts = [one.strip().partition(":") for one in text.split(",") if one.strip()]
    return _keyring("OT_MASTER_KEYS", [(key_id, key) for key_id, _, key in parts])


def read_key_file(path: Path) -> Keyring:
    """The keys of OT_MASTER_KEY_FILE, a line `id base64` each; `#` begins a comment. Raises KeyMistake."""
    source = f"OT_MASTER_KEY_FILE ({path})"
    try:
        # A group may read it, as secrets are mounted in containers; everybody may not.
        if path.stat().st_mode & 0o007:
            raise KeyMistake(f"{source} can be read by everybody on this machine: chmod 600 it.")
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError) as mistake:
        why = mistake.strerror if isinstance(mistake, OSError) else "not a text of keys"
        raise KeyMistake(f"{source} cannot be read ({why}).") from mistake
    words = [one for line in lines if (one := line.partition("#")[0].split(None, 1))]
    return _keyring(source, [(key_id, "".join(key).strip()) for key_id, *key in words])


def new_line(today: date) -> str:
    """A new master key, as a line of the key file; its id is the day and a few random letters."""
    key = base64.b64encode(os.urandom(KEY_BYTES)).decode()
    return f"{today.isoformat()}-{secrets.token_hex(2)} {key}"


def make_key_file(path: Path, today: date) -> None:
    """A key file with one new key, unless there is one. Raises KeyMistake where none can be written."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch(mode=0o600, exist_ok=False)
        fresh.write_text(f"{new_line(today)}\n", encoding="ascii")
        # Linked and not renamed: of two that start at once, the first one's key stays.
        path.hardlink_to(fresh)
    except OSError as mistake:
        if not path.is_file():
            why = f"No key file can be made at {path} ({mistake.strerror})"
            raise KeyMistake(f"{why}: set OT_MASTER_KEY_FILE.") from mistake
    finally:
        with suppress(OSError):
            fresh.unlink()
