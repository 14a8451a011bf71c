"""What one would otherwise do with headline and body: a regression on words, or on a cosine of tf-idf."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from bench.link.fnc1_texts import Pair, texts_of

MOST_WORDS = 5000
ROUNDS = 300


def words_peer(taught: Sequence[Pair], asked: Sequence[Pair]) -> list[str]:
    """Bags of words of headline and body side by side (tf-idf), logistic regression."""
    from scipy.sparse import hstack

    heads, bodies = _vectors(taught, asked)
    return _regressed(hstack([heads[0], bodies[0]]).tocsr(), taught, hstack([heads[1], bodies[1]]).tocsr())


def cosine_peer(taught: Sequence[Pair], asked: Sequence[Pair]) -> list[str]:
    """The cosine of headline and body by tf-idf alone, logistic regression."""
    heads, bodies = _vectors(taught, asked)
    one, other = (h.multiply(b).sum(axis=1) for h, b in zip(heads, bodies, strict=True))
    import numpy as np

    return _regressed(np.asarray(one), taught, np.asarray(other))


def _vectors(taught: Sequence[Pair], asked: Sequence[Pair]) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """tf-idf of the headlines, and of the bodies, of both sides; words are counted on the taught one."""
    texts = {**texts_of(taught), **texts_of(asked)}
    made = import_module("sklearn.feature_extraction.text").TfidfVectorizer(
        stop_words="english", max_features=MOST_WORDS, sublinear_tf=True
    )
    known = sorted({pair.body for pair in taught})
    made.fit([texts[body] for body in known] + sorted({pair.headline for pair in taught}))
    heads = tuple(made.transform([pair.headline for pair in side]) for side in (taught, asked))
    bodies = tuple(made.transform([texts[pair.body] for pair in side]) for side in (taught, asked))
    return (heads[0], heads[1]), (bodies[0], bodies[1])


def _regressed(rows: Any, taught: Sequence[Pair], asked: Any) -> list[str]:
    made = import_module("sklearn.linear_model").LogisticRegression(max_iter=ROUNDS, C=10.0)
    model = made.fit(rows, [pair.relation for pair in taught])
    return [str(one) for one in model.predict(asked)]
