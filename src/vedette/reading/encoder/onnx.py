"""Runs the shipped networks with ONNX Runtime: one thread, the processor only, the same numbers every time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import onnxruntime

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODELS = Path(__file__).parent / "models"
ENCODER, BRANCH, VOCABULARY = "encoder.onnx", "attribution.onnx", "vocabulary.json"


class OnnxBackend:
    """The networks of ``models/``, as ``training.export`` wrote them."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self._encoder = onnxruntime.InferenceSession(str(MODELS / ENCODER), options, providers)
        self._branch = onnxruntime.InferenceSession(str(MODELS / BRANCH), options, providers)

    def encode(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Shared states [windows, length, hidden] and cue probabilities [windows, length, 3]."""
        states, cue = self._encoder.run(None, {"ids": ids, "cases": cases, "mask": mask})
        return states, cue

    def roles(
        self, states: NDArray[np.float32], cue: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Role probabilities [cues, length, 2: source, content] and logits of kind and stance [cues, 9]."""
        roles, told = self._branch.run(None, {"states": states, "cue": cue, "mask": mask})
        return roles, told
