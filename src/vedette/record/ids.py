"""Ids are hashes of content: the same input gives the same ids on every machine, in any order."""

from __future__ import annotations

from hashlib import sha256

import msgspec

PREFIXES = {
    "report": "rep", "statement": "sta", "event": "evt", "commitment": "com", "when": "tim", "place": "pla",
    "doubt": "dou", "line": "lin", "occurrence": "occ", "origin": "ori", "contradiction": "con", "incident": "inc",
    "response": "res",
}  # fmt: skip


def record_id(kind: str, *content: object) -> str:
    """An id such as ``evt-3f9a0c1b2d4e5f60``: the kind, and 64 bits of SHA-256 over the canonical JSON of the content.

    Args:
        kind: a key of ``PREFIXES``.
        content: what makes the record this one and no other: for records of a report its id, the anchor's offsets and
            the type. Not what a later version may read differently (confidence, resolved names).
    """
    payload = msgspec.json.encode([kind, *content], order="deterministic")
    return f"{PREFIXES[kind]}-{sha256(payload).hexdigest()[:16]}"
