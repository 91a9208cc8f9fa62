"""Who did what to whom, and did it happen."""

from vedette.coding.events.coder import EventCoder
from vedette.coding.events.days import with_day
from vedette.coding.events.opponents import with_opponents
from vedette.coding.events.pledged import with_pledges

__all__ = ["EventCoder", "with_day", "with_opponents", "with_pledges"]
