"""Named tests on a match of the grammar, as the rules ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.times.guards_dates import DATE_GUARDS
from vedette.grounding.times.guards_spans import SPAN_GUARDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.times.scene import Scene

GUARDS: dict[str, Callable[[Scene], bool]] = DATE_GUARDS | SPAN_GUARDS
