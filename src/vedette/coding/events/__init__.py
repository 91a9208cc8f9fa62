"""Who did what to whom, and did it happen."""

from vedette.coding.events.coder import EventCoder

__all__ = ["EventCoder"]
