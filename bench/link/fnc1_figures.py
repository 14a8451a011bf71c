"""How a body stands to a headline, in typed figures: likeness, polarity, refuting and hedging words, acts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bench.link.fnc1_texts import Body
from sayso.link.compare import probability
from sayso.link.polarity import count
from sayso.link.stance import stance_of
from sayso.link.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = ("negations", "refutations", "doubts", "hedges", "confirmations")
NEAREST, LEAD, ABOUT = 3, 3, 0.3
COMPARED = 6
LIKENESS = (
    "p", "p second", "cosine", "cosine of three", "cosine of lead", "p of proposition",
    "cosine of proposition", "words in body", "words in lead", "words in sentence", "names in body",
    "words missing",
)  # fmt: skip
HEADLINE = (*(f"headline {name}" for name in WORDS), "headline asks", "headline quotes", "headline words")
NEAR = (*(f"near {name}" for name in WORDS), "near is negated", "near asks", "near at")
BODY = (
    *(f"lead {name}" for name in WORDS), *(f"body {name}" for name in WORDS), "parity", "refuted at",
    "sentences",
)  # fmt: skip
SAID = (
    "about", "other way", "denied", "left open", "hearsay", "unsure", "by the author", "stance denies",
    "stance comments", "stance supports",
)  # fmt: skip
FEATURES = (*LIKENESS, *HEADLINE, *NEAR, *BODY, *SAID)


def figures_of(headline: View, body: Body) -> list[float]:
    """The figures of FEATURES; each can be read off the two texts. A body has at least one sentence."""
    order, cosines = _nearest(headline, body.sentences)
    near = [body.sentences[at] for at in order[:NEAREST]]
    propositions, said_cosines = nearest_said(headline, body)
    chances = [probability(headline, view) for view in propositions]
    sure = sorted((probability(headline, body.sentences[at]) for at in order[:COMPARED]), reverse=True)
    return [
        sure[0], sure[1] if len(sure) > 1 else 0.0,
        cosines[order[0]], sum(cosines[at] for at in order[:NEAREST]) / NEAREST, cosines[0],
        max(chances, default=0.0), max(said_cosines, default=0.0),
        *_words_met(headline, body.sentences),
        *_counts([headline.mark.text]), float(headline.mark.question), float(_quotes(headline.mark.text)),
        min(len(headline.mark.text.split()), 20) / 20,
        *_counts([view.mark.text for view in near]), float(near[0].mark.negated),
        float(near[0].mark.question), order[0] / len(body.sentences),
        *_body(headline, body),
        *_said(headline, propositions, chances),
    ]  # fmt: skip


def nearest_said(headline: View, body: Body) -> tuple[list[View], list[float]]:
    """The propositions of a body that are looked at, from the nearest on, and how near each of all is."""
    order, cosines = _nearest(headline, body.propositions)
    return [body.propositions[at] for at in order[:COMPARED]], cosines


def said_about(headline: View, body: Body) -> list[View]:
    """Those of them that may be about the headline, the likeliest first; [] for none."""
    rated = [(probability(headline, view), view) for view in nearest_said(headline, body)[0]]
    return [view for p, view in sorted(rated, key=lambda one: -one[0]) if p >= ABOUT]


def _nearest(headline: View, views: Sequence[View]) -> tuple[list[int], list[float]]:
    """The places of the views from the nearest on, and how near each is, in the views' order."""
    cosines = [
        float(headline.vector @ v.vector) if headline.vector is not None and v.vector is not None else 0.0
        for v in views
    ]
    return sorted(range(len(views)), key=lambda at: (-cosines[at], at)), cosines


def _words_met(headline: View, sentences: Sequence[View]) -> list[float]:
    """Shares of the headline's words, by rarity, that stand in the body, its lead, one sentence; of names."""
    whole = headline.stem_weight or 1.0
    best, lead, every, names = 0.0, set[str](), set[str](), set[str]()
    for at, view in enumerate(sentences):
        met = headline.stems.keys() & view.stems.keys()
        best = max(best, sum(headline.stems[stem] for stem in met))
        every |= met
        lead |= met if at < LEAD else set()
        names |= headline.names.keys() & (view.names.keys() | view.around)
    shares = [sum(headline.stems[stem] for stem in met) / whole for met in (every, lead)]
    named = sum(headline.names[name] for name in names) / (headline.name_weight or 1.0)
    return [*shares, best / whole, named, min(len(headline.stems) - len(every), 10) / 10]


def _counts(texts: Iterable[str]) -> list[float]:
    """How many words of each list stand in some texts, up to three."""
    every = [_counted(text) for text in texts]
    return [min(3.0, sum(one[at] for one in every)) for at in range(len(WORDS))]


@lru_cache(maxsize=1 << 17)
def _counted(text: str) -> tuple[int, ...]:
    return tuple(count(text, name) for name in WORDS)


def _body(headline: View, body: Body) -> list[float]:
    texts = [view.mark.text for view in body.sentences]
    rates = [sum(_counted(text)[at] for text in texts) / len(texts) for at in range(len(WORDS))]
    refuting = [at for at, text in enumerate(texts) if _counted(text)[1]]
    parity = (sum(_counted(headline.mark.text)[:2]) + sum(_counted(texts[0])[:2])) % 2
    first = refuting[0] / len(texts) if refuting else 1.0
    return [*_counts(texts[:LEAD]), *rates, float(parity), first, math.log(len(texts))]


def _said(headline: View, near: Sequence[View], chances: Sequence[float]) -> list[float]:
    """What those propositions do that may be about the headline, each by how likely it is; the product's
    own stance of the likeliest one.
    """
    about = [(view, p) for view, p in zip(near, chances, strict=True) if p >= ABOUT]
    whole = sum(p for _, p in about)

    def share(holds: Iterable[bool]) -> float:
        return sum(p for (_, p), held in zip(about, holds, strict=True) if held) / whole if whole else 0.0

    marks = [view.mark for view, _ in about]
    best = max(about, key=lambda pair: pair[1], default=None)
    stance = stance_of(best[0].mark, headline.mark)[0] if best else ""
    return [
        min(whole, 3.0),
        share(mark.negated != headline.mark.negated for mark in marks),
        share(mark.act == "deny" for mark in marks),
        share(mark.act in {"unconfirmed", "decline"} or mark.certainty == "U" for mark in marks),
        share(mark.hearsay for mark in marks),
        share(mark.certainty in {"PR", "PS"} for mark in marks),
        share(mark.author for mark in marks),
        *(float(stance == name) for name in ("denies", "comments", "supports")),
    ]


def _quotes(text: str) -> bool:
    return any(sign in text for sign in "\"“”'‘’")


def figures(headlines: Iterable[View], bodies: Iterable[Body]) -> NDArray[np.float64]:
    """One row of figures a pair."""
    import numpy as np

    return np.array([figures_of(view, body) for view, body in zip(headlines, bodies, strict=True)])
