"""Did it happen, and who says so: factuality and assertion status of an event."""

from vedette.coding.events.assertion.factuality import factuality
from vedette.coding.events.assertion.status import assess

__all__ = ["assess", "factuality"]
