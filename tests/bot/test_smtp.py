"""Mails are handed to a real server, encrypted, or not at all."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.smtp import Handed, Relay, hand_over
from tests.settings import free_port


class Box:
    """Takes mails, or says no with `refusal`."""

    def __init__(self, refusal: str = "") -> None:
        self.refusal, self.mails = refusal, list[bytes]()

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:  # noqa: N802
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(envelope.content)
        return "250 OK"


@contextmanager
def server(box: Box, **how: Any) -> Iterator[int]:
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, **how)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, which nobody trusts unless told to."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    now, names = datetime.now(UTC), x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
    made = made.add_extension(names, critical=False).add_extension(x509.BasicConstraints(True, None), critical=True)
    signed = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = tmp_path / "here.pem"
    file.write_bytes(signed + key.private_bytes(serialization.Encoding.PEM, *plain))
    return file


def a_mail() -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Terve", "ot@example.fi", "vieras@example.org"
    message.set_content("Hyvää päivää.")
    return message


def relay(port: int, *, encrypted: bool = False, user: str = "", password: str = "") -> Relay:
    return Relay("127.0.0.1", port, "ot@example.fi", user, password, encrypted)


def test_a_mail_is_handed_to_this_machines_own_server() -> None:
    box = Box()
    with server(box) as port:
        assert hand_over(relay(port), a_mail()) is Handed.SENT
    assert len(box.mails) == 1 and b"Subject: Terve" in box.mails[0]


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        ("450 busy", Handed.LATER),
        ("452 full", Handed.LATER),
        ("550 nobody", Handed.REFUSED),
        ("553 no", Handed.REFUSED),
    ],
)
def test_what_the_server_says_no_to_is_tried_again_or_ends(refusal: str, expected: Handed) -> None:
    box = Box(refusal)
    with server(box) as port:
        assert hand_over(relay(port), a_mail()) is expected
    assert box.mails == []


def test_where_nobody_answers_it_is_tried_again() -> None:
    assert hand_over(relay(free_port()), a_mail()) is Handed.LATER


def test_without_encryption_another_machine_gets_nothing() -> None:
    box = Box()
    with server(box) as port:
        assert hand_over(relay(port, encrypted=True), a_mail()) is Handed.LATER
    assert box.mails == []


def test_a_server_that_nobody_vouches_for_gets_nothing(certificate: Path) -> None:
    box, own = Box(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.load_cert_chain(certificate)
    with server(box, tls_context=own, require_starttls=True) as port:
        assert hand_over(relay(port, encrypted=True), a_mail()) is Handed.LATER
        assert box.mails == []
        trusted = ssl.create_default_context(cafile=str(certificate))
        assert hand_over(relay(port, encrypted=True), a_mail(), trusted) is Handed.SENT
    assert len(box.mails) == 1


def test_it_signs_in_where_the_server_asks_for_it(certificate: Path) -> None:
    def known(_: Any, __: Any, ___: Any, ____: Any, given: LoginPassword) -> AuthResult:
        return AuthResult(success=(given.login, given.password) == (b"ot", b"hunter2"), handled=False)

    box, own = Box(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.load_cert_chain(certificate)
    trusted = ssl.create_default_context(cafile=str(certificate))
    with server(box, tls_context=own, require_starttls=True, authenticator=known, auth_required=True) as port:
        wrong, right = (relay(port, encrypted=True, user="ot", password=one) for one in ("wrong", "hunter2"))
        assert hand_over(wrong, a_mail(), trusted) is Handed.LATER
        assert hand_over(right, a_mail(), trusted) is Handed.SENT
    assert len(box.mails) == 1


def test_a_password_is_not_shown() -> None:
    assert "hunter2" not in repr(relay(1, user="ot", password="hunter2"))
