"""What a source hands over: bytes or text, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Raw:
    """One report before it is cleaned.

    Attributes:
        source: the file name, or ``-`` for standard input.
        line: the line in that file, counted from 1, for JSON lines; None else.
        kind: ``text`` or ``html``.
        data: the decoded input.
        sha256: of the bytes as read, the receipt that ties a reading to its input.
        title, published, outlet, url, id: as the input gives them; None where it does not.
    """

    source: str
    line: int | None
    kind: str
    data: str
    sha256: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None
