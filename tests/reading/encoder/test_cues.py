"""What the windows' probabilities become: words, parts, cues, with a network that is told what to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from vedette.reading.encoder.cues import find
from vedette.reading.encoder.encoder import Encoder, plain
from vedette.reading.encoder.onnx import MODELS, VOCABULARY
from vedette.reading.encoder.pieces import paragraphs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vedette.record import Attributed

TOKENIZER = plain(Tokenizer.from_file(str(MODELS / VOCABULARY)))
HIDDEN = 4


class Told:
    """A network that takes set words for cue, source and content."""

    def __init__(self, cue: set[str], source: set[str], content: set[str]) -> None:
        self.words = [[int(TOKENIZER.token_to_id(w) or 0) for w in part] for part in (cue, source, content)]
        self.ids: NDArray[np.int64] = np.zeros((0, 0), np.int64)

    def encode(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        on = np.isin(ids, self.words[0])
        sure = np.zeros((*ids.shape, 3), np.float32)
        sure[..., 0], sure[..., 1] = 1 - 0.9 * on, 0.9 * on
        states = np.repeat(ids[..., None], HIDDEN, -1).astype(np.float32)
        return states, sure

    def roles(
        self, states: NDArray[np.float32], cue: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        ids = states[..., 0].astype(np.int64)
        sure = np.stack([np.isin(ids, part) * 0.8 for part in self.words[1:]], -1).astype(np.float32)
        return sure, np.zeros((len(states), 9), np.float32)


def seen(text: str, cue: set[str], source: set[str], content: set[str]) -> list[Attributed]:
    return find(TOKENIZER, Told(cue, source, content), text, paragraphs(text))


def test_words_become_parts() -> None:
    text = "The army said the bridge is down."
    (found,) = seen(text, {"said"}, {"the", "army"}, {"bridge", "is", "down"})
    assert text[slice(*found.cue)] == "said"
    assert text[slice(*found.content[0])] == "bridge is down"
    assert text[slice(*found.source[0])] == "The army"
    assert 0.79 < found.content_sure < 0.81


def test_a_small_gap_is_closed_and_a_lone_word_dropped() -> None:
    text = "down they said that the bridge and the road went away"
    (found,) = seen(text, {"said"}, {"they"}, {"down", "bridge", "and", "road", "away"})
    assert [text[a:b] for a, b in found.content] == ["bridge and the road went away"]


def test_no_content_is_no_attribution() -> None:
    assert seen("They said so.", {"said"}, {"they"}, set()) == []
    assert seen("", {"said"}, set(), set()) == []


def test_every_window_gives_its_cues_once() -> None:
    text = "The army said the bridge is down. " * 200
    found = seen(text, {"said"}, {"army"}, {"bridge", "is", "down"})
    assert len(found) == len({f.cue for f in found}) == 200


def test_the_shipped_network_reads_a_plain_sentence() -> None:
    text = "The harbour master said that two boats were missing."
    found = max(Encoder().attributions(text, paragraphs(text)), key=lambda f: f.cue_sure)
    assert text[slice(*found.cue)] == "said"
    assert [text[a:b] for a, b in found.source] == ["The harbour master"]
    assert [text[a:b].rstrip(".") for a, b in found.content] == ["that two boats were missing"]
    assert found.cue_sure > 0.9


def test_the_same_text_gives_the_same_numbers() -> None:
    text = "Tasnim, citing a colonel, said shells had fallen. He denied it, the ministry added.\n\nNobody was hurt."
    first, second = (Encoder().attributions(text, paragraphs(text)) for _ in range(2))
    assert first == second
    assert first
