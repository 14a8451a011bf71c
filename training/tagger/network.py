"""The network: a MiniLM encoder, a BIO head, and a small transformer that links pieces to one cue."""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN, LAYERS, HEADS, FEED, VOCAB, POSITIONS = 384, 6, 12, 1536, 30522, 512
LINK_HIDDEN, LINK_HEADS, LINK_LAYERS = 160, 4, 2
BUCKETS = 41  # signed distance of a piece from the cue, in logarithmic buckets


class Attention(nn.Module):
    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        if self.training:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        else:  # plain operators, for the export
            mixed = (q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + bias).softmax(-1) @ v
        return self.out(mixed.transpose(1, 2).reshape(b, t, d))


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, feed: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.attention, self.norm1 = Attention(hidden, heads), nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down = nn.Linear(hidden, feed), nn.Linear(feed, hidden)
        self.norm2, self.drop = nn.LayerNorm(hidden, eps=1e-12), nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.attention(x, bias)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT as MiniLM-L6-H384-uncased has it, from the published weights."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCAB, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, FEED) for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """ids [B, T], mask [B, T] of 0/1 → hidden states [B, T, 384]."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.word(ids) + self.position(positions) + self.kind))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Link(nn.Module):
    """For one candidate cue: a label for each piece of its window, and the voice of the candidate."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Linear(HIDDEN, LINK_HIDDEN)
        self.cue = nn.Linear(HIDDEN, LINK_HIDDEN)
        self.distance = nn.Embedding(BUCKETS, LINK_HIDDEN)
        self.inside = nn.Parameter(torch.zeros(LINK_HIDDEN))
        self.norm = nn.LayerNorm(LINK_HIDDEN)
        self.layers = nn.ModuleList(
            Layer(LINK_HIDDEN, LINK_HEADS, 2 * LINK_HIDDEN) for _ in range(LINK_LAYERS)
        )
        self.label = nn.Linear(LINK_HIDDEN, 5)
        self.voice = nn.Linear(2 * LINK_HIDDEN, 4)

    def forward(self, hidden: Tensor, cue: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """hidden [C, T, 384], cue and mask [C, T] of 0/1 → labels [C, T, 5], voices [C, 4]."""
        weights = cue / cue.sum(-1, keepdim=True).clamp(min=1.0)
        middle = (weights[:, :, None] * hidden).sum(1)
        x = self.piece(hidden) + self.cue(middle)[:, None] + self.distance(buckets(cue))
        x = self.norm(F.gelu(x + cue[:, :, None] * self.inside))
        bias = (1.0 - mask[:, None, None, :]) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        pooled = (weights[:, :, None] * x).sum(1)
        return self.label(x), self.voice(torch.cat([pooled, self.cue(middle)], -1))


def buckets(cue: Tensor) -> Tensor:
    """Signed distances from the cue's mean position in 41 logarithmic buckets, [C, T]."""
    positions = torch.arange(cue.shape[1], device=cue.device, dtype=torch.float32)
    centre = (cue * positions).sum(-1, keepdim=True) / cue.sum(-1, keepdim=True).clamp(min=1.0)
    away = positions[None] - centre
    size = torch.log2(away.abs() + 1.0) * 3.0
    return (torch.sign(away) * size.clamp(max=20.0).round() + 20.0).long()


class Tagger(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.link = Encoder(), Link()
        self.drop, self.bio = nn.Dropout(0.1), nn.Linear(HIDDEN, 7)

    def encode(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """→ hidden states [B, T, 384] and BIO logits [B, T, 7]."""
        hidden = self.encoder(ids, mask)
        return hidden, self.bio(self.drop(hidden))


def load_published(tagger: Tagger, path: Path) -> None:
    """Fill the encoder from the published `model.safetensors`; the word embeddings are frozen."""
    load_encoder(tagger.encoder, path)


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Fill an encoder alone; its word embeddings are frozen."""
    old = {name.removeprefix("bert."): value for name, value in load_file(str(path)).items()}
    new: dict[str, Tensor] = {
        "word.weight": old["embeddings.word_embeddings.weight"],
        "position.weight": old["embeddings.position_embeddings.weight"],
        "kind": old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        a, b = f"encoder.layer.{i}", f"layers.{i}"
        for part in ("weight", "bias"):
            new[f"{b}.attention.qkv.{part}"] = torch.cat(
                [old[f"{a}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            new[f"{b}.attention.out.{part}"] = old[f"{a}.attention.output.dense.{part}"]
            new[f"{b}.norm1.{part}"] = old[f"{a}.attention.output.LayerNorm.{part}"]
            new[f"{b}.up.{part}"] = old[f"{a}.intermediate.dense.{part}"]
            new[f"{b}.down.{part}"] = old[f"{a}.output.dense.{part}"]
            new[f"{b}.norm2.{part}"] = old[f"{a}.output.LayerNorm.{part}"]
    encoder.load_state_dict(new)
    encoder.word.weight.requires_grad = False


def recipe(path: Path) -> dict[str, object]:
    """The settings of one set of weights, from its JSON file."""
    settings: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return settings
