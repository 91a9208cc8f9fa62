"""What form an input has, told by its first bytes or its first lines."""

from __future__ import annotations

import re

import msgspec

from vedette.errors import NotText

_DOCUMENTS = (
    (b"%PDF-", "a PDF", "Take its text out first: pdftotext FILE.pdf - | vedette read -"),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or save it as plain text."),
    (b"\xd0\xcf\x11\xe0", "an office document", "Save it as plain text."),
    (b"{\\rtf", "a rich text document", "Save it as plain text."),
    (b"\x1f\x8b", "compressed", "Unpack it first: gzip -dc FILE | vedette read -"),
    (b"SQLite format 3\0", "a database", "A store of Vedette's is opened with: vedette dossier --store FILE"),
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?: |\t|$)")
_MAIL = {"from", "date", "subject"}
_HTML = ("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<?xml")


def refuse_documents(data: bytes, source: str) -> None:
    """Refuses a file of a kind that holds text only for another program.

    Raises:
        NotText: it is one; the hint says how to get at the text.
    """
    for start, name, hint in _DOCUMENTS:
        if data.startswith(start):
            raise NotText(f"{name}, not text.", source, hint=hint)


def looks_like_html(text: str) -> bool:
    """Whether a text opens as a web page does."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(_HTML) and "<" in head[1:]


def looks_like_mail(text: str) -> bool:
    """Whether a text opens with the header of an e-mail: sender, day and subject, and nothing that is no header."""
    names = set()
    for line in text.lstrip("\ufeff").splitlines()[:200]:
        if not line.strip():
            break
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not (names and line[0] in " \t"):
            return False
    return names >= _MAIL


def opens_as_object(data: bytes) -> bool:
    """Whether the first line is a JSON object, as in JSON lines."""
    first = data.lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and isinstance(json_of(first), dict)


def json_of(data: bytes) -> object:
    """The JSON value in ``data``; None where it is none."""
    try:
        value: object = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return value
