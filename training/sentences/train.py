"""Teaches the published sentence encoder what one claim is: `… -m training.sentences.train PUBLISHED OUT`.

Each text of a batch against all others: those of its claim are to be nearer than those of any other (the
supervised contrastive loss of Khosla et al. 2020). A batch holds two stories of one country, so that what it
is taught to keep apart are the matters of one story, which share names, places and words.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.sentences.groups import Batch, Groups
from training.tagger.network import Encoder, load_encoder

RECIPE = Path(__file__).with_name("recipe.json")
PIECES = 64
WARM, LEAST = 0.1, 0.02  # of all steps, and of the rate
FAR = -1e4


class Sentences(nn.Module):
    """The encoder with its mean over pieces: a unit vector of 384 numbers for each text."""

    def __init__(self, published: Path) -> None:
        super().__init__()
        self.encoder = Encoder()
        load_encoder(self.encoder, published / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(published / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(PIECES)

    def forward(self, texts: Sequence[str]) -> Tensor:
        """Texts → [B, 384]."""
        rows = [one.ids for one in self.tokenizer.encode_batch(list(texts))]
        width = max(8, -(-max(map(len, rows)) // 8) * 8)  # few shapes: each new one costs compiled kernels
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in rows])
        states = self.encoder(ids, mask)
        return F.normalize((states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1)


def main(arguments: Sequence[str]) -> None:
    """PUBLISHED is the folder of the published encoder; OUT the safetensors file to write."""
    recipe = json.loads(RECIPE.read_text(encoding="utf-8"))
    torch.manual_seed(recipe["seed"])
    model, groups = Sentences(Path(arguments[0])), Groups(recipe["bare"])
    published = {name: value.clone() for name, value in model.encoder.state_dict().items()}
    learn(model, groups, recipe, random.Random(recipe["seed"]))
    save_file(mixed(published, model.encoder.state_dict(), recipe["share"]), arguments[1])


def mixed(before: Mapping[str, Tensor], after: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """Weights between those before and after learning: what is learnt without what is lost elsewhere
    (Wortsman et al. 2022).
    """
    return {name: ((1 - share) * before[name] + share * after[name]).contiguous() for name in before}


def learn(model: Sentences, groups: Groups, recipe: dict[str, float], rng: random.Random) -> None:
    """The epochs until it is enough: the rate falls as if there were `epochs` of them."""
    every = len(groups.batches(random.Random(0)))
    steps, enough = int(every * recipe["epochs"]), int(every * recipe["until"])
    optimizer = torch.optim.AdamW(model.parameters(), lr=recipe["rate"], weight_decay=0.01)
    began, step = time.time(), 0
    while step < enough:
        for batch in groups.batches(rng)[: enough - step]:
            slope = min(1.0, (step + 1) / (WARM * steps)) * max(LEAST, 1 - step / steps)
            optimizer.param_groups[0]["lr"] = recipe["rate"] * slope
            model.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                vectors = model([text for text, _ in batch])
            loss = contrast(vectors.float(), batch, recipe["scale"])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 20 == 0:
                print(f"{step}/{enough} {loss.item():.3f} {time.time() - began:.0f}s", flush=True)


def contrast(vectors: Tensor, batch: Batch, scale: float) -> Tensor:
    """How badly the texts of one claim find each other among all that are of others."""
    scores = vectors @ vectors.T * scale
    same = torch.tensor([[one == other for _, other in batch] for _, one in batch])
    pairs = same & ~torch.eye(len(batch), dtype=torch.bool)
    others = scores.masked_fill(same, FAR).logsumexp(1, keepdim=True)
    missed = torch.logaddexp(scores, others.expand_as(scores)) - scores
    each = (missed * pairs).sum(1) / pairs.sum(1).clamp(min=1)
    return each[pairs.any(1)].mean()


if __name__ == "__main__":
    main(sys.argv[1:])
