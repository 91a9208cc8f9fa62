"""Loads the shipped encoder once and reads many texts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import Tokenizer

from vedette.reading.encoder.cues import find
from vedette.reading.encoder.onnx import MODELS, VOCABULARY, OnnxBackend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vedette.record import Attributed


class Encoder:
    """MiniLM, fine-tuned by ``training.attribution`` (docs/model-attribution.md), in int8."""

    def __init__(self) -> None:
        self._tokenizer = plain(Tokenizer.from_file(str(MODELS / VOCABULARY)))
        self._backend = OnnxBackend()

    def attributions(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Attributed, ...]:
        """The attributions that it sees in the paragraphs of a text, given as characters, in the order of the cues."""
        return tuple(find(self._tokenizer, self._backend, text, paragraphs)) if paragraphs else ()


def plain(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer without the cutting and filling that its file asks for."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
