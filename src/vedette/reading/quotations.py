"""Text between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.record import Quotation

if TYPE_CHECKING:
    from vedette.record import Report

_PAIRS = re.compile(r"“([^“”]{1,4000})”|\"([^\"]{1,4000})\"|‘([^‘’]{1,400})’(?!\w)")


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The quotations of a report, in the order of the text."""
    out = []
    for match in _PAIRS.finditer(report.text):
        inner = next(g for g in (1, 2, 3) if match.group(g))
        words = len(match.group(inner).split())
        span = report.span(*match.span())
        out.append(Quotation(span, report.span(*match.span(inner)), "direct" if words > 3 else "scare"))
    return tuple(out)
