"""Did it happen, and who says so: factuality and assertion status of an event."""

from vedette.coding.events.assertion.factuality import factuality
from vedette.coding.events.assertion.status import assess, saying_of

__all__ = ["assess", "factuality", "saying_of"]
