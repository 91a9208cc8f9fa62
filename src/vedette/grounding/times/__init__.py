"""Temporal expressions → TIMEX3 values and intervals."""

from vedette.grounding.times.resolver import TimeResolver

__all__ = ["TimeResolver"]
