"""Teaches the published sentence encoder what one claim is: `… -m training.sentences.train PUBLISHED OUT`.

A pair against all other texts of its batch, those of its own group left out (InfoNCE; van den Oord, Li and
Vinyals 2018, as sentence encoders have it: Henderson et al. 2017); batches are made of neighbours, so that
the others are hard to tell apart. Sentences of news are held to the vectors that they had.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.sentences.pairs import Pair, body_pairs, headline_pairs, staying, world_pairs
from training.tagger.network import Encoder, load_encoder

RECIPE = Path(__file__).with_name("recipe.json")
PIECES = 64


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

    @torch.no_grad()
    def vectors(self, texts: Sequence[str], size: int = 64) -> NDArray[np.float32]:
        """Texts → [n, 384] without learning."""
        self.eval()
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), size):
            places = order[start : start + size]
            found[places] = self([texts[at] for at in places]).numpy()
        return found


def main(arguments: Sequence[str]) -> None:
    """PUBLISHED is the folder of the published encoder; OUT the safetensors file to write."""
    recipe = json.loads(RECIPE.read_text(encoding="utf-8"))
    torch.manual_seed(recipe["seed"])
    random_ = random.Random(recipe["seed"])
    model = Sentences(Path(arguments[0]))

    def score(text: str, others: Sequence[str]) -> list[float]:
        found = model.vectors([text, *others])
        return [float(near) for near in found[1:] @ found[0]]

    kinds = {
        "headlines": list(headline_pairs(random_)),
        "bodies": list(body_pairs(score, random_)),
        "worlds": list(world_pairs(random_)),
    }
    print({name: len(pairs) for name, pairs in kinds.items()}, flush=True)
    pairs = [pair for name in recipe["pairs"] for pair in kinds[name]]
    published = {name: value.clone() for name, value in model.encoder.state_dict().items()}
    learn(model, pairs, staying(random_), recipe, random_)
    save_file(mixed(published, model.encoder.state_dict(), recipe["share"]), arguments[1])


def mixed(before: Mapping[str, Tensor], after: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """Weights between those before and after learning: what is learnt without what is lost elsewhere
    (Wortsman et al. 2022).
    """
    return {name: ((1 - share) * before[name] + share * after[name]).contiguous() for name in before}


def learn(
    model: Sentences,
    pairs: Sequence[Pair],
    stay: Sequence[str],
    recipe: dict[str, float],
    random_: random.Random,
) -> None:
    """All epochs over the pairs, each batch with some of the texts that stay."""
    size, steps = int(recipe["batch"]), int(recipe["epochs"] * len(pairs) // recipe["batch"])
    kept = torch.tensor(model.vectors(stay))
    optimizer = torch.optim.AdamW(model.parameters(), lr=recipe["rate"], weight_decay=0.01)
    began, step = time.time(), 0
    for _ in range(int(recipe["epochs"])):
        for batch in batches(model, pairs, size, random_):
            warm = min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
            optimizer.param_groups[0]["lr"] = recipe["rate"] * warm
            model.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told = told_apart(model, batch, recipe["scale"])
                places = random_.sample(range(len(stay)), size // 2)
                moved = (1 - (model([stay[at] for at in places]) * kept[places]).sum(1)).mean()
            loss = told + recipe["stay"] * moved
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 20 == 0:
                print(
                    f"{step}/{steps} {told.item():.3f} {moved.item():.3f} {time.time() - began:.0f}s",
                    flush=True,
                )


def told_apart(model: Sentences, batch: Sequence[Pair], scale: float) -> Tensor:
    """How badly each text finds its partner among all of the batch that are not of its group."""
    both = model([pair.one for pair in batch] + [pair.two for pair in batch]).float()
    one, two = both.chunk(2)
    groups = [pair.group for pair in batch]
    same = torch.tensor([[a == b for b in groups] for a in groups])
    own = torch.eye(len(batch), dtype=torch.bool)
    scores = (one @ two.T * scale).masked_fill(same & ~own, -1e4)
    answers = torch.arange(len(batch))
    return (F.cross_entropy(scores, answers) + F.cross_entropy(scores.T, answers)) / 2


def batches(model: Sentences, pairs: Sequence[Pair], size: int, random_: random.Random) -> list[list[Pair]]:
    """Batches of neighbours: each begins with a pair at hand and takes the nearest of other groups."""
    vectors = model.vectors([pair.one for pair in pairs])
    left = list(range(len(pairs)))
    random_.shuffle(left)
    free, found = set(left), []
    for first in left:
        if first not in free:
            continue
        near = np.argsort(-(vectors @ vectors[first]))
        chosen = [int(at) for at in near if int(at) in free][: size // 2]
        others = [at for at in left if at in free and at not in set(chosen)]
        chosen += random_.sample(others, min(len(others), size - len(chosen)))
        free -= set(chosen)
        found.append([pairs[at] for at in chosen])
        left = [at for at in left if at in free] if len(found) % 10 == 0 else left
    random_.shuffle(found)
    return [batch for batch in found if len(batch) > size // 2]


if __name__ == "__main__":
    main(sys.argv[1:])
