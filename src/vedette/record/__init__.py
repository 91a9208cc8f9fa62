"""The nouns of Vedette: frozen, slotted, typed; each with the spans that show it."""

from vedette.record.commitment import Commitment, Consequence, Demand, Inferred, Protected, Trigger, Weakness
from vedette.record.dossier import (
    Contradiction,
    Declaration,
    Dossier,
    Incident,
    Judgement,
    Located,
    Occurrence,
    Origin,
    Response,
    SlotMatch,
    Status,
    Telling,
)
from vedette.record.event import Event, Magnitude
from vedette.record.grounding import Actor, Border, Grounding, Place, PlaceCandidate, When
from vedette.record.ids import record_id
from vedette.record.lookup import Lookup
from vedette.record.parsed import Attributed, Entity, Mention, Parsed, Quotation, Sentence, Token
from vedette.record.reading import Doubt, Reading
from vedette.record.report import Published, Report, Zone
from vedette.record.serialise import from_json, to_builtins, to_json
from vedette.record.span import Span, hull, with_spans
from vedette.record.statement import Link, Statement
from vedette.record.walk import spans_of

__all__ = [
    "Actor",
    "Attributed",
    "Border",
    "Commitment",
    "Consequence",
    "Contradiction",
    "Declaration",
    "Demand",
    "Dossier",
    "Doubt",
    "Entity",
    "Event",
    "Grounding",
    "Incident",
    "Inferred",
    "Judgement",
    "Link",
    "Located",
    "Lookup",
    "Magnitude",
    "Mention",
    "Occurrence",
    "Origin",
    "Parsed",
    "Place",
    "PlaceCandidate",
    "Protected",
    "Published",
    "Quotation",
    "Reading",
    "Report",
    "Response",
    "Sentence",
    "SlotMatch",
    "Span",
    "Statement",
    "Status",
    "Telling",
    "Token",
    "Trigger",
    "Weakness",
    "When",
    "Zone",
    "from_json",
    "hull",
    "record_id",
    "spans_of",
    "to_builtins",
    "to_json",
    "with_spans",
]
