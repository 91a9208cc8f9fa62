"""An e-mail as a report: its subject, its day, its text without header and signature."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from hashlib import sha256
from typing import TYPE_CHECKING

from vedette.errors import EmptyInput, NotText
from vedette.record.raw import Raw

if TYPE_CHECKING:
    from datetime import date
    from email.message import EmailMessage

_SIGNATURE = "\n-- \n"
"""What parts a text from its signature (RFC 3676, 4.3)."""
_PREFIXES = ("re:", "fw:", "fwd:")


def mail_report(data: bytes, source: str) -> Raw:
    """The report in an e-mail: its plain text, else its HTML; attachments are left. The sender is no outlet.

    Raises:
        EmptyInput: it has no text. NotText: its text is in an encoding that Python does not know.
    """
    message: EmailMessage = message_from_bytes(data, policy=default)
    body = message.get_body(("plain", "html"))
    try:
        text = str(body.get_content()) if body is not None else ""
    except LookupError as error:
        raise NotText(f"an e-mail in an encoding that is not known ({error}).", source) from error
    text = text.replace("\r\n", "\n").partition(_SIGNATURE)[0].strip()
    if not text:
        raise EmptyInput("an e-mail without text.", source, hint="Save its attachments and read those.")
    kind = "html" if body is not None and body.get_content_subtype() == "html" else "text"
    named = str(message["Message-ID"] or "").strip().strip("<>")
    return Raw(source, None, kind, text, sha256(data).hexdigest(), _subject(message), _day(message), id=named or None)


def _subject(message: EmailMessage) -> str | None:
    subject = " ".join(str(message["Subject"] or "").split())
    while subject.lower().startswith(_PREFIXES):
        subject = subject.partition(":")[2].strip()
    return subject or None


def _day(message: EmailMessage) -> date | None:
    """The day in the header; None where it has none, or one that cannot be read."""
    moment = getattr(message["Date"], "datetime", None)
    return moment.date() if moment is not None else None
