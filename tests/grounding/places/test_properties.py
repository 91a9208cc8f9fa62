from __future__ import annotations

import math
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read

WORDS = st.sampled_from(
    ["Iran", "Iran's", "the", "The", "border", "areas", "of", "with", "between", "Syria", "Turkey", "Syrian", "-",
     "Paris", ",", "Texas", "Ky.", "KY", "northern", "north-east", "30", "km", "miles", "northwest", "from", "near",
     "Galwan", "Valley", "Jordan", "Mr", "said", "U.S.-led", "(", ")", "[", "]", "\n", "’s", "County", "Polk", "and",
     "counties", "Lake", "St.", "Petersburg", "Côte", "d'Ivoire", "Łódź", "São", "Paulo", "北京", "\x00", "CHARLESTON",
     "—", '"', "“", "”", "Al-Tanf", "al-Tanf", "Strait", "Hormuz"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_records_hold_together(read: Callable[[str], Read], words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    found = read(text)
    for place in found.places:
        assert text[place.span.start : place.span.end] == place.span.quote
        assert 0 <= place.confidence <= 1
        assert 1 <= place.precision <= 7
        assert sum(c.probability for c in place.candidates) <= 1 + 1e-9
        for c in place.candidates:
            assert -90 <= c.lat <= 90
            assert -180 <= c.lon <= 180
            assert (c.lat, c.lon) != (0, 0)
            assert math.isfinite(c.radius_km)
        if place.border is not None:
            assert math.isfinite(place.border.km)
            assert place.border.km >= 0
            assert place.border.uncertainty_km > 0
    for doubt in found.doubts:
        assert all(text[s.start : s.end] == s.quote for s in doubt.spans)
    assert len({(p.span.start, p.span.end) for p in found.places}) == len(found.places)
    assert list(found.places) == sorted(found.places, key=lambda p: (p.span.start, -p.span.end))
