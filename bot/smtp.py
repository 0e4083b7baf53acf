"""Hands mails to the organisation's mail server. Encrypted, unless that server is this machine itself."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum

SECONDS = 20.0
# The most answers for which one mail waits: from the connection, over encryption and login, to the mail's own.
ANSWERS = 12


@dataclass(frozen=True)
class Relay:
    """The mail server: where it is, and as whom mail is handed to it. `sender` is what stands in From."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    encrypted: bool = True


class Handed(StrEnum):
    """What became of a mail."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"


def hand_over(relay: Relay, message: EmailMessage, trusted: ssl.SSLContext | None = None) -> Handed:
    """Hand one mail to the server; blocks for up to `SECONDS` for each of `ANSWERS`, so never on the event loop.

    Without STARTTLS nothing is handed to a server on another machine: its answer is then `LATER`, until that is mended.
    """
    try:
        with smtplib.SMTP(relay.host, relay.port, timeout=SECONDS) as server:
            _open(server, relay, trusted)
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        return _judged(max(code for code, _ in refused.recipients.values()))
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as refused:
        return _judged(refused.smtp_code)
    except (smtplib.SMTPException, OSError):
        return Handed.LATER
    return Handed.SENT


def _open(server: smtplib.SMTP, relay: Relay, trusted: ssl.SSLContext | None) -> None:
    if relay.encrypted:
        server.starttls(context=trusted or ssl.create_default_context())
    if relay.user:
        server.login(relay.user, relay.password)


def _judged(code: int) -> Handed:
    # 5xx is for good; all else is the server's passing trouble.
    return Handed.REFUSED if 500 <= code < 600 else Handed.LATER
