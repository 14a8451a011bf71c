"""A linear-chain CRF over BIO tags of source, cue and content, linked to the nearest cue of the sentence."""

import re
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.read.peers.spacy_model import NotInstalled
from bench.read.scoring import Attributed, gold_relations, with_nesting
from bench.read.systems import Finder
from sayso.lang import abbreviations
from sayso.model import Span
from sayso.text import sentences

NAME = "linear-chain CRF"
WORD = re.compile(r"\w+(?:[.,]\w+)*(?:['’]\w+)?|[^\w\s]")
PRIORITY = ("content", "source", "cue")
SETTINGS = {
    "c1": 0.05,
    "c2": 0.01,
    "max_iterations": 65,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """The finder and the CPU-seconds that its training took."""

    find: Finder
    cpu_seconds: float


def make(rows: Iterable[dict[str, Any]]) -> Trained:
    """Trains on the rows of PolNeAR; NotInstalled where python-crfsuite is not there."""
    try:
        import pycrfsuite
    except ImportError as error:
        raise NotInstalled("python-crfsuite") from error
    started = time.process_time()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for row in rows:
        for tokens, tags in tagged_sentences(row):
            trainer.append(features(row["text"], tokens), tags)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder, "crf"))
        trainer.train(model)
        learnt = Path(model).read_bytes()
    return Trained(find=_finder(pycrfsuite.Tagger(), learnt), cpu_seconds=time.process_time() - started)


def _finder(tagger: Any, learnt: bytes) -> Finder:
    tagger.open_inmemory(learnt)
    kept = (tagger, learnt)  # the tagger reads these bytes in place and does not hold on to them

    def find(text: str) -> list[Attributed]:
        found: list[Attributed] = []
        for sentence in sentences(text, abbreviations("en")):
            tokens = tokens_of(text, sentence)
            found += linked(tokens, kept[0].tag(features(text, tokens)))
        return with_nesting(found)

    return find


def tokens_of(text: str, sentence: Span) -> list[Span]:
    """The word tokens of a sentence."""
    return [Span(*match.span()) for match in WORD.finditer(text, sentence.start, sentence.end)]


def tagged_sentences(row: dict[str, Any]) -> Iterable[tuple[list[Span], list[str]]]:
    """Tokens and BIO tags of each sentence; of roles that overlap, the cue wins over source over content."""
    text = row["text"]
    relations = gold_relations(row)
    pieces = [(role, span) for role in PRIORITY for one in relations for span in one.role(role)]
    for sentence in sentences(text, abbreviations("en")):
        tokens = tokens_of(text, sentence)
        yield tokens, bio(tokens, [(role, span) for role, span in pieces if span.overlaps(sentence)])


def bio(tokens: Sequence[Span], pieces: Iterable[tuple[str, Span]]) -> list[str]:
    """One tag for each token; a later piece overwrites an earlier one."""
    tags = ["O"] * len(tokens)
    for role, span in pieces:
        inside = [n for n, token in enumerate(tokens) if token.overlaps(span)]
        for place, n in enumerate(inside):
            tags[n] = f"{'I' if place else 'B'}-{role}"
    return tags


def features(text: str, tokens: Sequence[Span]) -> list[list[str]]:
    """Words, shapes and affixes of each token and its neighbours, and whether a quotation is open."""
    words = [text[start:end] for start, end in tokens]
    lower = [word.lower() for word in words]
    found: list[list[str]] = []
    quoted = False
    for n, word in enumerate(words):
        if word in {"“", "”", '"'}:
            quoted = word == "“" or (word == '"' and not quoted)
        found.append([
            f"w={lower[n]}", f"shape={shape(word)}", f"end={lower[n][-3:]}", f"quoted={quoted}",
            *(f"{d:+}={lower[n + d]}" for d in (-3, -2, -1, 1, 2, 3) if 0 <= n + d < len(words)),
            *(f"shape{d:+}={shape(words[n + d])}" for d in (-1, 1) if 0 <= n + d < len(words)),
            *([f"pair-={lower[n - 1]}|{lower[n]}"] if n else ["first"]),
            *([f"pair+={lower[n]}|{lower[n + 1]}"] if n + 1 < len(words) else ["last"]),
        ])  # fmt: skip
    return found


def shape(word: str) -> str:
    """The kind of word: X capital, XX capitals, x small, 0 digits, else itself."""
    if word.isdigit():
        return "0"
    if word.isupper():
        return "XX" if len(word) > 1 else "X"
    return "Xx" if word[:1].isupper() else "x" if word[:1].isalpha() else word[:1]


def linked(tokens: Sequence[Span], tags: Sequence[str]) -> list[Attributed]:
    """One relation for each cue; every source and content goes to the nearest cue of its sentence."""
    runs = _runs(tags)
    cues = [run for role, run in runs if role == "cue"]
    parts: dict[tuple[int, str], list[Span]] = {}
    for role, run in runs:
        if role != "cue" and cues:
            nearest = min(range(len(cues)), key=lambda c: max(cues[c][0] - run[-1], run[0] - cues[c][-1]))
            parts.setdefault((nearest, role), []).append(_span(tokens, run))
    return [
        Attributed(
            source=tuple(parts.get((n, "source"), ())), cue=(_span(tokens, cue),),
            content=tuple(parts.get((n, "content"), ())),
        )
        for n, cue in enumerate(cues)
    ]  # fmt: skip


def _runs(tags: Sequence[str]) -> list[tuple[str, list[int]]]:
    runs: list[tuple[str, list[int]]] = []
    for n, tag in enumerate(tags):
        if tag == "O":
            continue
        mark, role = tag.split("-", 1)
        if mark == "I" and runs and runs[-1][0] == role and runs[-1][1][-1] == n - 1:
            runs[-1][1].append(n)
        else:
            runs.append((role, [n]))
    return runs


def _span(tokens: Sequence[Span], run: Sequence[int]) -> Span:
    return Span(tokens[run[0]].start, tokens[run[-1]].end)
