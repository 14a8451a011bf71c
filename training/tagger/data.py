"""Training material for the tagger: documents as word pieces with labels by sentence and by cue."""

from __future__ import annotations

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.lang import abbreviations
from sayso.text import sentences
from training.tagger.markup import Spans, parse_file

MAX_PIECES = 126
MAX_LONE_PIECES = 254
BIO = {"O": 0, "source": 1, "cue": 3, "content": 5}
LINK = {"none": 0, "source": 1, "cue": 2, "content": 3, "medium": 4}
VOICES = {"none": 0, "source": 1, "hearsay": 2, "author": 3}
IGNORE = -100
MAX_LURES = 1  # lures taught per sentence
CLS, SEP = 101, 102
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Gold:
    """One relation in piece indices of its document; `voice` is IGNORE where unknown."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    medium: frozenset[int]
    voice: int


@dataclass(slots=True)
class Sentence:
    """Pieces of one sentence with everything that the network is taught about them."""

    ids: list[int]
    bio: list[int]
    golds: list[Gold] = field(default_factory=list)
    negatives: list[tuple[int, ...]] = field(default_factory=list)
    complete: bool = True


@dataclass(slots=True)
class Window:
    """Pieces of one window, BIO labels, candidate cues with a label per piece and a voice each."""

    ids: list[int]
    bio: list[int]
    candidates: list[tuple[frozenset[int], list[int], int]]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRelation:
    """One relation in code points; `voice` is IGNORE where unknown."""

    source: Spans
    cue: Spans
    content: Spans
    medium: Spans = ()
    voice: int


@dataclass(frozen=True, slots=True)
class Raw:
    """A document before pieces: text, relations as spans by role, and whether nesting is annotated."""

    id: str
    text: str
    relations: tuple[RawRelation, ...]
    complete: bool


def polnear(part: str) -> list[Raw]:
    """PolNeAR documents from $SAYSO_DATA/polnear; nesting is not annotated there."""
    path = Path(os.environ["SAYSO_DATA"]) / "polnear" / f"{part}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [Raw(row["id"], row["text"], tuple(map(_from_json, row["relations"])), False) for row in rows]


def _from_json(row: dict[str, list[list[int]]]) -> RawRelation:
    """A printed source speaks itself; where none is printed the voice is not taught."""
    source, cue, content = (tuple((a, b) for a, b in row[role]) for role in ("source", "cue", "content"))
    voice = VOICES["source"] if source else IGNORE
    return RawRelation(source=source, cue=cue, content=content, voice=voice)


def own_documents(folder: Path = HERE / "documents") -> list[Raw]:
    """Our own annotated documents; every attribution is marked, nested ones too."""
    voices = {"c": VOICES["source"], "h": VOICES["hearsay"], "i": VOICES["author"]}
    found = []
    for path in sorted(folder.glob("*.txt")):
        for document in parse_file(path):
            relations = tuple(
                RawRelation(
                    source=r.source, cue=r.cue, content=r.content, medium=r.medium, voice=voices[r.kind]
                )
                for r in document.relations
            )
            found.append(Raw(document.id, document.text, relations, True))
    return found


def cue_words(documents: Sequence[Raw], least: int = 4) -> frozenset[str]:
    """Last words of cues that occur at least `least` times: what may look like a cue elsewhere."""
    counts: Counter[str] = Counter()
    for document in documents:
        for relation in document.relations:
            for start, end in relation.cue[-1:]:
                counts[document.text[start:end].lower().split()[-1]] += 1
    return frozenset(word for word, n in counts.items() if n >= least and word.isalpha())


def encode(document: Raw, tokenizer: Tokenizer, lures: frozenset[str]) -> list[Sentence]:
    """The sentences of a document in word pieces, with BIO labels, golds and lures as negatives."""
    spans = sentences(document.text, abbreviations("en"))
    encodings = tokenizer.encode_batch([document.text[a:b] for a, b in spans], add_special_tokens=False)
    offsets, bounds, ids = [], [0], []
    for (start, _), encoding in zip(spans, encodings, strict=True):
        offsets += [(start + a, start + b) for a, b in encoding.offsets]
        ids += encoding.ids
        bounds.append(len(ids))
    golds = [_gold(relation, offsets) for relation in document.relations]
    bio = _bio(golds, len(ids))
    negatives = _lures(document, offsets, lures, golds, bio)
    return [
        _sentence(ids, bio, golds, negatives, low, high, document.complete)
        for low, high in pairwise(bounds)
        if high > low
    ]


def _sentence(
    ids: list[int],
    bio: list[int],
    golds: list[Gold],
    negatives: list[tuple[int, ...]],
    low: int,
    high: int,
    complete: bool,
) -> Sentence:
    sentence = Sentence(ids[low:high], bio[low:high], complete=complete)
    sentence.golds = [gold for gold in golds if gold.cue and low <= min(gold.cue) < high]
    sentence.golds = [_shift(gold, -low) for gold in sentence.golds]
    sentence.negatives = [tuple(i - low for i in n) for n in negatives if low <= n[0] < high]
    return sentence


def _shift(gold: Gold, by: int) -> Gold:
    def moved(part: frozenset[int]) -> frozenset[int]:
        return frozenset(i + by for i in part)

    return Gold(moved(gold.source), moved(gold.cue), moved(gold.content), moved(gold.medium), gold.voice)


def _gold(relation: RawRelation, offsets: Sequence[tuple[int, int]]) -> Gold:
    return Gold(
        _pieces(relation.source, offsets),
        _pieces(relation.cue, offsets),
        _pieces(relation.content, offsets),
        _pieces(relation.medium, offsets),
        relation.voice,
    )


def _pieces(spans: Spans, offsets: Sequence[tuple[int, int]]) -> frozenset[int]:
    starts = [start for start, _ in offsets]
    found: set[int] = set()
    for start, end in spans:
        i = int(np.searchsorted(starts, start, "right")) - 1
        i = max(i, 0)
        while i < len(offsets) and offsets[i][0] < end:
            if offsets[i][1] > start:
                found.add(i)
            i += 1
    return frozenset(found)


def _bio(golds: Sequence[Gold], n: int) -> list[int]:
    """Each piece has the label of the innermost role: cue before source before content."""
    labels = [0] * n
    for role in ("content", "source", "cue"):
        for gold in golds:
            pieces = getattr(gold, role)
            for i in pieces:
                labels[i] = BIO[role] + (i - 1 in pieces)
    return labels


def _lures(
    document: Raw,
    offsets: Sequence[tuple[int, int]],
    lures: frozenset[str],
    golds: Sequence[Gold],
    bio: list[int],
) -> list[tuple[int, ...]]:
    """Words that look like cues and are none; inside content only where nesting is annotated."""
    cues = frozenset(i for gold in golds for i in gold.cue)
    inside = frozenset(i for gold in golds for i in gold.content)
    found = []
    starts = {start: i for i, (start, _) in enumerate(offsets)}
    for match in re.finditer(r"[a-z]+", document.text.lower()):
        if match.group() not in lures or match.start() not in starts:
            continue
        first = starts[match.start()]
        pieces = tuple(i for i in range(first, min(first + 6, len(offsets))) if offsets[i][0] < match.end())
        if cues.intersection(pieces):
            continue
        if not document.complete and inside.intersection(pieces):
            for i in pieces:
                bio[i] = IGNORE
            continue
        found.append(pieces)
    return found


def windows(document: list[Sentence], rng: random.Random, augment: Augmenter | None) -> Iterator[Window]:
    """Windows of whole sentences up to MAX_PIECES pieces; the first is cut short at random."""
    room = rng.randint(20, MAX_PIECES) if augment is not None else MAX_PIECES
    held: list[Sentence] = []
    size = 0
    for original in document:
        sentence = augment(original, rng) if augment is not None else original
        if held and size + len(sentence.ids) > room:
            yield _window(held)
            held, size, room = [], 0, MAX_PIECES
        held.append(sentence)
        size += len(sentence.ids)
    if held:
        yield _window(held)


def _window(held: list[Sentence]) -> Window:
    ids = [i for sentence in held for i in sentence.ids][:MAX_LONE_PIECES]
    ids = [CLS, *ids, SEP]
    n = len(ids)
    labels = [label for sentence in held for label in sentence.bio][:MAX_LONE_PIECES]
    bio = [IGNORE, *labels, IGNORE]
    candidates = []
    at = 1
    for sentence in held:
        for gold in sentence.golds:
            moved = _shift(gold, at)
            if max(moved.cue) < n - 1:
                candidates.append((moved.cue, _link(moved, n), moved.voice))
        for negative in sentence.negatives[:MAX_LURES]:
            pieces = frozenset(i + at for i in negative)
            if max(pieces) < n - 1:
                candidates.append((pieces, [0] * n, VOICES["none"]))
        at += len(sentence.ids)
    return Window(ids, bio, candidates, all(sentence.complete for sentence in held))


def proposed(window: Window, runs: Sequence[Sequence[int]]) -> list[tuple[frozenset[int], list[int], int]]:
    """What the network itself takes for cues, with what it should have made of each.

    A run that meets a gold cue is taught that cue's relation; one that meets none is taught to be
    no cue, but not inside content where nesting is not annotated.
    """
    found = []
    for run in runs:
        pieces = frozenset(i for i in run if 0 < i < len(window.ids) - 1)
        met = [c for c in window.candidates if c[2] != VOICES["none"] and pieces & c[0]]
        hidden = any(window.bio[i] == IGNORE or window.bio[i] >= BIO["content"] for i in pieces)
        if met and pieces != met[0][0]:
            found.append((pieces, met[0][1], met[0][2]))
        elif pieces and not met and (window.complete or not hidden):
            found.append((pieces, [0] * len(window.ids), VOICES["none"]))
    return found


def _link(gold: Gold, n: int) -> list[int]:
    labels = [0] * n
    for role in ("content", "medium", "source", "cue"):
        for i in getattr(gold, role):
            if 0 < i < n - 1:
                labels[i] = LINK[role]
    return labels


VERBS = ("said", "reported", "claimed", "has reported", "wrote", "noted", "alleged", "stated")


class Augmenter:
    """Wraps annotated sentences into a further attribution, so that nesting is seen often."""

    def __init__(self, tokenizer: Tokenizer, sources: Sequence[str], share: float) -> None:
        def encode(words: str) -> list[int]:
            return list(tokenizer.encode(words, add_special_tokens=False).ids)

        self.sources = [encode(words) for words in sources]
        self.fronts = [(encode("according to"), encode(",")), (encode("in the words of"), encode(","))]
        self.verbs = [encode(f"{verb} that") for verb in VERBS]
        self.comma, self.according = encode(","), encode("according to")
        self.that = encode("that")[0]
        self.share = share

    def __call__(self, sentence: Sentence, rng: random.Random) -> Sentence:
        n = len(sentence.ids)
        fits = sentence.golds and n < 70 and all(
            max(g.content | g.cue | g.source, default=0) < n and min(g.content | g.cue, default=0) >= 0
            for g in sentence.golds
        )  # fmt: skip
        if not fits or rng.random() >= self.share:
            return sentence
        return rng.choice((self._front, self._verb, self._back))(sentence, rng)

    def _front(self, sentence: Sentence, rng: random.Random) -> Sentence:
        cue, comma = rng.choice(self.fronts)
        return _prefixed(sentence, [], cue, rng.choice(self.sources), comma)

    def _verb(self, sentence: Sentence, rng: random.Random) -> Sentence:
        verb = rng.choice(self.verbs)
        return _prefixed(sentence, rng.choice(self.sources), verb[:-1], [], verb[-1:])

    def _back(self, sentence: Sentence, rng: random.Random) -> Sentence:
        source = rng.choice(self.sources)
        stop = len(sentence.ids) - 1
        tail = self.comma + self.according + source
        at = stop + 1
        cue = frozenset(range(at, at + 2))
        gold = Gold(frozenset(range(at + 2, at + 2 + len(source))), cue, frozenset(range(stop)),
                    frozenset(), VOICES["source"])  # fmt: skip
        bio = [0, *_run("cue", 2), *_run("source", len(source))]
        inner = [BIO["content"] + (i > 0) if label == 0 else label
                 for i, label in enumerate(sentence.bio[:stop])]  # fmt: skip
        ids = sentence.ids[:stop] + tail + sentence.ids[stop:]
        return Sentence(
            ids, inner + bio + [0], [*sentence.golds, gold], sentence.negatives, sentence.complete
        )


def _run(role: str, n: int) -> list[int]:
    return [BIO[role] + (i > 0) for i in range(n)]


def _prefixed(
    sentence: Sentence, before: list[int], cue: list[int], after: list[int], glue: list[int]
) -> Sentence:
    """`before` (source) + cue + `after` (source) + glue in front of a sentence, which becomes content."""
    head = [*before, *cue, *after, *glue]
    n, stop = len(head), len(sentence.ids) - 1
    glue_is_content = bool(before)
    at_cue, at_after = len(before), len(before) + len(cue)
    source = frozenset(range(at_cue)) | frozenset(range(at_after, at_after + len(after)))
    content = frozenset(range(n - len(glue) if glue_is_content else n, n + stop))
    gold = Gold(source, frozenset(range(at_cue, at_after)), content, frozenset(), VOICES["source"])
    bio = [*_run("source", len(before)), *_run("cue", len(cue)), *_run("source", len(after))]
    bio += [BIO["content"]] * len(glue) if glue_is_content else [0] * len(glue)
    first = BIO["content"] + glue_is_content
    inner = [(first if i == 0 else BIO["content"] + 1) if label == 0 else label
             for i, label in enumerate(sentence.bio[:stop])]  # fmt: skip
    golds = [gold, *(_shift(g, n) for g in sentence.golds)]
    negatives = [tuple(i + n for i in negative) for negative in sentence.negatives]
    return Sentence(head + sentence.ids, [*bio, *inner, 0], golds, negatives, sentence.complete)
