"""Writes trained weights as the ONNX files that the product reads, in int8.

  python -m training.export WEIGHTS.safetensors [--out FOLDER]

Matrix products are quantised for each output channel (per tensor loses accuracy), word embeddings for the whole table.
Weights take 7 of the 8 bits: with 8, processors without VNNI add up two products in 16 bits and cut them off, so that
the same text would read otherwise there (ONNX Runtime, "Quantize ONNX models").
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import HIDDEN, Network, minilm_folder
from vedette.reading.encoder.onnx import BRANCH, ENCODER, MODELS, VOCABULARY


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states, cue = self.encoder(ids, cases, mask)
        return states, torch.softmax(cue, -1)


class _Branch(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.branch = network.branch

    def forward(self, states: Tensor, cue: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        roles, told = self.branch(states, cue, mask)
        return torch.sigmoid(roles), told


def export(module: nn.Module, inputs: dict[str, Tensor], outputs: tuple[str, ...], target: Path) -> None:
    """One network to one file, its first two axes free."""
    with tempfile.TemporaryDirectory() as scratch:
        plain, shaped = Path(scratch) / "plain.onnx", Path(scratch) / "shaped.onnx"
        axes = {name: {0: "rows", 1: "length"} for name in (*inputs, *outputs) if name != "told"}
        axes["told"] = {0: "rows"}
        torch.onnx.export(
            module.eval(), tuple(inputs.values()), str(plain), dynamo=False, opset_version=17,
            input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
        )  # fmt: skip
        quant_pre_process(str(plain), str(shaped), skip_symbolic_shape=True)
        quantize_dynamic(str(shaped), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__, formatter_class=style)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=MODELS)
    args = parser.parse_args()
    network = Network()
    network.load_state_dict(load_file(str(args.weights)))
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (2, 64))
    ones = torch.ones_like(ids)
    export(_Encoder(network), {"ids": ids, "cases": ones * 0, "mask": ones}, ("states", "cue_sure"), args.out / ENCODER)
    states = torch.randn(2, 64, HIDDEN)
    export(_Branch(network), {"states": states, "cue": ones, "mask": ones}, ("roles", "told"), args.out / BRANCH)
    shutil.copy(minilm_folder() / "tokenizer.json", args.out / VOCABULARY)
    for file in sorted(args.out.iterdir()):
        print(f"{file.name} {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
