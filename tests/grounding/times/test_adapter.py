"""The bench adapter answers in the scorer's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.adapters.temporal import predict

if TYPE_CHECKING:
    from vedette import Reader


def test_prediction_form(reader: Reader) -> None:
    text = "Shells fell on 3 May 2019, and nobody came on Monday."
    (out,) = predict([{"id": "a", "text": text, "date": "2019-05-08", "title": None}], reader)
    assert out == {
        "id": "a",
        "timexes": [
            {"start": 15, "end": 25, "type": "DATE", "value": "2019-05-03"},
            {"start": 46, "end": 52, "type": "DATE", "value": "2019-05-06"},
        ],
    }
