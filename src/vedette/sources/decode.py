"""Bytes to text: the encodings that news comes in, and what is no text at all."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from vedette.errors import NotText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MOSTLY_ASCII = 0.9
"""Above this share of ASCII bytes an 8-bit file is Windows-1252, the default of the web (WHATWG Encoding)."""
_HINT = "Convert it to UTF-8 text and try again."


def decode(data: bytes, source: str, line: int | None = None) -> str:
    """The text of ``data``: UTF-8, or as its byte order mark says, or UTF-16 by its pattern, or an 8-bit encoding.

    Raises:
        NotText: it is binary, or in an encoding that cannot be told.
    """
    try:
        text = data.decode(_encoding(data, source, line))
    except UnicodeError as error:
        raise NotText(f"not text in a known encoding ({error}).", source, line, _HINT) from error
    if "\0" in text:
        raise NotText(f"a NUL character at offset {text.index(chr(0))}: binary data.", source, line, _HINT)
    return text


def _encoding(data: bytes, source: str, line: int | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _utf16(data) or "utf-8"
    found = _utf16(data)
    if found:
        return found
    head = data[:_SAMPLE]
    if b"\0" in head or _controls(head) > 0.02:
        raise NotText("binary data, not text.", source, line, _HINT)
    if sum(b < 128 for b in head) >= _MOSTLY_ASCII * len(head):
        return "cp1252" if _decodes(data, "cp1252") else "latin-1"
    best = from_bytes(head).best()
    if best is None:
        raise NotText("not text in a known encoding.", source, line, _HINT)
    return best.encoding


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: English text in it has a NUL for every second byte."""
    head = data[:_SAMPLE]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None


def _controls(head: bytes) -> float:
    return sum(b < 32 and b not in b"\t\n\r\f\x1b" for b in head) / max(1, len(head))


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
