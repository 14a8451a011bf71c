"""Pairs of marks with the answer, for the comparison: the same claim or another one.

Same: a headline and the sentence of a related article that is nearest to it (FNC-1, the training side of the
split by body). Other: two propositions of one article (PolNeAR's development part, KCNA 2011), which nearly
always say two things; the nearest sentence of an unrelated article.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Sequence
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from bench.corpora import corpus, json_lines
from bench.link.corpora import held_out
from sayso.ingest import Defaults, document_of_text
from sayso.lang.loading import abbreviations
from sayso.link.encoder import Encoder
from sayso.link.features import features_of
from sayso.link.mark import Mark
from sayso.link.marks import mark_of_text, marks_of, with_vectors
from sayso.link.view import View, view_of
from sayso.pipeline import make_reader, read_document
from sayso.reference.gazetteer import load_gazetteer
from sayso.text.sentences import sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.3
SURELY_SAID_TWICE = 0.72  # two propositions of one article that are nearer than this may say one thing
ARTICLES = 84
STORIES = 120
HEADLINES = 1500
SENTENCES = 12


class Pairs(NamedTuple):
    """Figures (n, k), answers (n,), weights (n,) that sum to what the kind counts for, and kinds (n,)."""

    figures: NDArray[np.float64]
    same: NDArray[np.float64]
    weight: NDArray[np.float64]
    kind: NDArray[np.str_]


Row = tuple[list[float], bool, float]


def marks_of_texts(texts: Sequence[str], encoder: Encoder) -> dict[str, Mark]:
    """Marks of plain texts, their vectors in one batch."""
    gazetteer = load_gazetteer()
    marks = with_vectors([mark_of_text(text, gazetteer) for text in texts], texts, encoder)
    return dict(zip(texts, marks, strict=True))


def cosine(a: View, b: View) -> float:
    """The cosine of two views with vectors."""
    return float(a.vector @ b.vector) if a.vector is not None and b.vector is not None else 0.0


def article_pairs(encoder: Encoder) -> list[Row]:
    """Propositions of one article: other claims, unless they are very near."""
    reader, gazetteer = make_reader(), load_gazetteer()
    rows: list[Row] = []
    for text, published in _articles():
        document = document_of_text(text, defaults=Defaults(published=published, language="en"))
        marks = marks_of(document, read_document(document, reader).statements, encoder, gazetteer)
        views = [view_of(mark) for mark in marks if mark.target is None]
        for one, two in combinations(views[:40], 2):
            near = cosine(one, two)
            if 0.2 < near < SURELY_SAID_TWICE and not _nested(one.mark, two.mark):
                rows.append((features_of(one, two, near), False, 1.0))
    return rows


def _nested(one: Mark, two: Mark) -> bool:
    return one.text in two.text or two.text in one.text


def _articles() -> Iterable[tuple[str, str | None]]:
    path = corpus("polnear/dev.jsonl")
    for row in islice(json_lines(path), ARTICLES) if path else ():
        yield row["text"][:6000], row.get("published")
    path = corpus("kcna/kcna_2011_stories.jsonl.gz")
    if path:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            stories = [json.loads(line)["story"] or "" for line in islice(lines, 2000)]
        for story in random.Random(7).sample(stories, STORIES):
            yield story.replace(", ,  ", "\n\n")[:4000], None


def body_pairs(encoder: Encoder) -> list[Row]:
    """A headline with the nearest sentence of an article that is about it, and of one that is not."""
    stances, bodies = corpus("fnc1/train_stances.jsonl"), corpus("fnc1/train_bodies.jsonl")
    if not stances or not bodies:
        return []
    texts = {
        str(row["body_id"]): row["text"] for row in json_lines(bodies) if not held_out(str(row["body_id"]))
    }
    known = [row for row in json_lines(stances) if str(row["body_id"]) in texts]
    chosen = random.Random(7).sample(known, HEADLINES * 2)
    related = [row for row in chosen if row["stance"] != "unrelated"][: HEADLINES // 2]
    others = [row for row in chosen if row["stance"] == "unrelated"][: HEADLINES // 2]
    parts = {row["body_id"]: _sentences(texts[str(row["body_id"])]) for row in (*related, *others)}
    wanted = {row["headline"] for row in (*related, *others)} | {s for many in parts.values() for s in many}
    views = {text: view_of(mark) for text, mark in marks_of_texts(sorted(wanted), encoder).items()}
    rows: list[Row] = []
    for row in (*related, *others):
        head = views[row["headline"]]
        nearest = max(parts[row["body_id"]], key=lambda s: (cosine(head, views[s]), s), default=None)
        if nearest is None:
            continue
        near, same = cosine(head, views[nearest]), row["stance"] != "unrelated"
        if not same or near > 0.45:
            rows.append((features_of(head, views[nearest], near), same, 1.0))
    return rows


def _sentences(body: str) -> list[str]:
    found = (body[span.start : span.end].strip() for span in sentences(body[:5000], abbreviations("en")))
    return [sentence[:400] for sentence in found if len(sentence.split()) > 4][:SENTENCES]
