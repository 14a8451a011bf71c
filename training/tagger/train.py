"""Trains the tagger by a recipe (JSON) from the published encoder into one safetensors file."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch.nn import functional as F

from sayso.read.tagging.decoding import candidate_cues
from training.tagger import data, gum
from training.tagger.network import Tagger, load_published, recipe

PIECES_IN_BATCH = 2048
MEMORY = 0.997  # of the mean of the weights over the last steps (Polyak and Juditsky 1992)
READERS = {
    "polnear": lambda: data.polnear("train"),
    "own": data.own_documents,
    "gum": gum.documents,
}


def main(arguments: list[str]) -> None:
    settings = recipe(Path(arguments[0]))
    published, out = Path(arguments[1]), Path(arguments[2])
    torch.set_num_threads(int(str(settings.get("threads", 2))))
    torch.set_flush_denormal(True)
    torch.manual_seed(int(str(settings["seed"])))
    tokenizer = Tokenizer.from_file(str(published / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tagger = Tagger()
    load_published(tagger, published / "model.safetensors")
    if len(arguments) > 3:
        tagger.load_state_dict(load_file(arguments[3]))
    for number, stage in enumerate(stages_of(settings)):
        rng = random.Random(f"{settings['seed']}-{number}")
        run_stage(tagger, stage, tokenizer, rng, out)
    save_file(tagger.state_dict(), str(out))


def stages_of(settings: dict[str, Any]) -> list[dict[str, Any]]:
    """The stages of a recipe, in order."""
    return list(settings["stages"])


def material(
    stage: dict[str, Any], tokenizer: Tokenizer
) -> tuple[list[tuple[int, list[data.Sentence]]], data.Augmenter]:
    """Documents as sentences, each with how often an epoch shows it, and the augmenter of the stage."""
    raw = {name: READERS[name]() for name in stage["sets"]}
    lures = data.cue_words([d for documents in raw.values() for d in documents])
    shown = [
        (int(times), data.encode(document, tokenizer, lures))
        for name, times in stage["sets"].items()
        for document in raw[name]
    ]
    sources = [
        document.text[a:b]
        for documents in raw.values()
        for document in documents
        for relation in document.relations
        for a, b in relation.source[:1]
        if 1 < len(document.text[a:b].split()) < 9
    ]
    return shown, data.Augmenter(tokenizer, sources[:6000], float(stage["nesting"]))


def batches(
    shown: list[tuple[int, list[data.Sentence]]], augment: data.Augmenter, rng: random.Random
) -> list[list[data.Window]]:
    """One epoch of windows in batches of 2,048 pieces, all of one padded length and size.

    Equal shapes come back again and again, so that the kernels made for them are made once; a
    batch that is not full is filled up with windows of the same length.
    """
    by_length: dict[int, list[data.Window]] = {}
    for times, document in shown:
        for _ in range(times):
            for window in data.windows(document, rng, augment):
                by_length.setdefault(padded(len(window.ids)), []).append(window)
    found = []
    for length, windows in sorted(by_length.items()):
        rng.shuffle(windows)
        size = max(1, PIECES_IN_BATCH // length)
        for low in range(0, len(windows), size):
            batch = windows[low : low + size]
            found.append([*batch, *rng.choices(windows, k=size - len(batch))])
    rng.shuffle(found)
    return found


def padded(length: int) -> int:
    """The length to which a window is filled up: a multiple of 16."""
    return -(-length // 16) * 16


def run_stage(
    tagger: Tagger, stage: dict[str, Any], tokenizer: Tokenizer, rng: random.Random, out: Path
) -> None:
    shown, augment = material(stage, tokenizer)
    epochs = float(stage["epochs"])
    steps = int(len(batches(shown, augment, random.Random(0))) * epochs)
    optimizer = torch.optim.AdamW(
        groups(tagger, float(stage["rate"]), float(stage["head_rate"])), weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: slope(step, steps))
    tagger.train()
    mean = Mean(tagger)
    began = time.time()
    for done, batch in enumerate(endless(shown, augment, rng), start=1):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = loss_of(tagger, batch)
        torch.stack(losses).sum().backward()
        torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean.take(done)
        if done % 50 == 0:
            print(
                f"{done}/{steps} {time.time() - began:.0f}s",
                *(f"{float(x.detach()):.3f}" for x in losses),
                flush=True,
            )
        if done % 200 == 0:
            save_file(mean.weights, f"{out}.part")
        if done >= steps:
            tagger.load_state_dict(mean.weights)
            return


class Mean:
    """The running mean of the weights, which is kept in the end: it forgets what single batches did."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self.weights = {name: value.detach().clone() for name, value in tagger.state_dict().items()}

    @torch.no_grad()
    def take(self, step: int) -> None:
        """Moves the mean towards the present weights, faster at the beginning."""
        kept = min(MEMORY, (1 + step) / (10 + step))
        for name, value in self.tagger.state_dict().items():
            self.weights[name].lerp_(value, 1 - kept)


def own_proposals(
    batch: list[data.Window], bio: torch.Tensor, most: int = 3
) -> list[tuple[int, frozenset[int], list[int], int]]:
    """Candidates that the BIO head proposes at this moment, at most `most` a window."""
    probabilities = bio.detach().float().softmax(-1).numpy()
    found = []
    for i, window in enumerate(batch):
        runs = candidate_cues(probabilities[i, : len(window.ids)])
        random.Random(len(runs) * 7919 + len(window.ids)).shuffle(runs)
        found += [(i, *row) for row in data.proposed(window, runs)[:most]]
    return found


def endless(
    shown: list[tuple[int, list[data.Sentence]]], augment: data.Augmenter, rng: random.Random
) -> Iterator[list[data.Window]]:
    while True:
        yield from batches(shown, augment, rng)


def slope(step: int, steps: int) -> float:
    """5 % warm-up, then linear decay to nothing."""
    warm = max(1, steps // 20)
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def groups(tagger: Tagger, rate: float, head_rate: float) -> list[dict[str, Any]]:
    encoder = [p for p in tagger.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in tagger.encoder.parameters()}
    heads = [p for p in tagger.parameters() if id(p) not in known]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": head_rate}]


def loss_of(tagger: Tagger, batch: list[data.Window]) -> list[torch.Tensor]:
    """BIO loss, twice the link loss, and the loss of the candidates' voices."""
    length = padded(max(len(window.ids) for window in batch))
    pad = lambda rows, fill: torch.tensor([row + [fill] * (length - len(row)) for row in rows])  # noqa: E731
    ids = pad([w.ids for w in batch], 0)
    mask = pad([[1] * len(w.ids) for w in batch], 0)
    hidden, bio = tagger.encode(ids, mask)
    losses = [F.cross_entropy(bio.float().flatten(0, 1), pad([w.bio for w in batch], data.IGNORE).flatten(),
                              ignore_index=data.IGNORE)]  # fmt: skip
    rows = [(i, *candidate) for i, w in enumerate(batch) for candidate in w.candidates]
    rows += own_proposals(batch, bio)
    if not rows:
        return losses
    rows += [(0, frozenset(), [data.IGNORE], data.IGNORE)] * (-len(rows) % 32)
    cue = pad([[float(j in pieces) for j in range(length)] for i, pieces, _, _ in rows], 0.0)
    at = torch.tensor([i for i, *_ in rows])
    labels, voices = tagger.link(hidden[at], cue, mask[at].float())
    gold = pad([link for _, _, link, _ in rows], data.IGNORE)
    voice = torch.tensor([v for *_, v in rows])
    losses.append(2 * F.cross_entropy(labels.float().flatten(0, 1), gold.flatten(), ignore_index=data.IGNORE))
    if bool((voice != data.IGNORE).any()):
        losses.append(0.5 * F.cross_entropy(voices.float(), voice, ignore_index=data.IGNORE))
    return losses


if __name__ == "__main__":
    main(sys.argv[1:])
    print(json.dumps({"done": True}))
