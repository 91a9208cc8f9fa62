from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text
from vedette.coding.events.policing import police_acts

if TYPE_CHECKING:
    from vedette import Reader


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("police shot dead two rioters in the old town.", {"kill", "any"}),
        ("six people died in police firing near the mill.", {"kill", "force", "any"}),
        ("police fired tear gas at the crowd.", {"force", "any"}),
        ("forty-seven men were arrested after the clash.", {"arrest", "any"}),
        ("the police did nothing while shops burned.", {"fail"}),
        ("police searched the hostel and seized knives.", {"any"}),
        ("the minister spoke of the harvest.", set()),
        ("nobody was arrested.", set()),
        ("the singer died of a cardiac arrest.", set()),
        ("had he been detained, the march would have failed.", set()),
    ],
)
def test_police_acts(reader: Reader, text: str, kinds: set[str]) -> None:
    found = {a.kind for a in police_acts(reader.parser.parse(report_from_text(text)))}
    assert found >= kinds if kinds else not found
